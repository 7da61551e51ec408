// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/flowquery.h"

#include "models/history/candlequery.h"
#include "models/history/samplequery.h"
#include "models/imports/liquidationseries.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

QString allVenues()
{
    return QStringLiteral("liquidations/all");
}

SeriesQuestion about(const SeriesQuestion& question, const QString& name)
{
    SeriesQuestion other = question;
    other.name = name;
    return other;
}

ValueTable liquidationTable()
{
    return {.columns = columnsOf(allVenues(), {}), .rows = {}};
}

/// Every stored liquidation of a selection, oldest first.
Result<std::vector<Liquidation>> storedLiquidations(Store& store, const SeriesSelection& selection,
                                                    const SeriesQuestion& question)
{
    std::vector<Liquidation> all;
    for (const StoredSeries& series : selection.series) {
        const auto items = store.liquidations(series.id, question.range, question.asOf);
        if (items.hasError())
            return items.error();
        all.insert(all.end(), items.value().begin(), items.value().end());
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Liquidation& a, const Liquidation& b) { return a.time < b.time; });
    return all;
}

Result<std::vector<ValueRow>> storedMinuteSums(Store& store, const SeriesSelection& selection,
                                               const SeriesQuestion& question)
{
    SeriesQuestion whole = question;
    whole.range = wholeBuckets(question.range, oneMinute);
    const auto items = storedLiquidations(store, selection, whole);
    if (items.hasError())
        return items.error();
    auto rows = minuteSums(items.value());
    if (question.asOf)
        std::erase_if(rows, [&](const ValueRow& row) { return row.knownAt > *question.asOf; });
    return rows;
}

/// Adds up rows of several venues that cover the same interval: the asked one, else that of the longest row.
std::vector<ValueRow> sumOfVenues(std::vector<ValueRow> rows, const SeriesQuestion& question)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ValueRow& a, const ValueRow& b) { return a.from < b.from; });
    const Interval interval = question.interval.value_or(Interval{longestRow(rows)});
    return interval.length == Span{0} ? std::vector<ValueRow>{}
                                      : bucketRows(rows, interval, Bucketing::Sum, question.asOf);
}

/// Whether the venue is stored as finely as asked; else a note says that it is left out.
bool isFineEnough(const ValueTable& table, const QString& venue, const SeriesQuestion& question,
                  QStringList& notes)
{
    const Span longest = longestRow(table.rows);
    if (!question.interval || longest <= question.interval->length)
        return true;
    notes.append(
        QStringLiteral("%1 is stored by %2 only and is left out.").arg(venue, Interval{longest}.name()));
    return false;
}

} // namespace

std::vector<ValueRow> minuteSums(std::span<const Liquidation> liquidations)
{
    std::vector<ValueRow> rows;
    for (const Liquidation& item : liquidations) {
        const UtcTime start = oneMinute.bucketStart(item.time);
        if (rows.empty() || rows.back().from != start)
            rows.push_back({start, oneMinute.next(start), oneMinute.next(start), {Amount{}, Amount{}}});
        *rows.back().values[item.side == PositionSide::Long ? 0 : 1] += item.usd;
    }
    return rows;
}

Result<ValueTable> queryLiquidations(Store& store, const SeriesQuestion& question, QStringList& notes)
{
    const auto sums = selectSeries(store, question, SeriesKind::Samples);
    if (sums.hasError())
        return sums.error();
    if (!sums.value().isEmpty()) {
        notes += sums.value().notes;
        return querySamples(store, sums.value(), question);
    }
    const auto single = selectSeries(store, question, SeriesKind::Liquidations);
    if (single.hasError())
        return single.error();
    notes += single.value().notes;
    auto rows = storedMinuteSums(store, single.value(), question);
    if (rows.hasError())
        return rows.error();
    ValueTable table = liquidationTable();
    table.rows = std::move(rows.value());
    return table;
}

Result<ValueTable> queryAllLiquidations(Store& store, const SeriesQuestion& question, QStringList& notes)
{
    const auto venues = liquidationVenues(store);
    if (venues.hasError())
        return venues.error();
    ValueTable table = liquidationTable();
    SeriesQuestion whole = question;
    whole.range = wholeBuckets(question.range, oneWeek);
    whole.range.from -= oneWeek.length;
    std::vector<ValueRow> coarse;
    for (const QString& venue : venues.value()) {
        auto rows = queryLiquidations(store, about(whole, venue), notes);
        if (rows.hasError())
            return rows.error();
        if (!isFineEnough(rows.value(), venue, question, notes)) {
            coarse.insert(coarse.end(), rows.value().rows.begin(), rows.value().rows.end());
            continue;
        }
        table.rows.insert(table.rows.end(), rows.value().rows.begin(), rows.value().rows.end());
    }
    // With nothing else the caller is given them as they are, and says that they are too coarse.
    table.rows = table.rows.empty() ? std::move(coarse) : sumOfVenues(std::move(table.rows), question);
    std::erase_if(table.rows, [&](const ValueRow& row) { return !question.range.contains(row.from); });
    return table;
}

