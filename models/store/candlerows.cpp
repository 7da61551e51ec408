// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/candlerows.h"

#include "models/store/amounttext.h"
#include "models/store/packedtail.h"
#include "models/store/seriesrows.h"

#include <algorithm>
#include <numeric>

namespace holdline {

namespace {

/// Positions of the candles by open time, equal times in the order given.
std::vector<quint32> orderByTime(std::span<const Candle> candles)
{
    std::vector<quint32> order(candles.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto earlier = [&](quint32 a, quint32 b) { return candles[a].openTime < candles[b].openTime; };
    if (!std::is_sorted(order.begin(), order.end(), earlier))
        std::stable_sort(order.begin(), order.end(), earlier);
    return order;
}

/// Whether the candles stand one behind the other in ascending order, none twice.
bool isAscending(std::span<const Candle> candles, std::span<const quint32> order)
{
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (order[i] != order[i - 1] + 1 || candles[order[i]].openTime == candles[order[i - 1]].openTime)
            return false;
    }
    return true;
}

void eraseRows(CandleColumns& columns, std::size_t from, std::size_t count)
{
    const auto erase = [&](auto& column) {
        const auto begin = column.begin() + static_cast<std::ptrdiff_t>(from);
        column.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    };
    for (auto* column : {&columns.time, &columns.open, &columns.high, &columns.low, &columns.close})
        erase(*column);
    erase(columns.volume);
    erase(columns.netTaker);
}

/// Keeps the rows with time in [from, to).
void clip(CandleColumns& columns, qint64 from, qint64 to)
{
    const auto& times = columns.time;
    const auto end =
        static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), to) - times.begin());
    if (end < times.size())
        eraseRows(columns, end, times.size() - end);
    const auto begin =
        static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), from) - times.begin());
    if (begin > 0)
        eraseRows(columns, 0, begin);
}

double orUnknown(const std::optional<Amount>& amount)
{
    return amount ? amount->toDouble() : std::numeric_limits<double>::quiet_NaN();
}

void overwrite(CandleColumns& columns, std::span<const Candle> past)
{
    for (const Candle& candle : past) {
        const qint64 time = toMsecs(candle.openTime);
        const auto found = std::lower_bound(columns.time.begin(), columns.time.end(), time);
        if (found == columns.time.end() || *found != time)
            continue;
        const auto i = static_cast<std::size_t>(found - columns.time.begin());
        columns.open[i] = candle.open.units;
        columns.high[i] = candle.high.units;
        columns.low[i] = candle.low.units;
        columns.close[i] = candle.close.units;
        columns.volume[i] = orUnknown(candle.volume);
        columns.netTaker[i] = orUnknown(netTaker(candle));
    }
}

void overwrite(std::vector<Candle>& candles, std::span<const Candle> past)
{
    const auto earlier = [](const Candle& a, const Candle& b) { return a.openTime < b.openTime; };
    for (const Candle& candle : past) {
        const auto found = std::lower_bound(candles.begin(), candles.end(), candle, earlier);
        if (found != candles.end() && found->openTime == candle.openTime)
            *found = candle;
    }
}

/// Open times that can be asked for, given that a candle is known from its close on.
TimeRange knownBy(TimeRange range, Interval interval, std::optional<UtcTime> asOf)
{
    const UtcTime from = std::clamp(range.from, earliestTime, latestTime);
    const UtcTime to = std::clamp(range.to, earliestTime, latestTime + Span{1});
    if (!asOf)
        return {from, to};
    return {from, std::min(to, *asOf - interval.length + Span{1})};
}

} // namespace

Result<std::vector<MergeOutcome>> CandleRows::merge(qint64 series, Interval interval,
                                                    std::span<const Candle> candles)
{
    std::vector<MergeOutcome> outcomes(candles.size(), MergeOutcome::Unchanged);
    const std::vector<quint32> order = orderByTime(candles);
    for (std::size_t begin = 0; begin < order.size();) {
        const qint64 day = dayOf(candles[order[begin]].openTime);
        const UtcTime nextDay = dayStart(day + 1);
        std::size_t end = begin;
        while (end < order.size() && candles[order[end]].openTime < nextDay)
            ++end;
        const auto part = std::span(order).subspan(begin, end - begin);
        if (auto done = mergeDay(series, interval, day, candles, part, outcomes); done.hasError())
            return done.error();
        begin = end;
    }
    return outcomes;
}

