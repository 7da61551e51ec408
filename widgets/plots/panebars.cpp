// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/panebars.h"

#include "models/scales/intervalladder.h"

#include <algorithm>
#include <limits>

namespace holdline {

namespace {

constexpr double leastCandleWidth = 2; ///< device px
constexpr double leastBarWidth = 8;    ///< device-independent px
constexpr double leastSampleWidth = 2; ///< device px; narrower samples are summed

const PaneData* findData(const ViewData& data, const QString& kind)
{
    const auto found = std::find_if(data.panes.begin(), data.panes.end(),
                                    [&](const PaneData& pane) { return pane.kind == kind; });
    return found == data.panes.end() ? nullptr : &*found;
}

TimeRange widened(TimeRange range, Interval bucket)
{
    return {bucket.bucketStart(range.from), range.to};
}

Interval flowBucket(const View& view, const PaneKind& kind, const PaneData& data, const TimeScale& time,
                    double ratio)
{
    Interval wanted = view.interval;
    for (const auto& flow : data.flows)
        wanted = std::max(wanted, flow->step());
    const bool twoFit = 2 * kind.leastBucket.length <= view.range.length();
    if (twoFit)
        wanted = std::max(wanted, kind.leastBucket);
    return drawnFlowInterval(wanted, time, leastBarWidth * ratio);
}

/// Zero while the samples are wide enough to be seen one by one.
Interval sampleBucket(const SampleSeries& samples, const TimeScale& time)
{
    const auto visible = samples.visible(time.range);
    if (static_cast<double>(visible.size()) * leastSampleWidth <= time.width)
        return {};
    return drawnFlowInterval(oneDay, time, 2 * leastSampleWidth);
}

void readFlows(const View& view, const TimeScale& time, double ratio, PaneBars& bars)
{
    const PaneData& data = *bars.data;
    bars.flows.resize(std::max(data.flows.size(), data.samples.size()));
    if (!data.flows.empty())
        bars.bucket = flowBucket(view, *bars.kind, data, time, ratio);
    for (std::size_t i = 0; i < data.flows.size(); ++i)
        readBars(*data.flows[i], {time.range.from, bars.end}, bars.bucket, bars.flows[i]);
    if (!data.flows.empty())
        return;
    for (std::size_t i = 0; i < data.samples.size(); ++i) {
        bars.bucket = std::max(bars.bucket, sampleBucket(*data.samples[i], time));
        readBars(*data.samples[i], time.range, bars.bucket, bars.flows[i]);
    }
}

void include(ValueRange& range, double value)
{
    range.low = std::min(range.low, value);
    range.high = std::max(range.high, value);
}

ValueRange candleRange(const std::vector<CandleBar>& candles)
{
    ValueRange range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const CandleBar& bar : candles) {
        range.low = std::min(range.low, bar.candle.low);
        range.high = std::max(range.high, bar.candle.high);
    }
    return range;
}

bool isValidWithin(const Level& level, TimeRange visible)
{
    return (!level.validFrom || *level.validFrom < visible.to) &&
           (!level.validTo || *level.validTo > visible.from);
}

template <typename Bar, typename From>
void dropFrom(std::vector<Bar>& bars, qint64 fromMs, From from)
{
    while (!bars.empty() && from(bars.back()) >= fromMs)
        bars.pop_back();
}

/// The last bar, where it is wider than what is to be in it.
void cutLast(const CandleSeries& candles, PaneBars& bars)
{
    if (bars.candles.empty())
        return;
    CandleBar& last = bars.candles.back();
    const UtcTime open = fromMsecs(last.openMs);
    if (bars.bucket.next(open) > bars.end && bars.end < candles.range().to)
        last.candle = candles.summary({open, bars.end});
    if (last.candle.isEmpty())
        bars.candles.pop_back();
}

} // namespace

void readBars(const FlowSeries& flow, TimeRange range, Interval bucket, std::vector<DrawnBar>& out)
{
    out.clear();
    const TimeRange known = flow.range();
    const UtcTime end = std::min(range.to, known.to);
    for (UtcTime from = bucket.bucketStart(std::max(range.from, known.from)); from < end;
         from = bucket.next(from)) {
        const UtcTime to = std::min(bucket.next(from), end);
        const FlowSummary summary = flow.summary({from, to});
        if (!summary.isEmpty())
            out.push_back({toMsecs(from), toMsecs(to), summary.sum});
    }
}

