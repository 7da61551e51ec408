// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/node/nodefault.h"
#include "models/feeds/node/noderules.h"

#include <optional>

namespace holdline {

/// Decides for one call whether it is put again after a failure. Knows no clock and no socket.
class NodeRetry final {
public:
    /// `isOnce`: what the node may have begun already is not asked for a second time.
    NodeRetry(const NodeRules& rules, bool isOnce) : m_rules(rules), m_backoff(rules.busy), m_isOnce(isOnce)
    {
    }

    struct Decision {
        std::optional<Span> wait = {}; ///< absent: the failure is final
        QString notice = {};           ///< a sentence for the user while it waits, or empty
    };
    [[nodiscard]] Decision after(const NodeFailure& failure);

private:
    NodeRules m_rules;
    Backoff m_backoff;
    Span m_busyFor{};
    int m_cuts = 0;
    bool m_isOnce;
};

} // namespace holdline