Result<std::optional<std::vector<Liquidation>>> queryLiquidationEvents(Store& store,
                                                                       const SeriesQuestion& question)
{
    QStringList names{question.name};
    if (question.name == allVenues()) {
        const auto venues = liquidationVenues(store);
        if (venues.hasError())
            return venues.error();
        names += venues.value();
    }
    std::optional<std::vector<Liquidation>> all;
    for (const QString& name : names) {
        const auto selection = selectSeries(store, about(question, name), SeriesKind::Liquidations);
        if (selection.hasError())
            return selection.error();
        if (selection.value().isEmpty())
            continue;
        const auto items = storedLiquidations(store, selection.value(), question);
        if (items.hasError())
            return items.error();
        if (!all)
            all.emplace();
        all->insert(all->end(), items.value().begin(), items.value().end());
    }
    if (all)
        std::stable_sort(all->begin(), all->end(),
                         [](const Liquidation& a, const Liquidation& b) { return a.time < b.time; });
    return all;
}

Result<QStringList> liquidationVenues(Store& store)
{
    const auto series = store.list();
    if (series.hasError())
        return series.error();
    QStringList names;
    for (const StoredSeries& one : series.value()) {
        const QString& name = one.key.name;
        if (name.startsWith(QStringLiteral("liquidations/")) && name.count(u'/') == 1 &&
            name != allVenues() && !names.contains(name))
            names.append(name);
    }
    if (names.size() > 1)
        names.removeAll(sumOfVenuesSeries()); // no order counts twice
    return names;
}

Result<std::optional<ValueTable>> queryTakerFromCandles(Store& store, const SeriesQuestion& question,
                                                        QStringList& notes)
{
    SeriesQuestion price = about(question, QStringLiteral("price/") + question.name.mid(6));
    price.interval.reset();
    const auto selection = selectSeries(store, price, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    if (selection.value().isEmpty())
        return std::optional<ValueTable>{};
    notes += selection.value().notes;
    ValueTable table{.columns = {QStringLiteral("value")}, .rows = {}};
    const auto answer = visitCandles(
        store, selection.value(), price, [&](Interval interval, std::span<const Candle> candles) {
            for (const Candle& candle : candles) {
                const UtcTime close = interval.next(candle.openTime);
                table.rows.push_back({candle.openTime, close, close, {netTaker(candle)}});
            }
            return true;
        });
    if (answer.hasError())
        return answer.error();
    return std::optional(std::move(table));
}

namespace {

/// Instruments of bitcoin with stored candles: `binance:BTCUSDT`.
Result<QStringList> bitcoinInstruments(Store& store)
{
    const auto series = store.list();
    if (series.hasError())
        return series.error();
    QStringList instruments;
    for (const StoredSeries& one : series.value()) {
        const QString instrument = one.key.name.mid(6);
        if (one.kind == SeriesKind::Candles && one.key.name.startsWith(QStringLiteral("price/")) &&
            instrument.section(u':', 1).startsWith(QStringLiteral("BTC")) &&
            !instruments.contains(instrument))
            instruments.append(instrument);
    }
    return instruments;
}

} // namespace

Result<std::optional<ValueTable>> queryAllTaker(Store& store, const SeriesQuestion& question,
                                                QStringList& notes)
{
    const auto instruments = bitcoinInstruments(store);
    if (instruments.hasError())
        return instruments.error();
    std::map<std::pair<UtcTime, UtcTime>, ValueRow> sums;
    QStringList parts;
    for (const QString& instrument : instruments.value()) {
        QStringList own;
        auto table =
            queryTakerFromCandles(store, about(question, QStringLiteral("taker/") + instrument), own);
        if (table.hasError())
            return table.error();
        std::erase_if(table.value()->rows, [](const ValueRow& row) { return !row.values.front(); });
        if (table.value()->rows.empty())
            continue;
        parts.append(instrument);
        for (const ValueRow& row : table.value()->rows) {
            const auto [sum, isNew] = sums.try_emplace({row.from, row.to}, row);
            if (!isNew)
                *sum->second.values.front() += *row.values.front();
        }
    }
    if (parts.isEmpty())
        return std::optional<ValueTable>{};
    notes.append(
        QStringLiteral("The sum of %1, where each is stored.").arg(parts.join(QStringLiteral(", "))));
    ValueTable all{.columns = {QStringLiteral("value")}, .rows = {}};
    for (auto& [key, row] : sums)
        all.rows.push_back(std::move(row));
    return std::optional(std::move(all));
}

} // namespace holdline
