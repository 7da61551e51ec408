// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/node/nodeanswer.h"
#include "models/feeds/node/nodebody.h"
#include "models/feeds/node/nodecredentials.h"
#include "models/feeds/node/nodequestion.h"
#include "models/feeds/node/noderules.h"

#include <QObject>

#include <functional>
#include <memory>

namespace holdline {

/// How long an answer may take.
enum class NodePatience {
    Ordinary, ///< one of a few at a time, with a limit of silence
    Waiting,  ///< the same on a connection of its own, so that it holds up nothing
    Endless,  ///< on a connection of its own, without any limit
    Once,     ///< the same, and never sent twice: the node goes on with it though the connection breaks
};

/// Asks a Bitcoin node by JSON-RPC over HTTP, and by REST. It waits out what passes by itself: a node that
/// starts or that has too much to do, a new cookie, an answer that is cut. No credential is in anything that
/// it says. Lives on the thread that made it.
class NodeClient final : public QObject {
    Q_OBJECT

public:
    using Use = std::function<void(const NodeAnswer&)>;
    using UseBatch = std::function<void(const NodeBatchAnswer&)>;

    NodeClient(const NodeAddress& address, NodeCredentials credentials, NodeRules rules = {},
               QObject* parent = nullptr);
    ~NodeClient() override;

    /// Each `use` is called once, later, unless the client ends or forgets the question before.
    void ask(const NodeQuestion& question, Use use, NodePatience patience = NodePatience::Ordinary);
    /// All in one request.
    void askAll(const std::vector<NodeQuestion>& questions, UseBatch use);
    /// The answer goes to `body`, which lives until `use` is called; what `use` is given has no result.
    void stream(const NodeQuestion& question, NodeBody& body, Use use);
    /// The bytes of `/rest/…` are the answer's text. A node without REST answers 404: NodeFault::NoNode.
    void fetch(const QString& path, Use use);
    /// Nothing that was asked is answered any more.
    void forgetAll();

    /// `28.1.0`, for sentences.
    void setVersion(const QString& version);
    [[nodiscard]] QString place() const; ///< `127.0.0.1:8332`

signals:
    /// What the client waits for, whenever that changes; empty: for nothing any more.
    void noticed(const QString& sentence);

private:
    struct Call;
    struct Parts;

    void put(std::shared_ptr<Call> call);
    void sendNext();
    void send(const std::shared_ptr<Call>& call);
    void judge(const std::shared_ptr<Call>& call, int status, const QByteArray& body,
               std::optional<NodeFailure> failure);
    void retryOrEnd(const std::shared_ptr<Call>& call, const NodeFailure& failure);
    void notice(const QString& sentence);

    std::unique_ptr<Parts> m_parts;
};

} // namespace holdline
