// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodeclient.h"

#include "models/feeds/linksentences.h"
#include "models/feeds/node/noderetry.h"
#include "models/feeds/node/nodetransfer.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QPointer>
#include <QTimer>

#include <deque>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

bool isOwnConnection(NodePatience patience)
{
    return patience != NodePatience::Ordinary;
}

bool isLimited(NodePatience patience)
{
    return patience == NodePatience::Ordinary || patience == NodePatience::Waiting;
}

/// What an exchange that did not come to its end means; nothing for one that did.
std::optional<NodeFailure> transferFailure(const NodeTransfer& transfer, const NodeContext& context,
                                           Span silenceLimit)
{
    switch (transfer.end()) {
    case NodeTransfer::End::Whole:
    case NodeTransfer::End::Unwanted: // what came is for its sink to judge
        return std::nullopt;
    case NodeTransfer::End::NoConnection:
        return downFailure(context);
    case NodeTransfer::End::CutOff:
        return NodeFailure{
            NodeFault::Down,
            u"The node at %1 closed the connection without an answer. From version 32 on it does so "
            "to addresses outside rpcallowip."_s.arg(context.place)};
    case NodeTransfer::End::Silent:
        return NodeFailure{NodeFault::Down,
                           u"The node at %1 has not answered %2 for %3. It may be writing a snapshot."_s.arg(
                               context.place, context.method, inWords(silenceLimit))};
    case NodeTransfer::End::Cut:
        return cutFailure(context);
    case NodeTransfer::End::TooLong:
        return NodeFailure{
            NodeFault::NoNode,
            u"What answers at %1 is no Bitcoin node: its answer has no end."_s.arg(context.place)};
    }
    return std::nullopt;
}

} // namespace

struct NodeClient::Call {
    QString method;
    QByteArray request; ///< empty: a GET
    QString path = u"/"_s;
    NodePatience patience = NodePatience::Ordinary;
    NodeBody* sink = nullptr;
    int batch = 0; ///< number of questions in it; 0: it is none
    Use use = {};
    UseBatch useBatch = {};
    NodeRetry retry;
    bool hasRenewed = false;
    bool isWaiting = false; ///< told so by a notice
};

struct NodeClient::Parts {
    Parts(const NodeAddress& a, NodeCredentials c, const NodeRules& r)
        : address(a),
          credentials(std::move(c)),
          rules(r),
          atOnce(r.atOnce)
    {
        // Credentials go to the node and to nobody on the way.
        network.setProxy(QNetworkProxy::NoProxy);
        ownConnections.setProxy(QNetworkProxy::NoProxy);
    }

    NodeAddress address;
    NodeCredentials credentials;
    NodeRules rules;
    int atOnce;
    QString version = {};
    QString notice = {};
    std::deque<std::shared_ptr<Call>> waiting = {};
    int inFlight = 0;
    quint64 age = 0; ///< counts what was forgotten
    QNetworkAccessManager network;
    QNetworkAccessManager ownConnections;

    [[nodiscard]] NodeContext context(const Call& call) const
    {
        return {address.place(), call.method, credentials.words(), version};
    }
};

NodeClient::NodeClient(const NodeAddress& address, NodeCredentials credentials, NodeRules rules,
                       QObject* parent)
    : QObject(parent),
      m_parts(std::make_unique<Parts>(address, std::move(credentials), rules))
{
}

NodeClient::~NodeClient()
{
    forgetAll();
}

void NodeClient::ask(const NodeQuestion& question, Use use, NodePatience patience)
{
    put(std::make_shared<Call>(Call{.method = question.method,
                                    .request = requestBody(question),
                                    .patience = patience,
                                    .use = std::move(use),
                                    .retry = NodeRetry(m_parts->rules, patience == NodePatience::Once)}));
}

void NodeClient::askAll(const std::vector<NodeQuestion>& questions, UseBatch use)
{
    Q_ASSERT(!questions.empty());
    put(std::make_shared<Call>(Call{.method = questions.front().method,
                                    .request = requestBody(questions),
                                    .batch = int(questions.size()),
                                    .useBatch = std::move(use),
                                    .retry = NodeRetry(m_parts->rules, false)}));
}

void NodeClient::stream(const NodeQuestion& question, NodeBody& body, Use use)
{
    put(std::make_shared<Call>(Call{.method = question.method,
                                    .request = requestBody(question),
                                    .sink = &body,
                                    .use = std::move(use),
                                    .retry = NodeRetry(m_parts->rules, false)}));
}

void NodeClient::fetch(const QString& path, Use use)
{
    put(std::make_shared<Call>(Call{.method = path.section(u'/', 0, 2),
                                    .request = {},
                                    .path = path,
                                    .use = std::move(use),
                                    .retry = NodeRetry(m_parts->rules, false)}));
}

void NodeClient::forgetAll()
{
    ++m_parts->age;
    m_parts->waiting.clear();
    m_parts->inFlight = 0;
    const auto transfers = findChildren<NodeTransfer*>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(transfers); // before the network that they use
    notice({});
}

