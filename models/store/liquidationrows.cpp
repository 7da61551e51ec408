// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/liquidationrows.h"

#include "models/store/amounttext.h"

#include <map>

namespace holdline {

namespace {

struct Copies {
    qint64 stored = 0;
    qint64 given = 0;
};

constexpr std::size_t rowsOfOneCall = 32;

QString insertOf(std::size_t rows)
{
    QStringList tuples;
    for (std::size_t i = 0; i < rows; ++i)
        tuples.append(QStringLiteral("(?, ?, ?, ?, ?, ?, ?)"));
    return QStringLiteral("INSERT INTO liquidations (series_id, time_ms, side, price, quantity, usd, copies) "
                          "VALUES %1 ON CONFLICT (series_id, time_ms, side, price, quantity, usd) "
                          "DO UPDATE SET copies = excluded.copies")
        .arg(tuples.join(QLatin1Char(',')));
}

const QString& insertOne()
{
    static const QString sql = insertOf(1);
    return sql;
}

const QString& insertMany()
{
    static const QString sql = insertOf(rowsOfOneCall);
    return sql;
}

QString sideText(PositionSide side)
{
    return side == PositionSide::Long ? QStringLiteral("long") : QStringLiteral("short");
}

TimeRange spanOf(std::span<const Liquidation> items)
{
    const auto [first, last] =
        std::minmax_element(items.begin(), items.end(),
                            [](const Liquidation& a, const Liquidation& b) { return a.time < b.time; });
    return {first->time, last->time + Span{1}};
}

} // namespace

Result<Done>
LiquidationRows::forEachTuple(qint64 series, TimeRange range,
                              const std::function<void(const Liquidation&, qint64 copies)>& visit)
{
    auto statement = m_database.statement(
        QStringLiteral("SELECT time_ms, side, price, quantity, usd, copies FROM liquidations "
                       "WHERE series_id = ? AND time_ms >= ? AND time_ms < ? "
                       "ORDER BY time_ms, side, price, quantity, usd"));
    if (statement.hasError())
        return statement.error();
    return statement.value()
        .bind(series)
        .bind(toMsecs(range.from))
        .bind(toMsecs(range.to))
        .forEach([&](const Row& row) {
            const auto side =
                row.text(1) == sideText(PositionSide::Long) ? PositionSide::Long : PositionSide::Short;
            visit({fromMsecs(row.integer(0)), side, Price{row.integer(2)}, Quantity{row.integer(3)},
                   amountColumn(row, 4).value_or(Amount{})},
                  row.integer(5));
            return true;
        });
}

Result<Done> LiquidationRows::write(qint64 series, std::span<const CountedLiquidation> rows)
{
    while (!rows.empty()) {
        // A call of the database costs as much as ten rows.
        const std::size_t size = rows.size() >= rowsOfOneCall ? rowsOfOneCall : 1;
        auto statement = m_database.statement(size == 1 ? insertOne() : insertMany());
        if (statement.hasError())
            return statement.error();
        for (; rows.size() >= size; rows = rows.subspan(size)) {
            for (const auto& [item, copies] : rows.first(size))
                statement.value()
                    .bind(series)
                    .bind(toMsecs(item.time))
                    .bind(sideText(item.side))
                    .bind(item.price.units)
                    .bind(item.quantity.units)
                    .bind(toColumn(item.usd))
                    .bind(copies);
            if (auto done = statement.value().run(); done.hasError())
                return done;
        }
    }
    return Done{};
}

Result<std::vector<MergeOutcome>> LiquidationRows::merge(qint64 series, std::span<const Liquidation> items)
{
    std::vector<MergeOutcome> outcomes;
    if (items.empty())
        return outcomes;
    std::map<Liquidation, Copies> tuples;
    auto done = forEachTuple(series, spanOf(items), [&tuples](const Liquidation& item, qint64 copies) {
        tuples[item].stored = copies;
    });
    if (done.hasError())
        return done.error();
    outcomes.reserve(items.size());
    std::vector<CountedLiquidation> rows;
    for (const Liquidation& item : items) {
        Copies& copies = tuples[item];
        const bool isNew = ++copies.given > copies.stored;
        if (isNew)
            rows.push_back({item, copies.given});
        outcomes.push_back(isNew ? MergeOutcome::Added : MergeOutcome::Unchanged);
    }
    done = write(series, rows);
    if (done.hasError())
        return done.error();
    return outcomes;
}

Result<std::vector<Liquidation>> LiquidationRows::liquidations(qint64 series, TimeRange range,
                                                               std::optional<UtcTime> asOf)
{
    if (asOf)
        range.to = std::min(range.to, *asOf + Span{1});
    std::vector<Liquidation> items;
    auto done = forEachTuple(series, range, [&items](const Liquidation& item, qint64 copies) {
        items.insert(items.end(), static_cast<std::size_t>(copies), item);
    });
    if (done.hasError())
        return done.error();
    return items;
}

Result<SeriesExtent> LiquidationRows::extent(const StoredSeries& series)
{
    auto statement = m_database.statement(QStringLiteral(
        "SELECT COALESCE(SUM(copies), 0), MIN(time_ms), MAX(time_ms) FROM liquidations WHERE series_id = ?"));
    if (statement.hasError())
        return statement.error();
    SeriesExtent extent;
    auto done = statement.value().bind(series.id).forEach([&extent](const Row& row) {
        extent.rows = row.integer(0);
        if (extent.rows > 0)
            extent.range = {fromMsecs(row.integer(1)), fromMsecs(row.integer(2))};
        return false;
    });
    if (done.hasError())
        return done.error();
    return extent;
}

} // namespace holdline
