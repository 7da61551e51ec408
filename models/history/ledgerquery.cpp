// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/ledgerquery.h"

#include "models/history/candlequery.h"
#include "models/history/flowquery.h"
#include "models/history/judgedcloses.h"
#include "models/history/samplequery.h"
#include "models/history/timedsums.h"
#include "models/history/trackededges.h"
#include "models/imports/liquidationseries.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

constexpr std::size_t stretchSize = 720; ///< candles that are looked at together
const QString everyVenue = QStringLiteral("all");

/// Levels that are counted on the same candles.
struct LedgerGroup {
    Interval interval;
    TimeRange life{latestTime, earliestTime}; ///< of all of them
    std::vector<std::size_t> levels;          ///< indices into those asked for
    std::vector<LedgerCount> counts = {};     ///< as `levels`
    bool isJudged = true;                     ///< the candles are fine enough
};

struct LedgerFlows {
    TimedSums longUsd;
    TimedSums shortUsd;
    TimedSums netTakerUsd;
};

/// Adds the rows whose time none of those that are there tells of. Rows of one series do not overlap.
void addUncovered(std::vector<ValueRow>& rows, std::vector<ValueRow> more)
{
    std::vector<TimeRange> covered;
    for (const ValueRow& row : rows)
        covered.push_back({row.from, std::max(row.to, row.from + Span{1})});
    std::ranges::sort(covered, {}, &TimeRange::from);
    std::erase_if(more, [&](const ValueRow& row) {
        const auto next = std::ranges::upper_bound(covered, row.from, {}, &TimeRange::from);
        return next != covered.begin() && std::prev(next)->contains(row.from);
    });
    std::move(more.begin(), more.end(), std::back_inserter(rows));
}

/// Stored taker volumes, to be taken in between those of the candles.
class StoredTakers final {
public:
    explicit StoredTakers(const std::vector<ValueRow>& rows) : m_rows(rows) {}

    /// Those that begin by then; times never go back.
    void addUpTo(UtcTime time, TimedSums& sums)
    {
        for (; m_next < m_rows.size() && m_rows[m_next].from <= time; ++m_next) {
            const ValueRow& row = m_rows[m_next];
            if (!row.values.front())
                continue;
            sums.add(row.from, *row.values.front());
            m_coveredTo = std::max(m_coveredTo, row.to);
        }
    }
    /// Whether one of those taken tells of the time.
    [[nodiscard]] bool covers(UtcTime time) const { return time < m_coveredTo; }

private:
    const std::vector<ValueRow>& m_rows;
    std::size_t m_next = 0;
    UtcTime m_coveredTo = earliestTime;
};

class LedgerReading final {
public:
    LedgerReading(Store& store, std::span<const Level> levels, const LedgerQuestion& question)
        : m_store(store),
          m_levels(levels),
          m_question(question),
          m_ledgers(levels.size())
    {
    }

    Result<std::vector<LevelLedger>> run();

private:
    Result<Done> readInstrument(const QString& instrument, const std::vector<std::size_t>& levels);
    Result<Done> readGroup(LedgerGroup& group, const QString& instrument, const SeriesSelection& candles);
    Result<Done> readCandles(LedgerGroup& group, const QString& instrument, const SeriesSelection& candles,
                             TimedSums& takers);
    Result<Done> readLiquidations(const LedgerGroup& group, const QString& asset, LedgerFlows& flows);
    Result<std::vector<LedgerGroup>> groups(const std::vector<std::size_t>& levels,
                                            const SeriesSelection& candles);
    Result<Interval> finestIn(const SeriesSelection& candles, TimeRange life);
    Result<std::vector<ValueRow>> sums(const QString& name, const LedgerGroup& group);
    Result<std::vector<ValueRow>> liquidationRows(const QString& name, const LedgerGroup& group);
    Result<QStringList> liquidationNames(const QString& asset);
    [[nodiscard]] SeriesQuestion about(const QString& name, TimeRange range) const;
    [[nodiscard]] TimeRange judgedTime(const std::vector<std::size_t>& levels) const;

    Store& m_store;
    std::span<const Level> m_levels;
    const LedgerQuestion& m_question;
    std::vector<LevelLedger> m_ledgers;
};

SeriesQuestion LedgerReading::about(const QString& name, TimeRange range) const
{
    return {.name = name, .range = range, .asOf = m_question.asOf};
}

/// Of the levels' lives all judging intervals that end or begin in them.
TimeRange LedgerReading::judgedTime(const std::vector<std::size_t>& levels) const
{
    TimeRange lives{latestTime, earliestTime};
    for (const std::size_t index : levels) {
        const TimeRange life = lifeOf(m_levels[index]);
        lives = {std::min(lives.from, life.from), std::max(lives.to, life.to)};
    }
    const Interval judging = m_question.judging;
    if (lives.from > earliestTime + 2 * judging.length)
        lives.from = judging.bucketStart(judging.bucketStart(lives.from) - Span{1});
    if (lives.to < latestTime - 2 * judging.length)
        lives.to = judging.next(judging.bucketStart(lives.to));
    return lives;
}

