// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "tests/support/standin/venue.h"

namespace holdline::testing {

/// Candles of one length as a venue cuts them.
struct CandleGrid {
    Interval interval;
    Span shift{}; ///< how much later than by UTC they open

    [[nodiscard]] UtcTime openOf(UtcTime time) const { return interval.bucketStart(time - shift) + shift; }
    [[nodiscard]] TimeRange at(UtcTime open) const { return {open, open + interval.length}; }
};

/// Which candles a question means: open times from first to last, both included; absent: no bound.
struct CandleQuestion {
    int instrument = 0;
    CandleGrid grid;
    std::optional<UtcTime> first = {};
    std::optional<UtcTime> last = {};
    int limit = 0;
    bool fromFirst = false; ///< too many: those next to `first`, else the newest
};

/// Oldest first. Only what exists: minutes within holes do not.
[[nodiscard]] std::vector<SimulatedCandle> candlesFor(const CandleQuestion& question,
                                                      const VenueState& state);

/// A streamed candle of a session: what it says at each step of `cadence`, and at the end of each interval.
struct CandleStream {
    int instrument = 0;
    CandleGrid grid;
    Span cadence{};
    bool onlyWithTrades = false; ///< nothing is said when no trade came in the step
    bool hasFinal = true;        ///< the end of an interval is told
};
struct StreamedCandle {
    UtcTime at;
    SimulatedCandle candle;
    bool isFinal = false;
    UtcTime lastTrade;
};
/// What is said within a span (from, to], the fault of wrong last words included.
[[nodiscard]] std::vector<StreamedCandle> streamedCandles(const CandleStream& stream, TimeRange span,
                                                          const VenueState& state);

/// Multiples of `step` within (from, to].
template <typename Use>
void eachStep(TimeRange span, Span step, Use use)
{
    const qint64 first = toMsecs(span.from) / step.count() + 1;
    for (qint64 i = first; i * step.count() <= toMsecs(span.to); ++i)
        use(fromMsecs(i * step.count()));
}

} // namespace holdline::testing
