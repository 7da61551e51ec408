// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/coarsefill.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

/// Adds the candle's time, grown onto the stretch before where both meet.
void addStretch(std::vector<CoarseStretch>& stretches, TimeRange range, Interval interval)
{
    const bool continues = !stretches.empty() && stretches.back().interval == interval &&
                           stretches.back().range.to == range.from;
    if (continues)
        stretches.back().range.to = range.to;
    else
        stretches.push_back({range, interval});
}

void addRow(CandleColumns& to, const CandleColumns& from, std::size_t i, double volume)
{
    to.time.push_back(from.time[i]);
    to.open.push_back(from.open[i]);
    to.high.push_back(from.high[i]);
    to.low.push_back(from.low[i]);
    to.close.push_back(from.close[i]);
    to.volume.push_back(volume);
    to.netTaker.push_back(from.netTaker[i]);
}

/// Reads the candles of one coarser interval that meet empty time.
class CoarseReading final {
public:
    CoarseReading(Loading& loading, const StoredSeries& stored, Interval interval, const CandleSeries& finer)
        : m_loading(loading),
          m_stored(stored),
          m_interval(interval),
          m_finer(finer),
          m_series(std::make_shared<CandleSeries>(interval))
    {
    }

    Result<Done> read(TimeRange stretch)
    {
        const UtcTime from = std::max(m_readTo, m_interval.bucketStart(std::max(stretch.from, earliestTime)));
        return m_loading.store.visitCandles(m_stored.id, m_interval, {from, stretch.to}, m_loading.view.asOf,
                                            [&](const CandleColumns& candles) {
                                                add(candles);
                                                return true;
                                            });
    }
    [[nodiscard]] std::shared_ptr<CandleSeries> finish()
    {
        m_series->append(m_kept);
        m_series->finish();
        return m_series;
    }
    [[nodiscard]] const std::vector<CoarseStretch>& covered() const { return m_covered; }

private:
    void add(const CandleColumns& candles)
    {
        for (std::size_t i = 0; i < candles.size(); ++i) {
            const UtcTime open = m_interval.bucketStart(fromMsecs(candles.time[i]));
            const TimeRange span{open, m_interval.next(open)};
            const CandleSummary finer = m_finer.summary(span);
            m_readTo = span.to;
            const bool reachesBeyond = !finer.isEmpty() && (finer.high > Price{candles.high[i]}.toDouble() ||
                                                            finer.low < Price{candles.low[i]}.toDouble());
            if (reachesBeyond)
                continue;
            addRow(m_kept, candles, i, rest(candles.volume[i], finer));
            addStretch(m_covered, span, m_interval);
        }
    }
    /// What of the volume the finer candles do not hold already.
    [[nodiscard]] static double rest(double volume, const CandleSummary& finer)
    {
        return finer.isEmpty() || std::isnan(finer.volume) ? volume : std::max(0.0, volume - finer.volume);
    }

    Loading& m_loading;
    const StoredSeries& m_stored;
    Interval m_interval;
    const CandleSeries& m_finer;
    std::shared_ptr<CandleSeries> m_series;
    CandleColumns m_kept;
    std::vector<CoarseStretch> m_covered;
    UtcTime m_readTo = earliestTime; ///< a candle may meet two empty stretches
};

} // namespace

std::vector<TimeRange> emptyStretches(const CandleSeries& series)
{
    const TimeRange known = series.range();
    std::vector<TimeRange> empty{{earliestTime, known.from}};
    empty.insert(empty.end(), series.gaps().begin(), series.gaps().end());
    empty.push_back({known.to, latestTime});
    return empty;
}

std::vector<TimeRange> without(const std::vector<TimeRange>& stretches,
                               std::span<const CoarseStretch> covered)
{
    std::vector<TimeRange> left;
    auto first = covered.begin();
    for (TimeRange stretch : stretches) {
        while (first != covered.end() && first->range.to <= stretch.from)
            ++first;
        for (auto next = first; next != covered.end() && next->range.from < stretch.to; ++next) {
            if (stretch.from < next->range.from)
                left.push_back({stretch.from, next->range.from});
            stretch.from = std::max(stretch.from, next->range.to);
        }
        if (stretch.from < stretch.to)
            left.push_back(stretch);
    }
    return left;
}

Result<std::vector<CandleRevision>> revisionsShown(Store& store, qint64 series, Interval finest,
                                                   std::span<const CoarseStretch> coarse, TimeRange range,
                                                   std::optional<UtcTime> asOf)
{
    auto all = store.candleRevisions(series, finest, range, asOf);
    if (all.hasError())
        return all;
    for (const CoarseStretch& stretch : coarse) {
        const TimeRange part{std::max(stretch.range.from, range.from), std::min(stretch.range.to, range.to)};
        if (part.isEmpty())
            continue;
        const auto more = store.candleRevisions(series, stretch.interval, part, asOf);
        if (more.hasError())
            return more;
        all.value().insert(all.value().end(), more.value().begin(), more.value().end());
    }
    std::stable_sort(
        all.value().begin(), all.value().end(),
        [](const CandleRevision& a, const CandleRevision& b) { return a.openTime < b.openTime; });
    return all;
}

Result<std::vector<CoarseStretch>> fillWithCoarser(Loading& loading, const StoredSeries& stored,
                                                   std::span<const Interval> coarser, CandleSeries& series)
{
    std::vector<CoarseStretch> covered;
    std::vector<TimeRange> empty = emptyStretches(series);
    std::vector<std::shared_ptr<CandleSeries>> rungs;
    for (const Interval interval : coarser) {
        CoarseReading reading(loading, stored, interval, series);
        for (const TimeRange& stretch : empty)
            if (const auto done = reading.read(stretch); done.hasError())
                return done.error();
        if (reading.covered().empty())
            continue;
        rungs.push_back(reading.finish());
        CandleSeries& last = rungs.size() == 1 ? series : *rungs[rungs.size() - 2];
        last.setCoarser(rungs.back());
        empty = without(empty, reading.covered());
        covered.insert(covered.end(), reading.covered().begin(), reading.covered().end());
    }
    std::stable_sort(covered.begin(), covered.end(), [](const CoarseStretch& a, const CoarseStretch& b) {
        return a.range.from < b.range.from;
    });
    return covered;
}

} // namespace holdline
