// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/eventtable.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"

namespace holdline {

namespace {

constexpr int longestUnit = 4; ///< characters; a longer one is told by the title

std::optional<Amount> amountIn(const Event& event, int column)
{
    if (column == EventTable::ActualColumn)
        return event.actual;
    return column == EventTable::PriorColumn ? event.prior : event.forecast;
}

QString amountText(const Event& event, int column)
{
    const auto amount = amountIn(event, column);
    if (!amount)
        return {};
    if (event.unit == QStringLiteral("USD"))
        return moneyText(amount->toDouble());
    const QString number = numberText(amount->toDouble(), 2);
    const bool isShort = !event.unit.isEmpty() && event.unit.size() <= longestUnit;
    return isShort ? number + QLatin1Char(' ') + event.unit : number;
}

} // namespace

void EventTable::setMoment(const QTimeZone& zone, int yearOfNow, UtcTime now)
{
    if (m_zone == zone && m_yearOfNow == yearOfNow && m_now == now)
        return;
    m_zone = zone;
    m_yearOfNow = yearOfNow;
    m_now = now;
    announceAllTexts();
}

const std::vector<TableColumn>& EventTable::columns() const
{
    static const std::vector<TableColumn> all{{tr("Time")},           {tr("Event")},
                                              {tr("Actual"), true},   {tr("Prior"), true},
                                              {tr("Forecast"), true}, {tr("Importance")}};
    return all;
}

QString EventTable::text(const Event& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return dayTimeText(row.time, m_zone, m_yearOfNow);
    case TitleColumn:
        return row.title;
    case ActualColumn:
    case PriorColumn:
    case ForecastColumn:
        return amountText(row, column);
    case ImportanceColumn:
        return row.importance == Importance::High     ? tr("high")
               : row.importance == Importance::Medium ? tr("medium")
                                                      : tr("low");
    }
    return {};
}

QVariant EventTable::raw(const Event& row, int column) const
{
    if (column == TimeColumn)
        return toMsecs(row.time);
    if (column == TitleColumn)
        return row.title;
    if (column == ImportanceColumn)
        return static_cast<qint64>(row.importance);
    const auto amount = amountIn(row, column);
    return amount ? QVariant(amount->toDouble()) : QVariant();
}

QVariant EventTable::extra(const Event& row, int column, int role) const
{
    if (role == TimeRole)
        return toMsecs(row.time);
    if (role == ToneRole && column == TimeColumn)
        return static_cast<int>(row.time > m_now ? Tone::Attention : Tone::Dim);
    if (role == ToneRole && column != TitleColumn && column != ActualColumn)
        return static_cast<int>(Tone::Dim);
    return role == Qt::ToolTipRole && !row.note.isEmpty() ? QVariant(row.note) : QVariant();
}

} // namespace holdline
