// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/headersfile.h"
#include "models/feeds/node/nodeclient.h"

namespace holdline {

/// Fetches all headers of a node's best chain from genesis up to a height: by REST where the node offers it,
/// 2,000 at a time, else by RPC in batches of 1,000.
class HeaderFetch final : public QObject {
    Q_OBJECT

public:
    /// The client lives longer.
    HeaderFetch(NodeClient& client, quint32 height, QObject* parent = nullptr);

    void start();
    /// Once finished: `height + 1` headers. Errors: the client's; Headers when the chain changed meanwhile.
    [[nodiscard]] const Result<HeaderChain>& chain() const { return m_result; }

signals:
    void progressed(qint64 headers, qint64 total);
    void finished();

private:
    void askNext();
    void askByRest(const BlockHash& first);
    void askHashes();
    void askHeaders(const std::vector<QJsonValue>& hashes);
    void take(QByteArrayView headers);
    void end(Result<HeaderChain> result);
    [[nodiscard]] quint32 fetched() const { return static_cast<quint32>(m_chain.times.size()); }

    NodeClient& m_client;
    quint32 m_height;
    HeaderChain m_chain;
    Result<HeaderChain> m_result = HeaderChain{};
    bool m_hasRest = true;
};

} // namespace holdline
