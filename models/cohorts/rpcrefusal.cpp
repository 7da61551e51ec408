// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/blockscanner.h"
#include "models/cohorts/cohorterror.h"

namespace holdline {

Error refusalError(const RpcRefusal& refusal)
{
    // Source: Bitcoin Core src/rpc/protocol.h, src/rpc/blockchain.cpp.
    switch (refusal.code) {
    case -1:
        return cohortError(CohortFault::RpcPruned,
                           QStringLiteral("The node has pruned this block: %1. A new snapshot is needed.")
                               .arg(refusal.message));
    case -5:
        return cohortError(
            CohortFault::RpcNotFound,
            QStringLiteral("The node does not have this block any more: %1.").arg(refusal.message));
    case -28:
        return cohortError(CohortFault::RpcWarmup,
                           QStringLiteral("The node is starting: %1").arg(refusal.message));
    case -32601:
        return cohortError(CohortFault::RpcMethod,
                           QStringLiteral("This node is too old. Version 23 is needed for updates, 28 for "
                                          "snapshots."));
    case -32603:
        return cohortError(
            CohortFault::RpcNoUndo,
            QStringLiteral("The node cannot say what this block spent: %1").arg(refusal.message));
    default:
        return cohortError(
            CohortFault::RpcAnswer,
            QStringLiteral("The node refused: %1 (code %2).").arg(refusal.message).arg(refusal.code));
    }
}

} // namespace holdline
