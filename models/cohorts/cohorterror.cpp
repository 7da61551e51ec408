// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"

namespace holdline {

namespace {

Error::Kind kindOf(CohortFault fault)
{
    switch (fault) {
    case CohortFault::RpcCut:
    case CohortFault::RpcNotFound:
    case CohortFault::RpcWarmup:
        return Error::Kind::Network;
    case CohortFault::SnapAccess:
    case CohortFault::ReorgDeep:
    case CohortFault::RpcNoUndo:
    case CohortFault::RpcPruned:
    case CohortFault::RpcMethod:
    case CohortFault::UndoAbsent:
        return Error::Kind::Unavailable;
    case CohortFault::SnapSpace:
    case CohortFault::SnapExists:
    case CohortFault::StateBad:
    case CohortFault::StateDrift:
        return Error::Kind::Storage;
    case CohortFault::SnapKind:
    case CohortFault::SnapVersion:
    case CohortFault::SnapNetwork:
    case CohortFault::SnapShort:
    case CohortFault::SnapLong:
    case CohortFault::SnapCorrupt:
    case CohortFault::RpcAnswer:
    case CohortFault::Headers:
    case CohortFault::UndoFile:
        return Error::Kind::Malformed;
    }
    Q_UNREACHABLE();
}

} // namespace

QString faultCode(CohortFault fault)
{
    switch (fault) {
    case CohortFault::SnapKind:
        return QStringLiteral("E-SNAP-KIND");
    case CohortFault::SnapVersion:
        return QStringLiteral("E-SNAP-VERSION");
    case CohortFault::SnapNetwork:
        return QStringLiteral("E-SNAP-NETWORK");
    case CohortFault::SnapShort:
        return QStringLiteral("E-SNAP-SHORT");
    case CohortFault::SnapLong:
        return QStringLiteral("E-SNAP-LONG");
    case CohortFault::SnapCorrupt:
        return QStringLiteral("E-SNAP-CORRUPT");
    case CohortFault::SnapAccess:
        return QStringLiteral("E-SNAP-ACCESS");
    case CohortFault::SnapSpace:
        return QStringLiteral("E-SNAP-SPACE");
    case CohortFault::SnapExists:
        return QStringLiteral("E-SNAP-EXISTS");
    case CohortFault::StateBad:
        return QStringLiteral("E-STATE-BAD");
    case CohortFault::StateDrift:
        return QStringLiteral("E-STATE-DRIFT");
    case CohortFault::ReorgDeep:
        return QStringLiteral("E-REORG-DEEP");
    case CohortFault::RpcNoUndo:
        return QStringLiteral("E-RPC-NOUNDO");
    case CohortFault::RpcCut:
        return QStringLiteral("E-RPC-CUT");
    case CohortFault::RpcNotFound:
        return QStringLiteral("E-RPC-NOTFOUND");
    case CohortFault::RpcPruned:
        return QStringLiteral("E-RPC-PRUNED");
    case CohortFault::RpcWarmup:
        return QStringLiteral("E-RPC-WARMUP");
    case CohortFault::RpcMethod:
        return QStringLiteral("E-RPC-METHOD");
    case CohortFault::RpcAnswer:
        return QStringLiteral("E-RPC-ANSWER");
    case CohortFault::Headers:
        return QStringLiteral("E-HEADERS");
    case CohortFault::UndoFile:
        return QStringLiteral("E-UNDO");
    case CohortFault::UndoAbsent:
        return QStringLiteral("E-UNDO-ABSENT");
    }
    Q_UNREACHABLE();
}

Error cohortError(CohortFault fault, const QString& message)
{
    return {kindOf(fault), message, faultCode(fault)};
}

bool isFault(const Error& error, CohortFault fault)
{
    return error.detail == faultCode(fault);
}

} // namespace holdline
