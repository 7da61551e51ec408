// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/node/nodefault.h"

#include <QByteArray>
#include <QJsonValue>

#include <optional>
#include <vector>

namespace holdline {

/// What came of one call.
struct NodeAnswer {
    QJsonValue result = {};
    QByteArray text = {}; ///< the whole answer as it came, where numbers must be exact
    std::optional<NodeFailure> failure = {};
};

/// What is said about the node and the call in a sentence.
struct NodeContext {
    QString place;       ///< `127.0.0.1:8332`
    QString method;      ///< or the path, over REST
    QString credentials; ///< which user or cookie file was used
    QString version;     ///< `28.1.0`, or empty while unknown
};

/// What an HTTP status and body mean, in both forms of the protocol. `status` 0: no answer.
/// Source: Bitcoin Core src/httprpc.cpp, src/rpc/protocol.h, doc/JSON-RPC-interface.md.
[[nodiscard]] NodeAnswer judgeAnswer(int status, const QByteArray& body, const NodeContext& context);

/// The answers of a batch in the order of its questions; one failure stands for all.
struct NodeBatchAnswer {
    std::vector<QJsonValue> results = {};
    std::optional<NodeFailure> failure = {};
};
[[nodiscard]] NodeBatchAnswer judgeBatch(int status, const QByteArray& body, int count,
                                         const NodeContext& context);

/// What a status that is no 200 means where the body has no JSON; nothing for 200.
[[nodiscard]] std::optional<NodeFailure> judgeStatus(int status, const QByteArray& body,
                                                     const NodeContext& context);

[[nodiscard]] NodeFailure downFailure(const NodeContext& context);
[[nodiscard]] NodeFailure cutFailure(const NodeContext& context);

} // namespace holdline