Result<Done> CandleRows::mergeDay(qint64 series, Interval interval, qint64 day,
                                  std::span<const Candle> candles, std::span<const quint32> order,
                                  std::span<MergeOutcome> outcomes)
{
    const auto stored = storedDay(series, interval, day);
    if (stored.hasError())
        return stored.error();
    if (order.size() == 1 && !stored.value().isEmpty()) {
        const auto longer = withCandleAtEnd(day, interval, stored.value(), candles[order.front()]);
        if (longer.hasError())
            return damaged(series, day, longer.error());
        if (longer.value()) {
            outcomes[order.front()] = MergeOutcome::Added;
            return writeDay(series, interval, day, *longer.value());
        }
    }
    std::vector<Candle> known;
    if (!stored.value().isEmpty()) {
        auto unpacked = unpackDay(day, stored.value());
        if (unpacked.hasError())
            return damaged(series, day, unpacked.error());
        known = std::move(unpacked.value());
    }
    const bool isLater = known.empty() || known.back().openTime < candles[order.front()].openTime;
    if (isLater && isAscending(candles, order)) {
        for (const quint32 index : order)
            outcomes[index] = MergeOutcome::Added;
        const auto added = candles.subspan(order.front(), order.size());
        known.insert(known.end(), added.begin(), added.end());
        return writeDay(series, interval, day, packDay(day, interval, known));
    }
    const CandleMerge merge = mergeCandleDay(known, candles, order, outcomes);
    if (!merge.isChanged)
        return Done{};
    if (auto kept = keepSuperseded(series, interval, merge.superseded); kept.hasError())
        return kept;
    return writeDay(series, interval, day, packDay(day, interval, merge.candles));
}

Result<QByteArray> CandleRows::storedDay(qint64 series, Interval interval, qint64 day)
{
    auto statement = m_database.statement(
        QStringLiteral("SELECT packed FROM candle_days WHERE series_id = ? AND interval_ms = ? AND day = ?"));
    if (statement.hasError())
        return statement.error();
    QByteArray packed;
    auto done =
        statement.value().bind(series).bind(interval.length.count()).bind(day).forEach([&](const Row& row) {
            packed = row.bytes(0);
            return false;
        });
    if (done.hasError())
        return done.error();
    return packed;
}

Result<Done> CandleRows::writeDay(qint64 series, Interval interval, qint64 day, const PackedDay& packed)
{
    auto statement = m_database.statement(QStringLiteral(
        "INSERT INTO candle_days (series_id, interval_ms, day, candles, first_ms, last_ms, runs, packed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (series_id, interval_ms, day) DO UPDATE SET "
        "candles = excluded.candles, first_ms = excluded.first_ms, last_ms = excluded.last_ms, "
        "runs = excluded.runs, packed = excluded.packed"));
    if (statement.hasError())
        return statement.error();
    return statement.value()
        .bind(series)
        .bind(interval.length.count())
        .bind(day)
        .bind(packed.count)
        .bind(toMsecs(packed.first))
        .bind(toMsecs(packed.last))
        .bind(packed.runs)
        .bind(packed.bytes)
        .run();
}

Result<qint64> CandleRows::revisionsOf(qint64 series, Interval interval, UtcTime open)
{
    auto statement = m_database.statement(QStringLiteral(
        "SELECT COUNT(*) FROM candle_revisions WHERE series_id = ? AND interval_ms = ? AND open_ms = ?"));
    if (statement.hasError())
        return statement.error();
    qint64 count = 0;
    auto done = statement.value()
                    .bind(series)
                    .bind(interval.length.count())
                    .bind(toMsecs(open))
                    .forEach([&count](const Row& row) {
                        count = row.integer(0);
                        return false;
                    });
    if (done.hasError())
        return done.error();
    return count;
}

