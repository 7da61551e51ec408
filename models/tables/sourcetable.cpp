// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/sourcetable.h"

#include "models/foundation/numbertext.h"

namespace holdline {

namespace {

QString nameOf(const SeriesKey& key)
{
    return key.column == QStringLiteral("value") ? key.name : key.name + QStringLiteral(" · ") + key.column;
}

/// A series without rows covers no time.
QVariant edge(const SourceEntry& row, UtcTime time)
{
    return row.extent.rows > 0 ? QVariant(toMsecs(time)) : QVariant();
}

/// A midnight needs no time of day.
QString edgeText(const SourceEntry& row, UtcTime time)
{
    return row.extent.rows > 0 ? toIso(time)
                                     .left(16)
                                     .replace(QStringLiteral("T00:00"), QString())
                                     .replace(QLatin1Char('T'), QLatin1Char(' '))
                               : QString();
}

} // namespace

const std::vector<TableColumn>& SourceTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("Series")},
        {tr("Source")},
        {tr("Definition")},
        {tr("Unit")},
        {tr("From"), true, tr("UTC")},
        {tr("To"), true, tr("UTC")},
        {tr("Rows"), true},
        {tr("Gaps"), true, tr("Holes between the first and the last row")}};
    return all;
}

bool SourceTable::isSame(const SourceEntry& a, const SourceEntry& b) const
{
    return a.series == b.series && a.extent.range == b.extent.range && a.extent.rows == b.extent.rows &&
           a.extent.gaps == b.extent.gaps;
}

QString SourceTable::text(const SourceEntry& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case SeriesColumn:
        return nameOf(row.series.key);
    case SourceColumn:
        return row.series.key.source;
    case DefinitionColumn:
        return row.series.key.definition;
    case UnitColumn:
        return row.series.unit;
    case FromColumn:
        return edgeText(row, row.extent.range.from);
    case ToColumn:
        return edgeText(row, row.extent.range.to);
    case RowsColumn:
        return numberText(static_cast<double>(row.extent.rows), 0);
    case GapsColumn:
        return numberText(static_cast<double>(row.extent.gaps), 0);
    }
    return {};
}

QVariant SourceTable::raw(const SourceEntry& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case FromColumn:
        return edge(row, row.extent.range.from);
    case ToColumn:
        return edge(row, row.extent.range.to);
    case RowsColumn:
        return row.extent.rows;
    case GapsColumn:
        return row.extent.gaps;
    case SeriesColumn:
    case SourceColumn:
    case DefinitionColumn:
    case UnitColumn:
        break;
    }
    const QString words = text(row, column);
    return words.isEmpty() ? QVariant() : QVariant(words);
}

QVariant SourceTable::extra(const SourceEntry& row, int column, int role) const
{
    if (role == ToneRole && column == GapsColumn && row.extent.gaps > 0)
        return static_cast<int>(Tone::Attention);
    if (role == ToneRole && column != SeriesColumn)
        return static_cast<int>(Tone::Dim);
    const QString words = text(row, column);
    return role == Qt::ToolTipRole && !words.isEmpty() ? QVariant(words) : QVariant();
}

} // namespace holdline
