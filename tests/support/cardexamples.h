// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/eventstudy.h"
#include "models/views/alertstate.h"
#include "models/views/carddata.h"
#include "models/views/studychoices.h"

namespace holdline::testing {

[[nodiscard]] UtcTime at(const char* iso);
[[nodiscard]] Amount millions(double usd);

/// A session's sample: New York 00:00 to 16:00 in winter, known at midnight New York after it.
[[nodiscard]] Sample sessionSample(const char* date, double usdMillions);

/// Three sessions, 15, 16 and 20 January 2026, of IBIT, FBTC, GBTC, ARKB, BITB and HODL with invented whole
/// millions; ARKB has not reported the last one. Published totals: 100, -395, -480.
[[nodiscard]] FundFlows exampleFlows();

/// The four levels' shape: a band 89,800-90,000 and lines at 92,500 and 99,300.
[[nodiscard]] std::vector<LevelData> exampleLevels();

/// Everything that cards show, at 2026-01-21T06:00Z with a price of 89,000.
[[nodiscard]] CardData exampleCards();
/// Bitcoin, the S&P 500, the US 10-year yield and gold from 1 October 2024 to 20 January 2026, invented: the
/// S&P has no weekends and none of three holidays, gold misses April 2025, the yield ends on 2 January 2026.
[[nodiscard]] std::vector<MarketLine> exampleMarkets();
/// What the first thing that exampleCards() lets one study asks for, and nine occurrences of it: two within a
/// week of another, one four days old; without ETF flows before November.
[[nodiscard]] StudyQuestion exampleStudyQuestion();
[[nodiscard]] EventStudy exampleStudy();

/// Two readings that stand out, one that does not, one that is missing.
[[nodiscard]] Brief exampleBrief();

/// An alert on the band that fired twice, and one that cannot be seen.
[[nodiscard]] AlertState exampleAlerts();

} // namespace holdline::testing