Result<Done> CandleRows::keepSuperseded(qint64 series, Interval interval, std::span<const Candle> superseded)
{
    if (superseded.empty())
        return Done{};
    auto statement = m_database.statement(QStringLiteral(
        "INSERT INTO candle_revisions (series_id, interval_ms, open_ms, revision, until_ms, open, high, low, "
        "close, volume, quote_volume, taker_buy_quote, trades) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?)"));
    if (statement.hasError())
        return statement.error();
    const qint64 now = toMsecs(m_clock.now());
    for (const Candle& candle : superseded) {
        const auto earlier = revisionsOf(series, interval, candle.openTime);
        if (earlier.hasError())
            return earlier.error();
        const QVariant trades = candle.trades ? QVariant(static_cast<qlonglong>(*candle.trades)) : QVariant();
        auto done = statement.value()
                        .bind(series)
                        .bind(interval.length.count())
                        .bind(toMsecs(candle.openTime))
                        .bind(earlier.value())
                        .bind(now)
                        .bind(candle.open.units)
                        .bind(candle.high.units)
                        .bind(candle.low.units)
                        .bind(candle.close.units)
                        .bind(toColumn(candle.volume))
                        .bind(toColumn(candle.quoteVolume))
                        .bind(toColumn(candle.takerBuyQuote))
                        .bind(trades)
                        .run();
        if (done.hasError())
            return done;
    }
    return Done{};
}

Result<Done> CandleRows::forEachDay(qint64 series, Interval interval, TimeRange range,
                                    const DayVisitor& visit)
{
    if (range.isEmpty())
        return Done{};
    auto statement = m_database.statement(
        QStringLiteral("SELECT day, packed FROM candle_days WHERE series_id = ? AND interval_ms = ? "
                       "AND day >= ? AND day <= ? ORDER BY day"));
    if (statement.hasError())
        return statement.error();
    Result<Done> outcome = Done{};
    auto done = statement.value()
                    .bind(series)
                    .bind(interval.length.count())
                    .bind(dayOf(range.from))
                    .bind(dayOf(range.to - Span{1}))
                    .forEach([&](const Row& row) {
                        const qint64 day = row.integer(0);
                        const auto goesOn = visit(day, row.bytes(1));
                        if (goesOn.hasError())
                            outcome = damaged(series, day, goesOn.error());
                        return goesOn.hasValue() && goesOn.value();
                    });
    return done.hasError() ? done : outcome;
}

Result<CandleRows::Past> CandleRows::past(qint64 series, Interval interval, TimeRange range, UtcTime asOf)
{
    auto statement = m_database.statement(QStringLiteral(
        "SELECT open_ms, open, high, low, close, volume, quote_volume, taker_buy_quote, trades "
        "FROM candle_revisions WHERE series_id = ? AND interval_ms = ? AND open_ms >= ? AND open_ms < ? "
        "AND until_ms > ? ORDER BY open_ms, revision"));
    if (statement.hasError())
        return statement.error();
    Past held;
    auto done = statement.value()
                    .bind(series)
                    .bind(interval.length.count())
                    .bind(toMsecs(range.from))
                    .bind(toMsecs(range.to))
                    .bind(toMsecs(asOf))
                    .forEach([&held](const Row& row) {
                        const UtcTime open = fromMsecs(row.integer(0));
                        // Of several superseded later, the first held at the asked time.
                        if (!held.empty() && held.back().openTime == open)
                            return true;
                        held.push_back({open, Price{row.integer(1)}, Price{row.integer(2)},
                                        Price{row.integer(3)}, Price{row.integer(4)}, amountColumn(row, 5),
                                        amountColumn(row, 6), amountColumn(row, 7),
                                        row.isNull(8) ? std::nullopt : std::optional(row.integer(8))});
                        return true;
                    });
    if (done.hasError())
        return done.error();
    return held;
}

Result<Done> CandleRows::visit(qint64 series, Interval interval, TimeRange range, std::optional<UtcTime> asOf,
                               const std::function<bool(const CandleColumns&)>& visit)
{
    const TimeRange known = knownBy(range, interval, asOf);
    std::optional<Past> held;
    CandleColumns columns;
    return forEachDay(series, interval, known, [&](qint64 day, const QByteArray& packed) -> Result<bool> {
        if (auto unpacked = unpackDay(day, packed, columns); unpacked.hasError())
            return unpacked.error();
        if (asOf && !held) {
            // Read while the days are being read, so that both are of one moment.
            auto read = past(series, interval, known, *asOf);
            if (read.hasError())
                return read.error();
            held = std::move(read.value());
        }
        if (held)
            overwrite(columns, *held);
        clip(columns, toMsecs(known.from), toMsecs(known.to));
        return columns.size() == 0 || visit(columns);
    });
}

