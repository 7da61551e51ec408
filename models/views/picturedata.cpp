// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/picturedata.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace holdline {

namespace {

constexpr int pictureCandles = 120;
constexpr qint64 mostDays = 400;

constexpr std::array<Interval, 7> intervals{oneMinute, fiveMinutes, fifteenMinutes, oneHour,
                                            fourHours, oneDay,      oneWeek};

Candle toCandle(const CandleBar& bar)
{
    Candle candle{.openTime = fromMsecs(bar.openMs),
                  .open = Price::fromDouble(bar.candle.open),
                  .high = Price::fromDouble(bar.candle.high),
                  .low = Price::fromDouble(bar.candle.low),
                  .close = Price::fromDouble(bar.candle.close),
                  .volume = {},
                  .quoteVolume = {},
                  .takerBuyQuote = {},
                  .trades = {}};
    if (!std::isnan(bar.candle.volume))
        candle.volume = Amount::fromDouble(bar.candle.volume);
    return candle;
}

std::optional<double> sumOf(const FlowSeries& flow, TimeRange range)
{
    const FlowSummary summary = flow.summary(range);
    return summary.isEmpty() ? std::nullopt : std::optional(std::abs(summary.sum));
}

std::vector<LiquidationDay> liquidationDays(const PaneData& pane, TimeRange range)
{
    std::vector<LiquidationDay> days;
    if (pane.flows.size() < 2 || range.isEmpty() || range.length() / oneDay.length > mostDays)
        return days;
    for (UtcTime day = oneDay.bucketStart(range.from); day < range.to; day = oneDay.next(day)) {
        const TimeRange whole{day, oneDay.next(day)};
        days.push_back({day, sumOf(*pane.flows[0], whole), sumOf(*pane.flows[1], whole)});
    }
    return days;
}

} // namespace

Interval intervalFor(TimeRange range, int most)
{
    const auto found = std::find_if(intervals.begin(), intervals.end(), [&](const Interval& interval) {
        return range.length() <= interval.length * most;
    });
    return found == intervals.end() ? oneWeek : *found;
}

std::vector<Candle> candlesOf(const CandleSeries& series, TimeRange range, Interval interval)
{
    std::vector<CandleBar> bars;
    series.bars(range, std::max(interval, series.interval()), bars);
    std::vector<Candle> candles;
    candles.reserve(bars.size());
    for (const auto& bar : bars)
        candles.push_back(toCandle(bar));
    return candles;
}

PictureData pictureOf(const ViewData& data, TimeRange range)
{
    PictureData picture{.range = range, .interval = intervalFor(range, pictureCandles)};
    picture.levels = data.levels;
    if (data.candles)
        picture.candles = candlesOf(*data.candles, range, picture.interval);
    const auto pane = std::find_if(data.panes.begin(), data.panes.end(), [](const PaneData& candidate) {
        return candidate.kind == QStringLiteral("liquidations");
    });
    if (pane != data.panes.end()) {
        picture.days = liquidationDays(*pane, range);
        picture.liquidationNote = pane->note;
    }
    return picture;
}

} // namespace holdline
