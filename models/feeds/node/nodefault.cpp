// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodefault.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

Error::Kind kindOf(NodeFault fault)
{
    switch (fault) {
    case NodeFault::Down:
    case NodeFault::WarmUp:
    case NodeFault::Cut:
        return Error::Kind::Network;
    case NodeFault::Busy:
        return Error::Kind::RateLimited;
    case NodeFault::NoNode:
        return Error::Kind::Malformed;
    case NodeFault::Exists:
        return Error::Kind::Storage;
    case NodeFault::Auth:
    case NodeFault::Forbidden:
    case NodeFault::Method:
    case NodeFault::Pruned:
    case NodeFault::NoUndo:
    case NodeFault::NotFound:
    case NodeFault::Refused:
        return Error::Kind::Unavailable;
    }
    return Error::Kind::Unavailable;
}

} // namespace

QString codeOf(NodeFault fault)
{
    switch (fault) {
    case NodeFault::Down:
        return u"E-RPC-DOWN"_s;
    case NodeFault::Auth:
        return u"E-RPC-AUTH"_s;
    case NodeFault::Forbidden:
        return u"E-RPC-FORBIDDEN"_s;
    case NodeFault::WarmUp:
        return u"E-RPC-WARMUP"_s;
    case NodeFault::Busy:
        return u"E-RPC-BUSY"_s;
    case NodeFault::Method:
        return u"E-RPC-METHOD"_s;
    case NodeFault::Pruned:
        return u"E-RPC-PRUNED"_s;
    case NodeFault::NoUndo:
        return u"E-RPC-NOUNDO"_s;
    case NodeFault::NotFound:
        return u"E-RPC-NOTFOUND"_s;
    case NodeFault::Exists:
        return u"E-SNAP-EXISTS"_s;
    case NodeFault::Cut:
        return u"E-RPC-CUT"_s;
    case NodeFault::NoNode:
        return u"E-RPC-NONODE"_s;
    case NodeFault::Refused:
        return u"E-RPC-REFUSED"_s;
    }
    return {};
}

Error NodeFailure::toError() const
{
    const QString code = codeOf(fault);
    return {kindOf(fault), sentence, detail.isEmpty() ? code : code + u": "_s + detail};
}

} // namespace holdline