Result<std::vector<Candle>> CandleRows::candles(qint64 series, Interval interval, TimeRange range,
                                                std::optional<UtcTime> asOf)
{
    const TimeRange known = knownBy(range, interval, asOf);
    std::vector<Candle> all;
    std::optional<Past> held;
    auto done =
        forEachDay(series, interval, known, [&](qint64 day, const QByteArray& packed) -> Result<bool> {
            auto unpacked = unpackDay(day, packed);
            if (unpacked.hasError())
                return unpacked.error();
            if (asOf && !held) {
                auto read = past(series, interval, known, *asOf);
                if (read.hasError())
                    return read.error();
                held = std::move(read.value());
            }
            std::copy_if(unpacked.value().begin(), unpacked.value().end(), std::back_inserter(all),
                         [&](const Candle& candle) { return known.contains(candle.openTime); });
            return true;
        });
    if (done.hasError())
        return done.error();
    if (held)
        overwrite(all, *held);
    return all;
}

Result<std::vector<CandleRevision>> CandleRows::revisions(qint64 series, Interval interval, TimeRange range,
                                                          std::optional<UtcTime> asOf)
{
    auto statement = m_database.statement(QStringLiteral(
        "SELECT open_ms, until_ms FROM candle_revisions WHERE series_id = ? AND interval_ms = ? "
        "AND open_ms >= ? AND open_ms < ? AND until_ms <= ? ORDER BY open_ms, revision"));
    if (statement.hasError())
        return statement.error();
    std::vector<CandleRevision> revisions;
    auto done = statement.value()
                    .bind(series)
                    .bind(interval.length.count())
                    .bind(toMsecs(range.from))
                    .bind(toMsecs(range.to))
                    .bind(toMsecs(asOf.value_or(latestTime)))
                    .forEach([&revisions](const Row& row) {
                        revisions.push_back({fromMsecs(row.integer(0)), fromMsecs(row.integer(1))});
                        return true;
                    });
    if (done.hasError())
        return done.error();
    return revisions;
}

Result<SeriesExtent> CandleRows::extent(const StoredSeries& series)
{
    auto statement = m_database.statement(QStringLiteral(
        "SELECT interval_ms, candles, first_ms, last_ms, runs FROM candle_days WHERE series_id = ? "
        "ORDER BY interval_ms, day"));
    if (statement.hasError())
        return statement.error();
    SeriesExtent extent;
    std::optional<UtcTime> lastOfFinest;
    auto done = statement.value().bind(series.id).forEach([&](const Row& row) {
        const Interval interval{Span{row.integer(0)}};
        const UtcTime first = fromMsecs(row.integer(2));
        const UtcTime last = fromMsecs(row.integer(3));
        const bool isFirst = extent.rows == 0;
        extent.range.from = isFirst ? first : std::min(extent.range.from, first);
        extent.range.to =
            isFirst ? last + interval.length : std::max(extent.range.to, last + interval.length);
        extent.rows += row.integer(1);
        if (interval != series.intervals.front())
            return true;
        extent.gaps += row.integer(4) - (!lastOfFinest || areNeighbours(interval, *lastOfFinest, first));
        lastOfFinest = last;
        return true;
    });
    if (done.hasError())
        return done.error();
    return extent;
}

Error CandleRows::damaged(qint64 series, qint64 day, const Error& error)
{
    if (error.kind != Error::Kind::Storage || sqliteCode(error) != -1)
        return error;
    const auto found = SeriesRows(m_database).byId(series);
    const QString name =
        found.hasValue() && found.value() ? found.value()->key.name : QString::number(series);
    return {Error::Kind::Storage,
            QStringLiteral("%1 on %2: %3.").arg(name, toIso(dayStart(day)).left(10), error.message),
            error.detail};
}

} // namespace holdline