/// The finest interval with candles in the life; the finest stored where there are none.
Result<Interval> LedgerReading::finestIn(const SeriesSelection& candles, TimeRange life)
{
    const auto intervals = intervalsOf(candles);
    for (const Interval interval : intervals) {
        const auto any = hasCandles(m_store, ofInterval(candles, interval), about({}, life), interval);
        if (any.hasError())
            return any.error();
        if (any.value())
            return interval;
    }
    return intervals.front();
}

Result<std::vector<LedgerGroup>> LedgerReading::groups(const std::vector<std::size_t>& levels,
                                                       const SeriesSelection& candles)
{
    std::map<Interval, LedgerGroup> groups;
    std::map<std::pair<UtcTime, UtcTime>, Interval> known;
    for (const std::size_t index : levels) {
        const Level& level = m_levels[index];
        const TimeRange life = lifeOf(level);
        const auto at = known.find({life.from, life.to});
        const auto interval = at == known.end() ? finestIn(candles, life) : Result<Interval>(at->second);
        if (interval.hasError())
            return interval.error();
        known.emplace(std::pair{life.from, life.to}, interval.value());
        LedgerGroup& group = groups[interval.value()];
        group.interval = interval.value();
        group.life = {std::min(group.life.from, life.from), std::max(group.life.to, life.to)};
        group.levels.push_back(index);
        auto edges = edgesOf(m_store, level, m_question.asOf);
        if (edges.hasError())
            return edges.error();
        group.counts.emplace_back(level, std::move(edges.value()), interval.value());
    }
    std::vector<LedgerGroup> all;
    for (auto& [interval, group] : groups)
        all.push_back(std::move(group));
    return all;
}

/// Taker volume is that stored under its name where there is any, else what the candles say.
Result<Done> LedgerReading::readCandles(LedgerGroup& group, const QString& instrument,
                                        const SeriesSelection& candles, TimedSums& takers)
{
    const auto stored = sums(QStringLiteral("taker/") + instrument, group);
    if (stored.hasError())
        return stored.error();
    StoredTakers before(stored.value());
    const Span after = returnSpans.back() + group.interval.length;
    const UtcTime to = group.life.to < latestTime - after ? group.life.to + after : latestTime;
    std::vector<LedgerCandle> row;
    const auto visit = [&](Interval, std::span<const Candle> given) {
        row.clear();
        for (const Candle& candle : given) {
            row.push_back({candle.openTime, candle.low, candle.high, candle.close});
            before.addUpTo(candle.openTime, takers);
            if (const auto net = netTaker(candle); net && !before.covers(candle.openTime))
                takers.add(candle.openTime, *net);
        }
        for (std::size_t at = 0; at < row.size(); at += stretchSize) {
            const std::size_t size = std::min(stretchSize, row.size() - at);
            const auto stretch = LedgerStretch::of(std::span(row).subspan(at, size));
            for (LedgerCount& count : group.counts)
                count.take(stretch);
        }
        return true;
    };
    const auto answer =
        visitCandles(m_store, ofInterval(candles, group.interval), about({}, {group.life.from, to}), visit);
    before.addUpTo(latestTime, takers);
    return answer.hasError() ? Result<Done>(answer.error()) : Result<Done>(Done{});
}

/// Those of the venues, of one asset.
Result<QStringList> LedgerReading::liquidationNames(const QString& asset)
{
    const auto series = m_store.list();
    if (series.hasError())
        return series.error();
    QStringList names;
    for (const StoredSeries& one : series.value()) {
        const QString& name = one.key.name;
        const QString venue = name.section(u'/', 1, 1);
        if (name.startsWith(QStringLiteral("liquidations/")) && name == liquidationSeries(venue, asset) &&
            venue != everyVenue && !names.contains(name))
            names.append(name);
    }
    return names;
}

/// Sums of intervals no longer than a candle, oldest first.
Result<std::vector<ValueRow>> LedgerReading::sums(const QString& name, const LedgerGroup& group)
{
    const SeriesQuestion question = about(name, group.life);
    const auto stored = selectSeries(m_store, question, SeriesKind::Samples);
    if (stored.hasError())
        return stored.error();
    if (stored.value().isEmpty())
        return std::vector<ValueRow>{};
    auto table = querySamples(m_store, stored.value(), question);
    if (table.hasError())
        return table.error();
    std::erase_if(table.value().rows,
                  [&](const ValueRow& row) { return row.to - row.from > group.interval.length; });
    return std::move(table.value().rows);
}

