// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/coverage.h"
#include "models/series/candlecolumns.h"
#include "models/series/flowseries.h"

#include <optional>
#include <vector>

namespace holdline {

struct LoadedPrice;

/// Net taker volume out of candles, and the time for which they do not tell it: candles that are not there,
/// and candles without what takers bought. A copy is cheap.
class TakerReader final {
public:
    explicit TakerReader(Interval interval);

    void append(const CandleColumns& candles); ///< later than all before
    void finish();                             ///< once after the last batch
    /// The same after that, a few at a time.
    void add(const CandleColumns& candles);
    /// Another value for a candle that was read. False where it told before and does not now, or the other
    /// way round: the coverage would not be right.
    [[nodiscard]] bool replace(qint64 openMs, double netTaker);
    /// Gives the flow and its coverage to the price; nothing when no candle told.
    void give(LoadedPrice& price) const;

private:
    void noteKnown(const CandleColumns& candles);
    void noteKnown(qint64 openMs);

    Interval m_interval;
    FlowSeries m_flow;
    std::optional<UtcTime> m_knownUntil; ///< end of the last candle that told
    std::vector<Coverage> m_coverage;
};

} // namespace holdline
