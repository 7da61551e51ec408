// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QString>

#include <vector>

namespace holdline {

/// One call of a node's RPC interface.
struct NodeQuestion {
    QString method;
    QJsonArray params = {};

    bool operator==(const NodeQuestion&) const = default;
};

/// The body of the POST. Source: Bitcoin Core doc/JSON-RPC-interface.md; the older form of the protocol is
/// understood by every version.
[[nodiscard]] QByteArray requestBody(const NodeQuestion& question);
/// Of several questions in one; the answers name them by their index.
[[nodiscard]] QByteArray requestBody(const std::vector<NodeQuestion>& questions);

} // namespace holdline
