// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/headerfetch.h"

#include "models/feeds/node/nodefacts.h"

#include <QPointer>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr int restCount = 2000;
constexpr quint32 batchCount = 1000;

} // namespace

HeaderFetch::HeaderFetch(NodeClient& client, quint32 height, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_height(height)
{
}

void HeaderFetch::start()
{
    m_client.ask({u"getblockhash"_s, {0}}, [self = QPointer(this)](const NodeAnswer& answer) {
        if (!self)
            return;
        const auto genesis = readHash(answer.result);
        if (answer.failure)
            self->end(answer.failure->toError());
        else if (!genesis)
            self->end(oddAnswer(u"getblockhash"_s).toError());
        else
            self->askByRest(*genesis);
    });
}

void HeaderFetch::askNext()
{
    emit progressed(fetched(), qint64(m_height) + 1);
    if (fetched() > m_height) {
        m_chain.times.resize(m_height + 1);
        m_chain.hashes.resize(m_height + 1);
        return end(std::move(m_chain));
    }
    if (m_hasRest)
        askByRest(m_chain.hashes.back());
    else
        askHashes();
}

void HeaderFetch::askByRest(const BlockHash& first)
{
    const QString path =
        u"/rest/headers/%1.bin?count=%2"_s.arg(QString::fromLatin1(first.toRpc())).arg(restCount);
    m_client.fetch(path, [self = QPointer(this)](const NodeAnswer& answer) {
        if (!self)
            return;
        // The first one that is given is the last one that we have.
        const qsizetype known = self->fetched() > 0 ? headerBytes : 0;
        const bool isUse =
            !answer.failure && answer.text.size() > known && answer.text.size() % headerBytes == 0;
        if (isUse)
            return self->take(QByteArrayView(answer.text).sliced(known));
        if (answer.failure && answer.failure->fault == NodeFault::Down)
            return self->end(answer.failure->toError());
        self->m_hasRest = false;
        self->askHashes();
    });
}

void HeaderFetch::askHashes()
{
    std::vector<NodeQuestion> questions;
    for (quint32 h = fetched(); h <= m_height && questions.size() < batchCount; ++h)
        questions.push_back({u"getblockhash"_s, {qint64(h)}});
    m_client.askAll(questions, [self = QPointer(this)](const NodeBatchAnswer& answer) {
        if (!self)
            return;
        if (answer.failure)
            self->end(answer.failure->toError());
        else
            self->askHeaders(answer.results);
    });
}

void HeaderFetch::askHeaders(const std::vector<QJsonValue>& hashes)
{
    std::vector<NodeQuestion> questions;
    for (const QJsonValue& hash : hashes)
        questions.push_back({u"getblockheader"_s, {hash, false}});
    m_client.askAll(questions, [self = QPointer(this)](const NodeBatchAnswer& answer) {
        if (!self)
            return;
        if (answer.failure)
            return self->end(answer.failure->toError());
        QByteArray headers;
        for (const QJsonValue& header : answer.results)
            headers += QByteArray::fromHex(header.toString().toLatin1());
        if (headers.size() != qsizetype(answer.results.size()) * headerBytes)
            return self->end(oddAnswer(u"getblockheader"_s).toError());
        self->take(headers);
    });
}

void HeaderFetch::take(QByteArrayView headers)
{
    if (const auto done = appendHeaders(m_chain, headers); done.hasError())
        return end(done.error());
    askNext();
}

void HeaderFetch::end(Result<HeaderChain> result)
{
    m_result = std::move(result);
    emit finished();
}

} // namespace holdline
