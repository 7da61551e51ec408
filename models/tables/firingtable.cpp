// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/firingtable.h"

#include "models/foundation/timetext.h"

namespace holdline {

void FiringTable::setState(const AlertState& state)
{
    const QTimeZone zone = zoneByName(state.zone);
    const int year = dateIn(state.now, zone).year();
    const bool isOtherTime = zone != m_zone || year != m_year;
    m_zone = zone;
    m_year = year;
    setRows({state.log.rbegin(), state.log.rend()});
    if (isOtherTime)
        announceAllTexts();
}

const std::vector<TableColumn>& FiringTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("Time")}, {tr("Alert")}, {tr("What happened")}, {tr("What could not be done")}};
    return all;
}

bool FiringTable::isSame(const LoggedFiring& a, const LoggedFiring& b) const
{
    return a.number == b.number && a.outcome == b.outcome;
}

QString FiringTable::text(const LoggedFiring& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return dayTimeText(row.firing.at, m_zone, m_year);
    case NameColumn:
        return row.firing.name;
    case WordsColumn:
        return row.firing.words;
    case OutcomeColumn:
        return row.outcome;
    }
    return {};
}

QVariant FiringTable::raw(const LoggedFiring& row, int column) const
{
    return column == TimeColumn ? QVariant(static_cast<qlonglong>(toMsecs(row.firing.at)))
                                : QVariant(text(row, column));
}

QVariant FiringTable::extra(const LoggedFiring& row, int column, int role) const
{
    if (role == Qt::ToolTipRole)
        return row.outcome.isEmpty() ? row.firing.words : row.firing.words + QLatin1Char('\n') + row.outcome;
    if (role == DotRole && column == WordsColumn && !row.outcome.isEmpty() && row.outcome != pendingOutcome)
        return static_cast<int>(Tone::Attention);
    if (role == ToneRole && column == TimeColumn)
        return static_cast<int>(Tone::Dim);
    if (role == ToneRole && column == OutcomeColumn)
        return static_cast<int>(Tone::Attention);
    return {};
}

} // namespace holdline
