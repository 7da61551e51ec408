// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/cohortprices.h"

#include "models/history/seriesselection.h"

#include <QRegularExpression>

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t retriedHeights = 4032; ///< of which a price may come later: four weeks

bool isBitcoinInDollars(const QString& name)
{
    static const QRegularExpression form(u"^price/.*\\b(BTC|XBT)[-/]?USD[TC]?$"_s);
    return form.match(name).hasMatch();
}

qint64 floored(qint64 seconds, qint64 length)
{
    return seconds - (seconds % length + length) % length;
}

PriceSource sourceOf(Interval interval)
{
    if (interval <= oneMinute)
        return PriceSource::Minute;
    return interval <= oneHour ? PriceSource::Hour : PriceSource::Day;
}

/// What finer closes, in their order, make of a coarser interval: the last of each holds.
std::vector<PriceClose> bucketed(std::span<const PriceClose> closes, qint64 length)
{
    std::vector<PriceClose> made;
    for (const PriceClose& close : closes) {
        const qint64 open = floored(close.openTime, length);
        if (made.empty() || made.back().openTime != open)
            made.push_back({open, close.cents});
        else
            made.back().cents = close.cents;
    }
    return made;
}

std::vector<PriceClose> closesOf(const CandleColumns& candles)
{
    std::vector<PriceClose> closes;
    closes.reserve(candles.size());
    for (std::size_t i = 0; i < candles.size(); ++i) {
        if (const auto cents = centsOf(Price{candles.close[i]}))
            closes.push_back({candles.time[i] / 1000, *cents});
    }
    return closes;
}

/// Hands in closes of an interval as what they are and as what they make of coarser ones.
void addCloses(HeightPricing& pricing, Interval interval, std::span<const PriceClose> closes)
{
    const PriceSource source = sourceOf(interval);
    if (source == PriceSource::Minute)
        pricing.add(PriceSource::Minute, closes);
    if (source != PriceSource::Day)
        pricing.add(PriceSource::Hour, bucketed(closes, 3600));
    if (interval <= oneDay)
        pricing.add(PriceSource::Day, bucketed(closes, 86'400));
}

/// The whole UTC days of the times.
TimeRange daysOf(std::span<const quint32> times)
{
    const auto [first, last] = std::minmax_element(times.begin(), times.end());
    return {fromMsecs(floored(*first, 86'400) * 1000), fromMsecs((floored(*last, 86'400) + 86'400) * 1000)};
}

} // namespace

Result<QString> usualPriceSeries(Store& store)
{
    const auto all = store.list();
    if (all.hasError())
        return all.error();
    QString best;
    UtcTime from = latestTime;
    for (const StoredSeries& series : all.value()) {
        if (series.kind != SeriesKind::Candles || !isBitcoinInDollars(series.key.name))
            continue;
        const auto extent = store.extent(series.id);
        if (extent.hasError())
            return extent.error();
        if (extent.value().rows > 0 && extent.value().range.from < from) {
            from = extent.value().range.from;
            best = series.key.name;
        }
    }
    if (best.isEmpty())
        return Error{
            Error::Kind::Unavailable,
            u"No candles of bitcoin in dollars are stored; import or record some, or name a series with --prices."_s};
    return best;
}

CohortPrices::CohortPrices(Store& store, QString series, PriceMode mode)
    : m_store(store),
      m_name(std::move(series)),
      m_mode(mode)
{
}

Result<Done> CohortPrices::find()
{
    if (!m_series.empty())
        return Done{};
    auto selection = selectSeries(m_store, {.name = m_name}, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    if (selection.value().isEmpty())
        return Error{Error::Kind::Unavailable, u"No candles are stored under the name %1."_s.arg(m_name)};
    m_series = std::move(selection.value().series);
    return Done{};
}

std::size_t CohortPrices::keptHeights(const BlockTimes& times) const
{
    const auto now = m_mode == PriceMode::DailyClose ? times.monotone() : times.times();
    const auto parted = std::mismatch(m_times.begin(), m_times.end(), now.begin(), now.end()).first;
    const auto same = static_cast<std::size_t>(parted - m_times.begin());
    const std::size_t sure = same > retriedHeights ? same - retriedHeights : 0;
    const auto missing = std::find(m_prices.sources.begin() + std::ptrdiff_t(sure),
                                   m_prices.sources.begin() + std::ptrdiff_t(same), PriceSource::Missing);
    return static_cast<std::size_t>(missing - m_prices.sources.begin());
}

Result<HeightPrices> CohortPrices::of(const BlockTimes& times)
{
    if (const auto found = find(); found.hasError())
        return found.error();
    const auto all = m_mode == PriceMode::DailyClose ? times.monotone() : times.times();
    const std::size_t kept = keptHeights(times);
    const auto added = priced(all.subspan(kept));
    if (added.hasError())
        return added;
    m_times.assign(all.begin(), all.end());
    m_prices.cents.resize(kept);
    m_prices.sources.resize(kept);
    m_prices.cents.insert(m_prices.cents.end(), added.value().cents.begin(), added.value().cents.end());
    m_prices.sources.insert(m_prices.sources.end(), added.value().sources.begin(),
                            added.value().sources.end());
    return m_prices;
}

Result<HeightPrices> CohortPrices::priced(std::span<const quint32> times)
{
    if (times.empty())
        return HeightPrices{};
    const BlockTimes asked(std::vector<quint32>(times.begin(), times.end()));
    HeightPricing pricing(asked, m_mode);
    // Of several sources the first made wins, so it is handed in last; likewise what was stored of an
    // interval goes before what finer candles make of it.
    for (auto series = m_series.rbegin(); series != m_series.rend(); ++series) {
        for (const Interval interval : series->intervals) {
            const auto read = m_store.visitCandles(series->id, interval, daysOf(times), {},
                                                   [&](const CandleColumns& candles) {
                                                       addCloses(pricing, interval, closesOf(candles));
                                                       return true;
                                                   });
            if (read.hasError())
                return read.error();
        }
    }
    return pricing.take();
}

Result<std::optional<KnownClose>> CohortPrices::closeBy(UtcTime time)
{
    if (const auto found = find(); found.hasError())
        return found.error();
    // A little at first: minutes of years would be read for nothing.
    for (Span back = std::chrono::hours{24 * 8};; back *= 8) {
        const bool isAll = time - earliestTime <= back;
        const auto close = lastClose({isAll ? earliestTime : time - back, time});
        if (close.hasError() || close.value() || isAll)
            return close;
    }
}

Result<std::optional<quint32>> CohortPrices::dayClose(qint64 day)
{
    const auto close = closeBy(fromMsecs((day + 1) * 86'400'000));
    if (close.hasError())
        return close.error();
    return close.value() ? std::optional(close.value()->cents) : std::nullopt;
}

Result<std::optional<KnownClose>> CohortPrices::lastClose(TimeRange range)
{
    std::optional<KnownClose> last;
    for (const StoredSeries& series : m_series) {
        for (const Interval interval : series.intervals) {
            const auto read =
                m_store.visitCandles(series.id, interval, range, {}, [&](const CandleColumns& candles) {
                    for (std::size_t i = 0; i < candles.size(); ++i) {
                        const UtcTime at = interval.next(fromMsecs(candles.time[i]));
                        const auto cents = centsOf(Price{candles.close[i]});
                        if (cents && at <= range.to && (!last || at > last->at))
                            last = KnownClose{at, *cents};
                    }
                    return true;
                });
            if (read.hasError())
                return read.error();
        }
    }
    return last;
}

} // namespace holdline
