// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/storesink.h"

#include "models/history/calendarwithdrawal.h"
#include "models/history/samplemerge.h"

#include <algorithm>

namespace holdline {

StoreSink::StoreSink(Store& store, const ImportOptions& options, const ByteSource& source,
                     const Progress& progress)
    : m_store(store),
      m_options(options),
      m_source(source),
      m_progress(progress),
      m_stored(store)
{
}

void StoreSink::fail(const Error& error)
{
    if (!m_error)
        m_error = error;
}

template <typename T>
bool StoreSink::took(const Result<T>& result)
{
    if (result.hasError())
        fail(result.error());
    return result.hasValue();
}

SeriesKey StoreSink::asSaid(const SeriesKey& given) const
{
    SeriesKey key = given;
    if (!m_options.source.isEmpty())
        key.source = m_options.source;
    if (!m_options.definition.isEmpty())
        key.definition = m_options.definition;
    return key;
}

int StoreSink::series(const SeriesKey& given, SeriesKind kind, const QString& unit)
{
    const SeriesKey key = asSaid(given);
    const auto found = std::find_if(m_series.begin(), m_series.end(),
                                    [&](const OpenSeries& open) { return open.key == key; });
    if (found != m_series.end())
        return static_cast<int>(found - m_series.begin());
    m_series.push_back({key, kind, m_options.unit.isEmpty() ? unit : m_options.unit});
    return static_cast<int>(m_series.size()) - 1;
}

bool StoreSink::isReady(OpenSeries& series)
{
    if (m_error || series.id)
        return !m_error;
    const auto stored = m_store.ensureSeries(series.key, series.kind, series.unit);
    if (took(stored))
        series.id = stored.value().id;
    return series.id.has_value();
}

std::optional<Interval> StoreSink::storedInterval(const QString& name)
{
    const auto found = m_store.find(name);
    if (found.hasError())
        return std::nullopt;
    for (const auto& series : found.value()) {
        if (series.kind == SeriesKind::Candles && !series.intervals.empty())
            return series.intervals.front();
    }
    return std::nullopt;
}

template <typename T>
std::vector<T> StoreSink::orNone(Result<std::vector<T>> rows)
{
    return took(rows) ? std::move(rows).value() : std::vector<T>();
}

std::vector<Interval> StoreSink::storedIntervals(const SeriesKey& key)
{
    return orNone(m_stored.intervals(asSaid(key)));
}

std::vector<Candle> StoreSink::storedCandles(const SeriesKey& key, Interval interval, TimeRange range)
{
    return orNone(m_stored.candles(asSaid(key), interval, range));
}

std::vector<Sample> StoreSink::storedSamples(const SeriesKey& key, TimeRange range)
{
    return orNone(m_stored.samples(asSaid(key), range));
}

void StoreSink::cover(UtcTime from, UtcTime to)
{
    m_report.from = m_report.from ? std::min(*m_report.from, from) : from;
    m_report.to = m_report.to ? std::max(*m_report.to, to) : to;
}

void StoreSink::candles(int number, Interval interval, std::span<const Candle> candles)
{
    OpenSeries& series = m_series[static_cast<std::size_t>(number)];
    if (!isReady(series))
        return;
    if (!series.candleImport)
        series.candleImport.emplace(m_store, *series.id, interval);
    for (const Candle& candle : candles)
        cover(candle.openTime, interval.next(candle.openTime));
    took(series.candleImport->add(candles));
}

void StoreSink::samples(std::span<const SeriesSample> row)
{
    for (const auto& cell : row)
        cover(cell.sample.from, cell.sample.to);
    m_cells.insert(m_cells.end(), row.begin(), row.end());
    m_rowEnds.push_back(m_cells.size());
    if (m_cells.size() >= mostWaitingCells)
        flushSamples();
}

void StoreSink::sumsOfSiblings(int series, const std::vector<TimeRange>& intervals)
{
    if (m_error || intervals.empty())
        return;
    auto totals = SiblingTotals::before(m_store, m_series[static_cast<std::size_t>(series)].key, intervals);
    if (took(totals))
        m_totals.emplace_back(series, std::move(totals).value());
}

void StoreSink::liquidation(int series, const Liquidation& item)
{
    cover(item.time, item.time);
    m_series[static_cast<std::size_t>(series)].liquidations.push_back(item);
}

void StoreSink::event(int series, const Event& event)
{
    cover(event.time, event.time);
    m_series[static_cast<std::size_t>(series)].events.push_back(event);
}

void StoreSink::calendarRead(int series, const CalendarReading& reading)
{
    m_series[static_cast<std::size_t>(series)].calendar = reading;
}

void StoreSink::level(const Level& level)
{
    m_levels.push_back(level);
}

void StoreSink::levelOfTable(const Level& level)
{
    m_levelsOfTables.insert(level.id);
    m_levels.push_back(level);
}

/// What a table cannot say of a level that is stored already stays as it is.
Result<Done> StoreSink::completeLevels()
{
    if (m_levelsOfTables.empty())
        return Done{};
    const auto stored = m_store.levels();
    if (stored.hasError())
        return stored.error();
    for (Level& level : m_levels) {
        const auto before = std::ranges::find(stored.value(), level.id, &Level::id);
        if (!m_levelsOfTables.contains(level.id) || before == stored.value().end())
            continue;
        level.traits = before->traits;
        level.unknown = before->unknown;
        if (level.origin == LevelOrigin::Tracking)
            level.follows = before->follows;
    }
    return Done{};
}

void StoreSink::reject(qint64 line, const QString& reason)
{
    ++m_report.rejected;
    if (m_report.rejects.size() < ImportReport::shownRejects)
        m_report.rejects.push_back({line, reason});
}

void StoreSink::say(const QString& words)
{
    m_report.words << words;
}

bool StoreSink::shouldStop()
{
    m_progress.advance(m_source.done(), m_source.total());
    if (m_progress.cancelled)
        fail({Error::Kind::Cancelled, QStringLiteral("stopped; nothing of this file was taken")});
    return m_error.has_value();
}

/// A row is revised when one of its values is, else added when one is.
void StoreSink::flushSamples()
{
    std::vector<std::vector<Sample>> samplesOf(m_series.size());
    std::vector<std::vector<std::size_t>> rowsOf(m_series.size());
    std::size_t cell = 0;
    for (std::size_t row = 0; row < m_rowEnds.size(); ++row) {
        for (; cell < m_rowEnds[row]; ++cell) {
            const auto series = static_cast<std::size_t>(m_cells[cell].series);
            samplesOf[series].push_back(m_cells[cell].sample);
            rowsOf[series].push_back(row);
        }
    }
    std::vector<MergeOutcome> outcomeOf(m_rowEnds.size(), MergeOutcome::Unchanged);
    for (std::size_t series = 0; series < samplesOf.size() && !m_error; ++series) {
        if (samplesOf[series].empty())
            continue;
        if (!isReady(m_series[series]))
            return;
        const auto outcomes = mergeLastGiven(m_store, *m_series[series].id, samplesOf[series]);
        if (!took(outcomes))
            return;
        for (std::size_t i = 0; i < rowsOf[series].size(); ++i) {
            MergeOutcome& outcome = outcomeOf[rowsOf[series][i]];
            if (outcomes.value()[i] == MergeOutcome::Revised)
                outcome = MergeOutcome::Revised;
            else if (outcomes.value()[i] == MergeOutcome::Added && outcome == MergeOutcome::Unchanged)
                outcome = MergeOutcome::Added;
        }
    }
    m_counts.add(outcomeOf);
    m_cells.clear();
    m_rowEnds.clear();
}

void StoreSink::finishSeries(OpenSeries& series)
{
    if (series.candleImport && took(series.candleImport->finish())) {
        const MergeCounts& counts = series.candleImport->counts();
        m_counts.added += counts.added;
        m_counts.unchanged += counts.unchanged;
        m_counts.revised += counts.revised;
    }
    if (!series.liquidations.empty() && isReady(series)) {
        const auto merged = m_store.mergeLiquidations(*series.id, series.liquidations);
        if (took(merged))
            m_counts.add(merged.value());
    }
    if (!series.events.empty())
        finishEvents(series);
    if (series.calendar && !m_error)
        finishCalendar(series);
}

void StoreSink::finishEvents(OpenSeries& series)
{
    if (!isReady(series))
        return;
    if (series.calendar && !took(tellAgain(m_store, *series.id, m_options.now, series.events)))
        return;
    const auto merged = m_store.mergeEvents(*series.id, series.events);
    if (took(merged))
        m_counts.add(merged.value());
}

/// A calendar that tells nothing new makes no series.
void StoreSink::finishCalendar(const OpenSeries& series)
{
    const auto found = m_store.find(series.key.name);
    if (!took(found))
        return;
    const auto stored = std::ranges::find(found.value(), series.key, &StoredSeries::key);
    if (stored == found.value().end())
        return;
    const auto withdrawn = withdrawUntold(m_store, *stored, series.events, *series.calendar, m_options.now);
    if (took(withdrawn) && !withdrawn.value().empty())
        say(withdrawalSentence(withdrawn.value()));
}

/// They are no rows of the file, so they are not counted.
void StoreSink::finishTotals()
{
    for (const auto& [number, totals] : m_totals) {
        const auto sums = m_error ? Result<std::vector<Sample>>(*m_error) : totals.sums(m_store);
        OpenSeries& series = m_series[static_cast<std::size_t>(number)];
        if (!took(sums) || sums.value().empty() || !isReady(series))
            continue;
        static_cast<void>(took(m_store.mergeSamples(*series.id, sums.value())));
    }
}

Result<ImportReport> StoreSink::finish()
{
    if (!shouldStop())
        flushSamples();
    for (auto& series : m_series) {
        if (shouldStop())
            break;
        finishSeries(series);
    }
    finishTotals();
    if (!m_levels.empty() && !m_error && took(completeLevels())) {
        const auto put = m_store.putLevels(m_levels);
        if (took(put))
            m_counts.add(put.value());
    }
    if (shouldStop())
        return *m_error;
    m_report.added = m_counts.added;
    m_report.unchanged = m_counts.unchanged;
    m_report.revised = m_counts.revised;
    m_report.rows = m_counts.added + m_counts.unchanged + m_counts.revised + m_report.rejected;
    return m_report;
}

} // namespace holdline
