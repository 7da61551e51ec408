// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/livenews.h"
#include "models/series/candleseries.h"
#include "models/series/flowseries.h"

#include <map>
#include <memory>
#include <vector>

namespace holdline {

/// Loaded candles of one minute that grow with the news. What is drawn holds the candle that is still open;
/// beside it is kept what has closed, which is what the store holds too.
class LiveCandles final {
public:
    enum class Effect {
        None,  ///< an open candle where a closed one is known, or the same again
        Last,  ///< the last two candles
        Older, ///< one before these
    };

    /// `netTaker` may be null. The loaded series are not touched.
    LiveCandles(const CandleSeries& loaded, const FlowSeries* netTaker);

    Effect put(const LiveCandle& news);
    /// Those that came last and begin at the time or later, oldest first.
    [[nodiscard]] std::vector<LiveCandle> cameFrom(UtcTime time) const;

    [[nodiscard]] std::shared_ptr<const CandleSeries> drawn() const { return m_drawn.candles; }
    [[nodiscard]] std::shared_ptr<const CandleSeries> closed() const { return m_closed.candles; }
    /// Null until a candle told it.
    [[nodiscard]] std::shared_ptr<const FlowSeries> drawnTaker() const { return m_drawn.taker; }
    [[nodiscard]] std::shared_ptr<const FlowSeries> closedTaker() const { return m_closed.taker; }

private:
    struct Pair {
        std::shared_ptr<CandleSeries> candles;
        std::shared_ptr<FlowSeries> taker;
    };
    static void put(Pair& pair, const Candle& candle);

    Pair m_drawn;
    Pair m_closed;
    std::map<UtcTime, LiveCandle> m_recent; ///< by open time
};

} // namespace holdline
