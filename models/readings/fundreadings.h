// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `etf.net_last`, `etf.net_2_sessions`, `etf.funds`, `etf.streak_sessions`. Sessions are those of the New
/// York exchange; a flow that is dated on another day is named and not counted.
void readFunds(const BriefData& data, Brief& brief);

/// The net flow of one session of the New York exchange.
struct SessionFlow {
    UtcTime date;  ///< midnight UTC of its date in New York
    Amount net;    ///< USD, of all funds
    int funds = 0; ///< that told a flow
    UtcTime from;
    UtcTime knownAt;
};
/// Oldest first: of days with a total as a source gives it that total, and no others; without any totals the
/// sum of the funds, the last day only when as many funds as on the day before told theirs. `others` takes
/// flows of days without a session.
[[nodiscard]] std::vector<SessionFlow> sessionFlows(const FundFacts& facts, std::vector<SessionFlow>* others);

} // namespace holdline
