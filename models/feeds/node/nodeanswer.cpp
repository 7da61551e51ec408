// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodeanswer.h"

#include "models/feeds/linksentences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

// Source: Bitcoin Core src/rpc/protocol.h.
constexpr int miscError = -1;
constexpr int invalidAddressOrKey = -5;
constexpr int invalidParameter = -8;
constexpr int inWarmUp = -28;
constexpr int methodNotFound = -32601;
constexpr int internalError = -32603;

NodeFailure startingFailure(const QString& message)
{
    return {NodeFault::WarmUp, u"The node is starting: %1"_s.arg(message)};
}

NodeFailure methodFailure(const NodeContext& context)
{
    const QString version = context.version.isEmpty() ? QString() : u" (version %1)"_s.arg(context.version);
    return {NodeFault::Method,
            u"This node is too old%1: it does not know %2. Needed: 23 for updates, 28 for snapshots."_s.arg(
                version, context.method)};
}

NodeFailure prunedFailure()
{
    return {NodeFault::Pruned,
            u"Blocks that are needed were pruned by the node. A new snapshot is needed."_s};
}

/// Core says in two ways that what a block spent is gone.
NodeFailure undoFailure(const QString& message)
{
    const bool isDamaged = message.contains("can't be read"_L1) || message.contains("corrupt"_L1);
    return {NodeFault::NoUndo,
            isDamaged ? u"The node reports a damaged undo file: %1."_s.arg(message)
                      : u"The node no longer knows what a block spent. A new snapshot is needed."_s};
}

NodeFailure judgeMisc(const QString& message, const NodeContext& context)
{
    if (message.contains("pruned"_L1, Qt::CaseInsensitive))
        return prunedFailure();
    return {NodeFault::Refused, u"The node did not do %1: %2."_s.arg(context.method, message)};
}

NodeFailure judgeError(int code, const QString& said, const NodeContext& context)
{
    const QString message = excerpt(said);
    switch (code) {
    case inWarmUp:
        return startingFailure(excerpt(said));
    case methodNotFound:
        return methodFailure(context);
    case invalidAddressOrKey:
        return {NodeFault::NotFound, u"The node does not know the block: %1."_s.arg(message)};
    case invalidParameter:
        if (message.contains("already exists"_L1))
            return {NodeFault::Exists, u"The node found a file of that name: %1."_s.arg(message)};
        if (message.contains("out of range"_L1))
            return {NodeFault::NotFound, u"The node has no block at that height: %1."_s.arg(message)};
        break;
    case internalError:
        if (message.contains("undo data"_L1, Qt::CaseInsensitive))
            return undoFailure(message);
        break;
    case miscError:
        return judgeMisc(message, context);
    default:
        break;
    }
    return {NodeFault::Refused, u"The node refused %1: %2 (%3)."_s.arg(context.method, message).arg(code)};
}

std::optional<NodeFailure> errorOf(const QJsonObject& answer, const NodeContext& context)
{
    const QJsonValue error = answer.value("error"_L1);
    if (error.isNull() || error.isUndefined())
        return std::nullopt;
    const QJsonObject told = error.toObject();
    const QString message = error.isString() ? error.toString() : told.value("message"_L1).toString();
    return judgeError(told.value("code"_L1).toInt(), message, context);
}

bool looksLikeJson(const QByteArray& body)
{
    const QByteArray text = body.trimmed();
    return text.startsWith('{') || text.startsWith('[');
}

NodeFailure strangerFailure(int status, const QByteArray& body, const NodeContext& context)
{
    return {NodeFault::NoNode,
            u"What answers at %1 is no Bitcoin node (HTTP %2)."_s.arg(context.place).arg(status),
            excerpt(QString::fromUtf8(body.left(300)))};
}

NodeAnswer judgeObject(const QJsonObject& answer, const NodeContext& context)
{
    if (const auto failure = errorOf(answer, context))
        return {.failure = failure};
    if (!answer.contains("result"_L1))
        return {.failure = strangerFailure(200, QJsonDocument(answer).toJson(), context)};
    return {.result = answer.value("result"_L1)};
}

} // namespace

NodeFailure downFailure(const NodeContext& context)
{
    return {NodeFault::Down,
            u"No node answers at %1. Is Bitcoin Core running with server=1?"_s.arg(context.place)};
}

NodeFailure cutFailure(const NodeContext& context)
{
    return {NodeFault::Cut, u"The node's answer to %1 is not whole."_s.arg(context.method)};
}

std::optional<NodeFailure> judgeStatus(int status, const QByteArray& body, const NodeContext& context)
{
    const QString words = excerpt(QString::fromUtf8(body.left(600)));
    switch (status) {
    case 200:
        return std::nullopt;
    case 0:
        return downFailure(context);
    case 401:
        return NodeFailure{NodeFault::Auth,
                           u"The node refused the credentials. Used was %1."_s.arg(context.credentials)};
    case 403:
        return NodeFailure{
            NodeFault::Forbidden,
            u"The node does not allow this program to call %1. Add it to rpcwhitelist (and keep rpcwhitelistdefault=0)."_s
                .arg(context.method)};
    case 503:
        if (words.contains("queue"_L1) || words.isEmpty())
            return NodeFailure{NodeFault::Busy, u"The node has too much to do: %1."_s.arg(
                                                    words.isEmpty() ? u"HTTP 503"_s : words)};
        return startingFailure(words);
    default:
        return strangerFailure(status, body, context);
    }
}

NodeAnswer judgeAnswer(int status, const QByteArray& body, const NodeContext& context)
{
    // A refusal is one however its body reads.
    if (status == 0 || status == 401 || status == 403 || (status != 200 && !looksLikeJson(body)))
        return {.failure = judgeStatus(status, body, context)};
    if (!looksLikeJson(body))
        return {.failure = body.isEmpty() ? cutFailure(context) : strangerFailure(status, body, context)};
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isNull())
        return {.failure = cutFailure(context)};
    NodeAnswer answer = judgeObject(document.object(), context);
    if (!answer.failure && status != 200)
        answer.failure = judgeStatus(status, body, context);
    answer.text = body;
    return answer;
}

NodeBatchAnswer judgeBatch(int status, const QByteArray& body, int count, const NodeContext& context)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (status != 200 || !document.isArray()) {
        NodeAnswer single = judgeAnswer(status, body, context);
        return {.failure = single.failure ? single.failure : cutFailure(context)};
    }
    NodeBatchAnswer answer;
    answer.results.resize(std::size_t(count));
    int answered = 0;
    const QJsonArray items = document.array();
    for (const auto& item : items) {
        const QJsonObject object = item.toObject();
        NodeAnswer one = judgeObject(object, context);
        if (one.failure)
            return {.failure = one.failure};
        const int index = object.value("id"_L1).toInt(-1);
        if (index < 0 || index >= count)
            return {.failure = strangerFailure(status, body, context)};
        answer.results[std::size_t(index)] = one.result;
        ++answered;
    }
    return answered == count ? answer : NodeBatchAnswer{.failure = cutFailure(context)};
}

} // namespace holdline
