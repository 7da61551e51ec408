// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/holdertable.h"

#include "models/cohorts/agebands.h"
#include "models/foundation/numbertext.h"
#include "models/foundation/timetext.h"

#include <algorithm>

namespace holdline {

namespace {

std::optional<double> toDouble(const std::optional<Amount>& amount)
{
    return amount ? std::optional(amount->toDouble()) : std::nullopt;
}

/// Supply that is even again at the level, valued there.
std::optional<double> pressureUsd(const HolderRow& row)
{
    const auto& supply = row.cohort.basis.supply;
    return row.breakEven && supply ? std::optional(supply->toDouble() * row.breakEven->at.toDouble())
                                   : std::nullopt;
}

QString stateText(const HolderCohort& cohort)
{
    const auto isUnder = cohort.isUnderWater();
    if (!isUnder)
        return {};
    if (*cohort.basis.unrealizedPct == 0)
        return HolderTable::tr("even");
    return *isUnder ? HolderTable::tr("under water") : HolderTable::tr("in profit");
}

QVariant toneOf(const std::optional<double>& value)
{
    if (!value || *value == 0)
        return {};
    return static_cast<int>(*value < 0 ? Tone::Down : Tone::Up);
}

QVariant rawOf(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

} // namespace

std::vector<HolderRow> holderRows(const std::vector<HolderCohort>& holders,
                                  const std::vector<Pressure>& pressures, bool everySource)
{
    std::vector<HolderRow> rows;
    for (const HolderCohort& cohort : holders) {
        if (!cohort.basis.costBasis || !(cohort.isChosen || everySource))
            continue;
        HolderRow row{.cohort = cohort};
        if (const Pressure* const even = breakEvenOf(cohort, pressures))
            row.breakEven = *even;
        rows.push_back(std::move(row));
    }
    return rows;
}

void HolderTable::setZone(const QTimeZone& zone, int yearOfNow)
{
    if (m_zone == zone && m_yearOfNow == yearOfNow)
        return;
    m_zone = zone;
    m_yearOfNow = yearOfNow;
    announceAllTexts();
}

const std::vector<TableColumn>& HolderTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("Holders"), false, tr("By the age of their coins")},
        {tr("Supply"), true, tr("BTC held")},
        {tr("Cost basis"), true, tr("Average price at which these coins last moved, in US dollars")},
        {tr("P/L"), true, tr("Unrealized: price against cost basis, in per cent")},
        {tr("P/L $"), true, tr("Unrealized: supply times price less cost basis, in US dollars")},
        {tr("State"), false, tr("Under water: the price is below the cost basis")},
        {tr("7 d"), true, tr("Change of the cost basis over seven days, in per cent")},
        {tr("Pressure"), true,
         tr("Level of resistance at which the average holder of this band is even again, and so may sell")},
        {tr("Pressure $"), true, tr("The band's supply at that level, in US dollars")},
        {tr("Source")},
        {tr("Definition")},
        {tr("As of"), true, tr("End of the time that the cost basis covers")}};
    return all;
}

QString HolderTable::keyOf(const HolderRow& row) const
{
    const CohortBasis& basis = row.cohort.basis;
    return QStringList{basis.band, basis.source, basis.definition}.join(QLatin1Char('\n'));
}

QString HolderTable::text(const HolderRow& row, int column) const
{
    const CohortBasis& basis = row.cohort.basis;
    switch (static_cast<Column>(column)) {
    case BandColumn:
        return bandTitle(basis.band);
    case SupplyColumn:
        return basis.supply ? numberText(basis.supply->toDouble(), 0) : QString();
    case CostBasisColumn:
        return basis.costBasis ? priceText(basis.costBasis->toDouble()) : QString();
    case UnrealizedColumn:
        return basis.unrealizedPct ? percentText(*basis.unrealizedPct) : QString();
    case UnrealizedUsdColumn:
        return row.cohort.unrealizedUsd ? moneyText(*row.cohort.unrealizedUsd, Sign::Always) : QString();
    case StateColumn:
        return stateText(row.cohort);
    case WeekColumn:
        return row.cohort.weekChangePct ? percentText(*row.cohort.weekChangePct) : QString();
    case PressureColumn:
        return row.breakEven ? tr("at %1").arg(priceText(row.breakEven->at.toDouble())) : QString();
    case PressureUsdColumn:
        return pressureUsd(row) ? moneyText(*pressureUsd(row)) : QString();
    case SourceColumn:
        return basis.source;
    case DefinitionColumn:
        return basis.definition;
    case AsOfColumn:
        return basis.asOf ? dayTimeText(*basis.asOf, m_zone, m_yearOfNow) : QString();
    }
    return {};
}

QVariant HolderTable::raw(const HolderRow& row, int column) const
{
    const CohortBasis& basis = row.cohort.basis;
    switch (static_cast<Column>(column)) {
    case BandColumn:
        return qlonglong(cohortNames().indexOf(basis.band));
    case SupplyColumn:
        return rawOf(toDouble(basis.supply));
    case CostBasisColumn:
        return basis.costBasis ? QVariant(basis.costBasis->toDouble()) : QVariant();
    case UnrealizedColumn:
        return rawOf(basis.unrealizedPct);
    case UnrealizedUsdColumn:
        return rawOf(row.cohort.unrealizedUsd);
    case StateColumn:
        return rawOf(stateText(row.cohort));
    case WeekColumn:
        return rawOf(row.cohort.weekChangePct);
    case PressureColumn:
        return row.breakEven ? QVariant(row.breakEven->at.toDouble()) : QVariant();
    case PressureUsdColumn:
        return rawOf(pressureUsd(row));
    case SourceColumn:
        return rawOf(basis.source);
    case DefinitionColumn:
        return rawOf(basis.definition);
    case AsOfColumn:
        return basis.asOf ? QVariant(toMsecs(*basis.asOf)) : QVariant();
    }
    return {};
}

QVariant HolderTable::extra(const HolderRow& row, int column, int role) const
{
    const CohortBasis& basis = row.cohort.basis;
    if (role == ToneRole && (column == UnrealizedColumn || column == StateColumn))
        return toneOf(basis.unrealizedPct);
    if (role == ToneRole && column == UnrealizedUsdColumn)
        return toneOf(row.cohort.unrealizedUsd);
    const bool isDim = column >= SourceColumn || column == WeekColumn || !row.cohort.isChosen;
    if (role == ToneRole && isDim)
        return static_cast<int>(Tone::Dim);
    if (role == TimeRole && basis.range)
        return toMsecs(basis.range->to);
    if (role == Qt::ToolTipRole && column == PressureColumn && row.breakEven)
        return row.breakEven->levelName;
    if (role == Qt::ToolTipRole && !basis.source.isEmpty())
        return basis.definition.isEmpty() ? basis.source : tr("%1, %2").arg(basis.source, basis.definition);
    return {};
}

} // namespace holdline
