// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/candletable.h"

#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"

namespace holdline {

namespace {

QVariant toVariant(const std::optional<Amount>& amount)
{
    return amount ? QVariant(amount->toDouble()) : QVariant();
}

} // namespace

void CandleTable::setZone(const QTimeZone& zone, int yearOfNow)
{
    if (m_zone == zone && m_yearOfNow == yearOfNow)
        return;
    m_zone = zone;
    m_yearOfNow = yearOfNow;
    announceAllTexts();
}

const std::vector<TableColumn>& CandleTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("Opened")},
        {tr("Open"), true},
        {tr("High"), true},
        {tr("Low"), true},
        {tr("Close"), true},
        {tr("Volume"), true, tr("In the base asset")},
        {tr("Net taker"), true, tr("Bought less sold by takers, in the quote asset")}};
    return all;
}

QString CandleTable::text(const Candle& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return dayTimeText(row.openTime, m_zone, m_yearOfNow);
    case OpenColumn:
        return priceText(row.open.toDouble(), true);
    case HighColumn:
        return priceText(row.high.toDouble(), true);
    case LowColumn:
        return priceText(row.low.toDouble(), true);
    case CloseColumn:
        return priceText(row.close.toDouble(), true);
    case VolumeColumn:
        return row.volume ? numberText(row.volume->toDouble(), 0) : QString();
    case NetTakerColumn:
        return netTaker(row) ? moneyText(netTaker(row)->toDouble(), Sign::Always) : QString();
    }
    return {};
}

QVariant CandleTable::raw(const Candle& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return toMsecs(row.openTime);
    case OpenColumn:
        return row.open.toDouble();
    case HighColumn:
        return row.high.toDouble();
    case LowColumn:
        return row.low.toDouble();
    case CloseColumn:
        return row.close.toDouble();
    case VolumeColumn:
        return toVariant(row.volume);
    case NetTakerColumn:
        return toVariant(netTaker(row));
    }
    return {};
}

QVariant CandleTable::extra(const Candle& row, int column, int role) const
{
    if (role == TimeRole)
        return toMsecs(row.openTime);
    if (role == ToneRole && column == CloseColumn)
        return static_cast<int>(row.close < row.open ? Tone::Down : Tone::Up);
    const auto net = netTaker(row);
    if (role == ToneRole && column == NetTakerColumn && net)
        return static_cast<int>(net->units < 0 ? Tone::Down : Tone::Up);
    return {};
}

} // namespace holdline
