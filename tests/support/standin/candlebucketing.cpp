// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/candlebucketing.h"

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

SimulatedCandle spoiled(SimulatedCandle candle)
{
    candle.close.units += (candle.high.units - candle.low.units) / 2 + decimalUnits / 100;
    candle.high = std::max(candle.high, candle.close);
    candle.volume += Amount{decimalUnits};
    return candle;
}

} // namespace

std::vector<SimulatedCandle> candlesFor(const CandleQuestion& question, const VenueState& state)
{
    std::vector<SimulatedCandle> found;
    int most = question.limit;
    if (state.faults.active(u"empty"))
        return found;
    if (const ScenarioEvent* fault = state.faults.active(u"short-pages"))
        most = std::min(most, static_cast<int>(fault->number("rows", 50)));
    const Span length = question.grid.interval.length;
    const UtcTime beginning = std::max(question.first.value_or(earliestTime), state.market.beginning());
    const UtcTime last = question.grid.openOf(std::min(question.last.value_or(state.now), state.now));
    const UtcTime first = question.grid.openOf(beginning - 1ms) + length;
    const auto take = [&](UtcTime open) {
        if (auto candle = state.market.candle(question.instrument, question.grid.at(open), state.now))
            found.push_back(*candle);
        return static_cast<int>(found.size()) < most;
    };
    if (question.fromFirst) {
        for (UtcTime open = first; open <= last && take(open);)
            open += length;
    } else {
        for (UtcTime open = last; open >= first && take(open);)
            open -= length;
        std::reverse(found.begin(), found.end());
    }
    return found;
}

std::vector<StreamedCandle> streamedCandles(const CandleStream& stream, TimeRange span,
                                            const VenueState& state)
{
    std::vector<StreamedCandle> said;
    const auto say = [&](UtcTime at, UtcTime open, bool isFinal) {
        const auto candle = state.market.candle(stream.instrument, stream.grid.at(open), at);
        if (!candle)
            return;
        const bool isWrong = isFinal && state.faults.active(u"wrong-final");
        const auto trades = state.market.trades(stream.instrument, {std::max(open, at - stream.cadence), at});
        if (!isFinal && stream.onlyWithTrades && trades.empty())
            return;
        said.push_back({at, isWrong ? spoiled(*candle) : *candle, isFinal,
                        trades.empty() ? at - 1ms : trades.back().time});
    };
    eachStep(span, stream.cadence, [&](UtcTime at) {
        const UtcTime open = stream.grid.openOf(at - 1ms);
        const bool isEnd = open + stream.grid.interval.length == at;
        if (!isEnd || stream.hasFinal)
            say(at, open, isEnd);
    });
    return said;
}

} // namespace holdline::testing
