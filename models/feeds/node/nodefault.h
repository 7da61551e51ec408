// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

namespace holdline {

/// Why a Bitcoin node gave no answer that can be used. What is done about it is decided by this, never by
/// the words.
enum class NodeFault {
    Down,      ///< nobody answers, or silence; trying again helps
    Auth,      ///< the credentials were refused twice
    Forbidden, ///< the call is not in rpcwhitelist
    WarmUp,    ///< the node is starting
    Busy,      ///< its queue of work is full
    Method,    ///< it does not know the call
    Pruned,    ///< the block is no longer stored
    NoUndo,    ///< what the block spent is no longer stored, or damaged
    NotFound,  ///< no such block: often a reorganisation between two calls
    Exists,    ///< a file of that name is there already
    Cut,       ///< the answer is not whole; trying again helps
    NoNode,    ///< what answers is no Bitcoin node
    Refused,   ///< any other error of the node
};

/// `E-RPC-DOWN` and the like, for logs and for people who report a problem.
[[nodiscard]] QString codeOf(NodeFault fault);

struct NodeFailure {
    NodeFault fault = NodeFault::Refused;
    QString sentence;    ///< for the user; never holds a credential
    QString detail = {}; ///< for the log; the same holds

    /// The kind says whether trying again may help; `detail` begins with the code.
    [[nodiscard]] Error toError() const;
};

} // namespace holdline
