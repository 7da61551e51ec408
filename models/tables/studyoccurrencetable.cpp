// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/studyoccurrencetable.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"

namespace holdline {

namespace {

std::size_t spanOf(int column)
{
    return static_cast<std::size_t>(column - StudyOccurrenceTable::FirstSpanColumn);
}

} // namespace

void StudyOccurrenceTable::setMoment(const QTimeZone& zone, int yearOfNow)
{
    if (m_zone == zone && m_yearOfNow == yearOfNow)
        return;
    m_zone = zone;
    m_yearOfNow = yearOfNow;
    announceAllTexts();
}

void StudyOccurrenceTable::setStudy(const EventStudy& study)
{
    std::vector<NumberedStudyRow> rows;
    for (std::size_t i = study.rows.size(); i-- > 0;)
        rows.push_back({static_cast<int>(i), study.rows[i]});
    setRows(std::move(rows));
}

const std::vector<TableColumn>& StudyOccurrenceTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("Known"), false, tr("From when it was known")}, {tr("What")},
        {tr("1 h"), true, tr("Change of the price, %")},    {tr("1 d"), true, tr("Change of the price, %")},
        {tr("3 d"), true, tr("Change of the price, %")},    {tr("7 d"), true, tr("Change of the price, %")}};
    return all;
}

QString StudyOccurrenceTable::text(const NumberedStudyRow& row, int column) const
{
    const StudyOccurrence& occurrence = row.row.occurrence;
    if (column == TimeColumn)
        return dayTimeText(occurrence.at, m_zone, m_yearOfNow);
    if (column == TitleColumn)
        return occurrence.title;
    const auto& change = row.row.priceChangePct[spanOf(column)];
    return change ? percentText(*change) : QString();
}

QVariant StudyOccurrenceTable::raw(const NumberedStudyRow& row, int column) const
{
    if (column == TimeColumn)
        return toMsecs(row.row.occurrence.at);
    return column == TitleColumn ? QVariant(row.row.occurrence.title)
                                 : rawOf(row.row.priceChangePct[spanOf(column)]);
}

/// What does not count, as another one a short while before does, is dim.
QVariant StudyOccurrenceTable::extra(const NumberedStudyRow& row, int column, int role) const
{
    if (role == TimeRole)
        return toMsecs(row.row.occurrence.at);
    if (column < FirstSpanColumn)
        return role == ToneRole && column == TimeColumn ? QVariant(static_cast<int>(Tone::Dim)) : QVariant();
    const auto& change = row.row.priceChangePct[spanOf(column)];
    const bool counts = row.row.counts[spanOf(column)];
    if (role == Qt::ToolTipRole && !change)
        return tr("The span is not over, or not stored");
    if (role == Qt::ToolTipRole && !counts)
        return tr("Not counted: an earlier one lies within the span");
    if (role != ToneRole || !change)
        return {};
    return counts ? toneOf(*change, 0.05) : static_cast<int>(Tone::Dim);
}

} // namespace holdline
