// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/candlecolumns.h"
#include "models/views/loading.h"

#include <memory>
#include <optional>

namespace holdline {

/// Net taker volume out of candles, and the time for which they do not tell it: candles that are not there,
/// and candles without what takers bought.
class TakerReader final {
public:
    explicit TakerReader(Interval interval);

    void append(const CandleColumns& candles); ///< later than all before
    /// Gives the flow and its coverage to the price; nothing when no candle told.
    void finish(LoadedPrice& price);

private:
    void noteKnown(qint64 openMs);

    Interval m_interval;
    std::shared_ptr<FlowSeries> m_flow;
    std::optional<UtcTime> m_knownUntil; ///< end of the last candle that told
    std::vector<Coverage> m_coverage;
};

} // namespace holdline
