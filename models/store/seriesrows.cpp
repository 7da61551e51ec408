// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/seriesrows.h"

namespace holdline {

std::optional<SeriesKind> seriesKindFromText(QStringView text)
{
    for (const SeriesKind kind :
         {SeriesKind::Candles, SeriesKind::Samples, SeriesKind::Liquidations, SeriesKind::Events}) {
        if (toText(kind) == text)
            return kind;
    }
    return std::nullopt;
}

Result<std::vector<StoredSeries>> SeriesRows::select(const QString& where, const QVariantList& values)
{
    auto statement = m_database.statement(
        QStringLiteral("SELECT id, name, column_name, source, definition, kind, unit FROM series ") + where);
    if (statement.hasError())
        return statement.error();
    for (const QVariant& value : values)
        statement.value().bind(value);
    std::vector<StoredSeries> found;
    auto done = statement.value().forEach([&found](const Row& row) {
        const auto kind = seriesKindFromText(row.text(5));
        if (kind)
            found.push_back(
                {row.integer(0), {row.text(1), row.text(2), row.text(3), row.text(4)}, *kind, row.text(6)});
        return true;
    });
    for (StoredSeries& series : found) {
        if (done.hasValue() && series.kind == SeriesKind::Candles)
            done = addIntervals(series);
    }
    if (done.hasError())
        return done.error();
    return found;
}

Result<Done> SeriesRows::addIntervals(StoredSeries& series)
{
    auto statement = m_database.statement(QStringLiteral(
        "SELECT DISTINCT interval_ms FROM candle_days WHERE series_id = ? ORDER BY interval_ms"));
    if (statement.hasError())
        return statement.error();
    return statement.value().bind(series.id).forEach([&series](const Row& row) {
        series.intervals.push_back({Span{row.integer(0)}});
        return true;
    });
}

Result<std::vector<StoredSeries>> SeriesRows::list()
{
    auto all = select(QString(), {});
    // Sorted here: databases differ in how they order text.
    if (all.hasValue())
        std::sort(all.value().begin(), all.value().end(),
                  [](const StoredSeries& a, const StoredSeries& b) { return a.key < b.key; });
    return all;
}

Result<std::vector<StoredSeries>> SeriesRows::find(const QString& name)
{
    return select(QStringLiteral("WHERE name = ? ORDER BY id"), {name});
}

Result<std::optional<StoredSeries>> SeriesRows::byId(qint64 id)
{
    auto found = select(QStringLiteral("WHERE id = ?"), {QVariant(static_cast<qlonglong>(id))});
    if (found.hasError())
        return found.error();
    if (found.value().empty())
        return std::optional<StoredSeries>{};
    return std::optional(std::move(found.value().front()));
}

Result<StoredSeries> SeriesRows::ensure(const SeriesKey& key, SeriesKind kind, const QString& unit)
{
    auto same = find(key.name);
    if (same.hasError())
        return same.error();
    for (StoredSeries& series : same.value()) {
        if (series.key != key)
            continue;
        if (series.kind == kind)
            return std::move(series);
        return Error{Error::Kind::Storage, QStringLiteral("%1 from %2 is stored as %3 and cannot take %4.")
                                               .arg(key.name, key.source, toText(series.kind), toText(kind))};
    }
    return add(key, kind, unit);
}

Result<StoredSeries> SeriesRows::add(const SeriesKey& key, SeriesKind kind, const QString& unit)
{
    auto greatest = m_database.statement(QStringLiteral("SELECT COALESCE(MAX(id), 0) FROM series"));
    if (greatest.hasError())
        return greatest.error();
    StoredSeries series{.id = 0, .key = key, .kind = kind, .unit = unit};
    auto done = greatest.value().forEach([&series](const Row& row) {
        series.id = row.integer(0) + 1;
        return false;
    });
    if (done.hasError())
        return done.error();
    auto insert = m_database.statement(
        QStringLiteral("INSERT INTO series (id, name, column_name, source, definition, kind, unit) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)"));
    if (insert.hasError())
        return insert.error();
    const auto text = [](const QString& value) { return value.isNull() ? QStringLiteral("") : value; };
    done = insert.value()
               .bind(series.id)
               .bind(text(key.name))
               .bind(text(key.column))
               .bind(text(key.source))
               .bind(text(key.definition))
               .bind(toText(kind))
               .bind(text(unit))
               .run();
    if (done.hasError())
        return done.error();
    return series;
}

} // namespace holdline
