// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/indicators/sharedchanges.h"
#include "models/readings/briefdata.h"

namespace holdline {

/// A market by date, to be compared with others.
struct MarketLine {
    QString name;  ///< `spx`
    QString title; ///< `S&P 500`
    ChangeKind kind = ChangeKind::LogReturn;
    ReadingOrigin origin;
    std::vector<DatedValue> values; ///< oldest first
    std::vector<UtcTime> knownAt;   ///< of each
};

/// Those of btc, spx, us10y, dxy, gold, jgb10y that are stored, in this order; bitcoin at the UTC close of
/// each date.
[[nodiscard]] std::vector<MarketLine> marketLines(const BriefData& data);

} // namespace holdline
