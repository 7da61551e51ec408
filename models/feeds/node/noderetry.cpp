// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/noderetry.h"

namespace holdline {

NodeRetry::Decision NodeRetry::after(const NodeFailure& failure)
{
    switch (failure.fault) {
    case NodeFault::WarmUp:
        return {m_rules.warmUpWait, failure.sentence};
    case NodeFault::Busy: {
        const Span wait = m_backoff.next();
        const bool isLong = m_busyFor > m_rules.busyPatience;
        m_busyFor += wait;
        return {wait, isLong ? failure.sentence : QString()};
    }
    case NodeFault::Down:
        if (m_rules.waitsForNode && !m_isOnce)
            return {m_rules.downWait, failure.sentence};
        return {};
    case NodeFault::Cut:
        return ++m_cuts < m_rules.cutTries && !m_isOnce ? Decision{m_rules.cutWait} : Decision{};
    case NodeFault::Auth:
    case NodeFault::Forbidden:
    case NodeFault::Method:
    case NodeFault::Pruned:
    case NodeFault::NoUndo:
    case NodeFault::NotFound:
    case NodeFault::Exists:
    case NodeFault::NoNode:
    case NodeFault::Refused:
        return {};
    }
    return {};
}

} // namespace holdline