void readBars(const SampleSeries& samples, TimeRange range, Interval bucket, std::vector<DrawnBar>& out)
{
    out.clear();
    for (const SamplePoint& point : samples.visible(range)) {
        const bool isSummed = bucket.length.count() > 0;
        const UtcTime start =
            isSummed ? bucket.bucketStart(fromMsecs(point.fromMs)) : fromMsecs(point.fromMs);
        if (isSummed && !out.empty() && out.back().fromMs == toMsecs(start))
            out.back().value += point.value;
        else
            out.push_back({toMsecs(start), isSummed ? toMsecs(bucket.next(start)) : point.toMs, point.value});
    }
}

bool PaneBars::isEmpty() const
{
    return candles.empty() &&
           std::all_of(flows.begin(), flows.end(), [](const auto& flow) { return flow.empty(); });
}

std::optional<double> PaneBars::threshold() const
{
    if (!data || !data->threshold)
        return std::nullopt;
    const bool isOfBucket = kind->leastBucket.length.count() == 0 || bucket == kind->leastBucket ||
                            (bucket.length.count() == 0 && !data->samples.empty());
    return isOfBucket ? data->threshold : std::nullopt;
}

void readPaneBars(const View& view, const PaneKind& kind, const ViewData& data, const TimeScale& time,
                  double ratio, PaneBars& bars)
{
    bars.kind = &kind;
    bars.data = findData(data, kind.kind);
    bars.bucket = {};
    bars.end = view.interval.next(view.interval.bucketStart(time.range.to - Span{1}));
    bars.candles.clear();
    for (auto& flow : bars.flows)
        flow.clear();
    if (kind.shape == PaneKind::Shape::Candles) {
        if (!data.candles)
            return;
        bars.bucket =
            drawnInterval(std::max(view.interval, data.candles->interval()), time, leastCandleWidth);
        data.candles->bars(widened(time.range, bars.bucket), bars.bucket, bars.candles);
        cutLast(*data.candles, bars);
    } else if (bars.data) {
        readFlows(view, time, ratio, bars);
    }
}

void readLastBars(const ViewData& data, const TimeScale& time, PaneBars& bars)
{
    if (bars.kind->shape == PaneKind::Shape::Candles && data.candles && data.candles->candleCount() > 0) {
        const UtcTime last = bars.bucket.bucketStart(data.candles->range().to - Span{1});
        const UtcTime from = last - bars.bucket.length;
        std::vector<CandleBar> fresh;
        data.candles->bars({from, time.range.to}, bars.bucket, fresh);
        dropFrom(bars.candles, toMsecs(from), [](const CandleBar& bar) { return bar.openMs; });
        bars.candles.insert(bars.candles.end(), fresh.begin(), fresh.end());
        cutLast(*data.candles, bars);
    }
    if (bars.data)
        bars.data = findData(data, bars.kind->kind);
    if (!bars.data)
        return;
    for (std::size_t i = 0; i < bars.data->flows.size() && i < bars.flows.size(); ++i) {
        const FlowSeries& flow = *bars.data->flows[i];
        const UtcTime from = bars.bucket.bucketStart(flow.range().to - Span{1}) - bars.bucket.length;
        std::vector<DrawnBar> fresh;
        readBars(flow, {from, bars.end}, bars.bucket, fresh);
        dropFrom(bars.flows[i], toMsecs(from), [](const DrawnBar& bar) { return bar.fromMs; });
        bars.flows[i].insert(bars.flows[i].end(), fresh.begin(), fresh.end());
    }
}

ValueRange valuesShown(const PaneBars& bars)
{
    if (bars.kind->shape == PaneKind::Shape::Candles)
        return candleRange(bars.candles);
    ValueRange range;
    for (std::size_t i = 0; i < bars.flows.size(); ++i) {
        const bool isDown = bars.kind->shape == PaneKind::Shape::UpDown && i == 0;
        for (const DrawnBar& bar : bars.flows[i])
            include(range, isDown ? -bar.value : bar.value);
    }
    if (const auto threshold = bars.threshold(); threshold && !bars.isEmpty())
        include(range, *threshold);
    return range;
}

ValueRange withLevels(ValueRange range, const std::vector<LevelData>& levels, TimeRange visible, double reach)
{
    if (range.isEmpty())
        return range;
    const double room = (range.high - range.low) * reach;
    const ValueRange most{range.low - room, range.high + room};
    for (const LevelData& data : levels) {
        const double low = data.level.low.toDouble();
        const double high = data.level.high.toDouble();
        if (data.level.traits.isHidden || !isValidWithin(data.level, visible) || low < most.low ||
            high > most.high)
            continue;
        include(range, low);
        include(range, high);
    }
    return range;
}

} // namespace holdline
