// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QUrl>

namespace holdline {

/// Whether a node elsewhere than on this machine may be spoken to: its owner has read the sentence.
enum class RemoteNode { Refused, Accepted };

/// Where a node's RPC is, and who asks.
struct NodeAddress {
    QUrl url;         ///< scheme, host and port; no user, no password, no path
    QString user;     ///< empty: a cookie file is used
    QString password; ///< never printed

    /// `127.0.0.1:8332`: what a sentence may name.
    [[nodiscard]] QString place() const;
};

/// Reads `http://user:password@host:port`; user and password may be absent, the port is then 8332, that of
/// the main network. A node that is not on this machine is refused unless accepted, as RPC is plain HTTP and
/// its credentials can spend from wallets. Error: Usage; it repeats nothing that may be secret.
[[nodiscard]] Result<NodeAddress> parseNodeAddress(const QString& text,
                                                   RemoteNode remote = RemoteNode::Refused);

} // namespace holdline