void NodeClient::setVersion(const QString& version)
{
    m_parts->version = version;
}

QString NodeClient::place() const
{
    return m_parts->address.place();
}

void NodeClient::put(std::shared_ptr<Call> call)
{
    if (isOwnConnection(call->patience))
        return send(call);
    m_parts->waiting.push_back(std::move(call));
    sendNext();
}

void NodeClient::sendNext()
{
    auto& waiting = m_parts->waiting;
    while (!waiting.empty() && m_parts->inFlight < m_parts->atOnce) {
        const auto call = waiting.front();
        waiting.pop_front();
        ++m_parts->inFlight;
        send(call);
    }
}

void NodeClient::send(const std::shared_ptr<Call>& call)
{
    const bool isOwn = isOwnConnection(call->patience);
    const NodeRules& rules = m_parts->rules;
    QUrl url = m_parts->address.url;
    const auto query = call->path.indexOf(u'?');
    url.setPath(call->path.left(query));
    if (query >= 0)
        url.setQuery(call->path.mid(query + 1));
    const NodeTransfer::Request request{
        .url = url,
        // REST needs no credentials, so it is given none.
        .authorization = call->request.isEmpty() ? QByteArray() : m_parts->credentials.header(),
        .body = call->request,
        .connect = rules.connectLimit,
        .silence = isLimited(call->patience) ? rules.silenceLimit : Span{},
        .sink = call->sink,
        .isOnce = call->patience == NodePatience::Once};
    auto* transfer = new NodeTransfer(isOwn ? m_parts->ownConnections : m_parts->network, request, this);
    // Later, as `use` may destroy this client and with it the reply whose signal this is.
    connect(
        transfer, &NodeTransfer::finished, this,
        [this, transfer = QPointer(transfer), call, age = m_parts->age] {
            if (!transfer || age != m_parts->age)
                return; // forgotten since it ended
            transfer->deleteLater();
            if (!isOwnConnection(call->patience))
                --m_parts->inFlight;
            auto failure = transferFailure(*transfer, m_parts->context(*call), m_parts->rules.silenceLimit);
            // A refusal is one however its body ends.
            if (failure && transfer->status() >= 400)
                failure.reset();
            const bool isTaken = call->sink && transfer->status() == 200 && !transfer->isBodyWhole();
            judge(call, transfer->status(), isTaken ? QByteArray() : transfer->body(), std::move(failure));
        },
        Qt::QueuedConnection);
}

void NodeClient::judge(const std::shared_ptr<Call>& call, int status, const QByteArray& body,
                       std::optional<NodeFailure> failure)
{
    const NodeContext context = m_parts->context(*call);
    NodeBatchAnswer batch;
    NodeAnswer single;
    if (failure)
        single.failure = std::move(failure);
    else if (call->batch > 0)
        batch = judgeBatch(status, body, call->batch, context);
    else if (call->request.isEmpty())
        single = {.text = body, .failure = judgeStatus(status, body, context)};
    else if (!(call->sink && status == 200 && body.isEmpty())) // a long answer is its sink's to judge
        single = judgeAnswer(status, body, context);
    if (!single.failure && call->sink && !call->sink->end())
        single.failure = cutFailure(context);
    const auto& found = single.failure ? single.failure : batch.failure;
    if (found)
        return retryOrEnd(call, *found);
    m_parts->atOnce = std::min(m_parts->atOnce + 1, m_parts->rules.atOnce);
    if (call->isWaiting)
        notice({});
    const quint64 age = m_parts->age;
    const QPointer<NodeClient> self(this);
    if (call->batch > 0)
        call->useBatch(batch);
    else
        call->use(single);
    if (self && age == m_parts->age)
        sendNext();
}

void NodeClient::retryOrEnd(const std::shared_ptr<Call>& call, const NodeFailure& failure)
{
    NodeRetry::Decision decision;
    if (failure.fault == NodeFault::Auth && !std::exchange(call->hasRenewed, true) &&
        m_parts->credentials.renew())
        decision.wait = Span::zero();
    else
        decision = call->retry.after(failure);
    if (failure.fault == NodeFault::Busy)
        m_parts->atOnce = std::max(1, m_parts->atOnce / 2);
    if (!decision.wait) {
        const NodeFailure told{failure.fault, m_parts->credentials.purged(failure.sentence),
                               m_parts->credentials.purged(failure.detail)};
        const QPointer<NodeClient> self(this);
        if (call->batch > 0)
            call->useBatch({.failure = told});
        else
            call->use({.failure = told});
        if (self)
            sendNext();
        return;
    }
    if (!decision.notice.isEmpty()) {
        call->isWaiting = true;
        notice(m_parts->credentials.purged(decision.notice));
    }
    QTimer::singleShot(*decision.wait, this, [this, call, age = m_parts->age] {
        if (age == m_parts->age)
            put(call);
    });
    sendNext();
}

void NodeClient::notice(const QString& sentence)
{
    if (std::exchange(m_parts->notice, sentence) != sentence)
        emit noticed(sentence);
}

} // namespace holdline
