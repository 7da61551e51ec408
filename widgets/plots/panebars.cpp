// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/panebars.h"

#include "models/scales/intervalladder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <span>

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
        readBars(*data.samples[i], time.range, bars.bucket, data.sessionless, bars.flows[i]);
    }
}

/// The parts that the samples add up, and the sums of these.
void readParts(const TimeScale& time, PaneBars& bars)
{
    const std::vector<PanePart>& parts = bars.data->parts;
    bars.parts.resize(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        readBars(*parts[i].samples, time.range, bars.bucket, bars.data->sessionless, bars.parts[i]);
    bars.stack = stacked(bars.parts);
    if (bars.kind->isSummedUp && !bars.flows.empty())
        bars.sums = runningSum(bars.flows.front());
}

void readLines(const TimeScale& time, PaneBars& bars)
{
    const auto& samples = bars.data->samples;
    bars.lines.resize(samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i)
        readLine(*samples[i], time, bars.kind->line.isJoined, bars.lines[i]);
}

bool hasValue(const LinePoint& point)
{
    return !std::isnan(point.value);
}

LinePoint toLinePoint(const SamplePoint& sample)
{
    return {sample.fromMs, sample.toMs, sample.value, sample.value, sample.value};
}

/// Several values as one point; NaN where none is known.
LinePoint toLinePoint(const SampleSeries& samples, std::span<const SamplePoint> points, TimeRange column)
{
    const auto last = std::find_if(points.rbegin(), points.rend(),
                                   [](const SamplePoint& point) { return !std::isnan(point.value); });
    const double value = last == points.rend() ? std::numeric_limits<double>::quiet_NaN() : last->value;
    const SampleSeries::Extent extent = samples.extent(points);
    return {toMsecs(column.from), toMsecs(column.to), value, extent.least, extent.greatest};
}

/// One point for every two pixels, however many values there are.
void readColumns(const SampleSeries& samples, const TimeScale& time, std::vector<LinePoint>& out)
{
    for (double x = time.left; x < time.left + time.width; x += leastSampleWidth) {
        const TimeRange column{time.time(x), time.time(x + leastSampleWidth)};
        if (const auto points = samples.visible(column); !points.empty())
            out.push_back(toLinePoint(samples, points, column));
    }
}

ValueRange lineRange(const PaneBars& bars)
{
    ValueRange range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const DrawnLine& line : bars.lines)
        for (const LinePoint& point : line.points)
            if (hasValue(point)) {
                range.low = std::min(range.low, point.least);
                range.high = std::max(range.high, point.greatest);
            }
    if (const auto neutral = bars.neutral(); neutral && !bars.isEmpty()) {
        range.low = std::min(range.low, *neutral);
        range.high = std::max(range.high, *neutral);
    }
    return range;
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

bool isAmong(std::span<const TimeRange> days, UtcTime from)
{
    const auto found = std::lower_bound(days.begin(), days.end(), from,
                                        [](const TimeRange& day, UtcTime time) { return day.from < time; });
    return found != days.end() && found->from == from;
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

void readBars(const SampleSeries& samples, TimeRange range, Interval bucket,
              std::span<const TimeRange> sessionless, std::vector<DrawnBar>& out)
{
    out.clear();
    const bool isSummed = bucket.length.count() > 0;
    for (const SamplePoint& point : samples.visible(range)) {
        const bool isFlagged = isAmong(sessionless, fromMsecs(point.fromMs));
        if (isSummed && isFlagged)
            continue;
        const UtcTime start =
            isSummed ? bucket.bucketStart(fromMsecs(point.fromMs)) : fromMsecs(point.fromMs);
        if (isSummed && !out.empty() && out.back().fromMs == toMsecs(start))
            out.back().value += point.value;
        else
            out.push_back({toMsecs(start), isSummed ? toMsecs(bucket.next(start)) : point.toMs, point.value,
                           isFlagged});
    }
}

void readLine(const SampleSeries& samples, const TimeScale& time, bool isJoined, DrawnLine& out)
{
    out.points.clear();
    const auto visible = samples.visible(time.range);
    out.isDense = static_cast<double>(visible.size()) * leastSampleWidth > time.width;
    if (out.isDense)
        return readColumns(samples, time, out.points);
    for (const SamplePoint& sample : isJoined ? samples.around(time.range) : visible)
        out.points.push_back(toLinePoint(sample));
}

std::vector<StackPiece> stacked(const std::vector<std::vector<DrawnBar>>& parts)
{
    struct Ends {
        double up = 0;
        double down = 0;
    };
    std::map<qint64, Ends> ends; // of the bar that begins there
    std::vector<StackPiece> pieces;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (const DrawnBar& bar : parts[part]) {
            Ends& reached = ends[bar.fromMs];
            double& end = bar.value < 0 ? reached.down : reached.up;
            pieces.push_back({bar.fromMs, bar.toMs, end, end + bar.value, part});
            end += bar.value;
        }
    }
    return pieces;
}

std::vector<DrawnBar> runningSum(const std::vector<DrawnBar>& bars)
{
    std::vector<DrawnBar> sums;
    double sum = 0;
    for (const DrawnBar& bar : bars) {
        sum += bar.isSessionless ? 0 : bar.value;
        sums.push_back({bar.fromMs, bar.toMs, sum});
    }
    return sums;
}

bool PaneBars::isEmpty() const
{
    const auto isBlank = [](const DrawnLine& line) {
        return std::none_of(line.points.begin(), line.points.end(), hasValue);
    };
    return candles.empty() && std::all_of(lines.begin(), lines.end(), isBlank) &&
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

std::optional<double> PaneBars::neutral() const
{
    return kind->line.neutral;
}

void readPaneBars(const View& view, const PaneKind& kind, const ViewData& data, const TimeScale& time,
                  double ratio, PaneBars& bars)
{
    bars.kind = &kind;
    bars.data = findData(data, kind.kind);
    bars.bucket = {};
    bars.end = view.interval.next(view.interval.bucketStart(time.range.to - Span{1}));
    bars.candles.clear();
    if (!bars.data || kind.shape != PaneKind::Shape::Line)
        bars.lines.clear();
    bars.parts.clear();
    bars.stack.clear();
    bars.sums.clear();
    for (auto& flow : bars.flows)
        flow.clear();
    if (kind.shape == PaneKind::Shape::Candles) {
        if (!data.candles)
            return;
        bars.bucket =
            drawnInterval(std::max(view.interval, data.candles->interval()), time, leastCandleWidth);
        data.candles->bars(widened(time.range, bars.bucket), bars.bucket, bars.candles);
        cutLast(*data.candles, bars);
    } else if (bars.data && kind.shape == PaneKind::Shape::Line) {
        readLines(time, bars);
    } else if (bars.data) {
        readFlows(view, time, ratio, bars);
        readParts(time, bars);
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
    if (bars.kind->shape == PaneKind::Shape::Line)
        return lineRange(bars);
    ValueRange range;
    for (std::size_t i = 0; i < bars.flows.size(); ++i) {
        const bool isDown = bars.kind->shape == PaneKind::Shape::UpDown && i == 0;
        for (const DrawnBar& bar : bars.flows[i])
            include(range, isDown ? -bar.value : bar.value);
    }
    for (const StackPiece& piece : bars.stack)
        include(range, piece.to);
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