/// Sums of intervals, and single ones, as rows without length, where no sum tells of their time.
Result<std::vector<ValueRow>> LedgerReading::liquidationRows(const QString& name, const LedgerGroup& group)
{
    auto rows = sums(name, group);
    if (rows.hasError())
        return rows;
    const SeriesQuestion question = about(name, group.life);
    const auto single = selectSeries(m_store, question, SeriesKind::Liquidations);
    if (single.hasError())
        return single.error();
    std::vector<ValueRow> singles;
    for (const StoredSeries& series : single.value().series) {
        const auto items = m_store.liquidations(series.id, question.range, question.asOf);
        if (items.hasError())
            return items.error();
        for (const Liquidation& item : items.value()) {
            const bool isLong = item.side == PositionSide::Long;
            singles.push_back({item.time,
                               item.time,
                               item.time,
                               {isLong ? item.usd : Amount{}, isLong ? Amount{} : item.usd}});
        }
    }
    addUncovered(rows.value(), std::move(singles));
    return rows;
}

/// Where a stored sum of all venues tells, it goes before the sum of those stored.
Result<Done> LedgerReading::readLiquidations(const LedgerGroup& group, const QString& asset,
                                             LedgerFlows& flows)
{
    auto all = liquidationRows(liquidationSeries(everyVenue, asset), group);
    if (all.hasError())
        return all.error();
    const auto names = liquidationNames(asset);
    if (names.hasError())
        return names.error();
    std::vector<ValueRow> venues;
    for (const QString& name : names.value()) {
        auto rows = liquidationRows(name, group);
        if (rows.hasError())
            return rows.error();
        std::move(rows.value().begin(), rows.value().end(), std::back_inserter(venues));
    }
    addUncovered(all.value(), std::move(venues));
    std::ranges::stable_sort(all.value(), {}, &ValueRow::from);
    for (const ValueRow& row : all.value()) {
        flows.longUsd.add(row.from, row.values[0].value_or(Amount{}));
        flows.shortUsd.add(row.from, row.values.size() > 1 ? row.values[1].value_or(Amount{}) : Amount{});
    }
    return Done{};
}

Result<Done> LedgerReading::readGroup(LedgerGroup& group, const QString& instrument,
                                      const SeriesSelection& candles)
{
    LedgerFlows flows;
    auto done = readCandles(group, instrument, candles, flows.netTakerUsd);
    if (done.hasValue())
        done = readLiquidations(group, assetOfSymbol(instrument), flows);
    if (done.hasError())
        return done;
    for (std::size_t i = 0; i < group.levels.size(); ++i) {
        LevelLedger ledger = group.counts[i].ledger();
        const auto& ranges = group.counts[i].insideRanges();
        const TimeRange life = lifeOf(m_levels[group.levels[i]]);
        ledger.longUsd = flows.longUsd.sumOver(ranges, life);
        ledger.shortUsd = flows.shortUsd.sumOver(ranges, life);
        ledger.netTakerUsd = flows.netTakerUsd.sumOver(ranges, life);
        if (!group.isJudged) {
            ledger.closesBeyond.reset();
            ledger.deepestWick.reset();
        }
        m_ledgers[group.levels[i]] = std::move(ledger);
    }
    return Done{};
}

Result<Done> LedgerReading::readInstrument(const QString& instrument, const std::vector<std::size_t>& levels)
{
    SeriesQuestion price = about(QStringLiteral("price/") + instrument, {earliestTime, latestTime});
    const auto candles = selectSeries(m_store, price, SeriesKind::Candles);
    if (candles.hasError())
        return candles.error();
    if (intervalsOf(candles.value()).empty())
        return Error{Error::Kind::Unavailable,
                     QStringLiteral("No candles are stored under %1.").arg(price.name)};
    price.interval = m_question.judging;
    price.range = judgedTime(levels);
    auto closes = judgedCloses(m_store, price);
    if (closes.hasError() && closes.error().kind != Error::Kind::Unavailable)
        return closes.error(); // candles that are too coarse to judge leave the rest of the ledger as it is
    auto all = groups(levels, candles.value());
    if (all.hasError())
        return all.error();
    for (LedgerGroup& group : all.value()) {
        group.isJudged = closes.hasValue();
        for (LedgerCount& count : group.counts) {
            if (!group.isJudged)
                break;
            for (const JudgedClose& close : closes.value())
                count.judge(close, m_question.judging);
        }
        if (const auto done = readGroup(group, instrument, candles.value()); done.hasError())
            return done;
    }
    return Done{};
}

Result<std::vector<LevelLedger>> LedgerReading::run()
{
    std::map<QString, std::vector<std::size_t>> byInstrument;
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        byInstrument[m_levels[i].instrument].push_back(i);
    for (const auto& [instrument, levels] : byInstrument) {
        if (const auto done = readInstrument(instrument, levels); done.hasError())
            return done.error();
    }
    return std::move(m_ledgers);
}

} // namespace

Result<std::vector<LevelLedger>> levelLedgers(Store& store, std::span<const Level> levels,
                                              const LedgerQuestion& question)
{
    return LedgerReading(store, levels, question).run();
}

} // namespace holdline
