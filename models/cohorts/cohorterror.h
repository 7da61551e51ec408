// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

namespace holdline {

/// What can go wrong between a node's coins and a cost basis. The code stands in the error's detail; what to
/// do about it depends on it alone.
enum class CohortFault {
    SnapKind,    ///< not a snapshot
    SnapVersion, ///< of a version that is not read
    SnapNetwork, ///< of another network
    SnapShort,   ///< ends too early
    SnapLong,    ///< goes on after its last coin
    SnapCorrupt, ///< says what cannot be
    SnapAccess,  ///< cannot be opened for reading
    SnapSpace,   ///< not enough room on the disk for it
    SnapExists,  ///< a file of that name is there
    StateBad,    ///< our own file is damaged
    StateDrift,  ///< our copy and the node disagree
    ReorgDeep,   ///< deeper than the journal
    RpcNoUndo,   ///< an input without what it spends
    RpcCut,      ///< an answer that ends too early
    RpcNotFound, ///< the block is not there, or does not follow ours: look for the fork again
    RpcPruned,   ///< the node has thrown the block away
    RpcWarmup,   ///< the node is starting
    RpcMethod,   ///< the node is too old
    RpcAnswer,   ///< any other refusal, or an answer that does not mean what it should
    Headers,     ///< the file of headers is no chain
    UndoFile,    ///< an undo file cannot be read
    UndoAbsent,  ///< no undo file says what a block spent
};

/// `E-SNAP-KIND` and the like.
[[nodiscard]] QString faultCode(CohortFault fault);
[[nodiscard]] Error cohortError(CohortFault fault, const QString& message);
[[nodiscard]] bool isFault(const Error& error, CohortFault fault);

} // namespace holdline
