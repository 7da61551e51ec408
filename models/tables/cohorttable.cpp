// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/cohorttable.h"

#include "models/foundation/numbertext.h"

namespace holdline {

const std::vector<TableColumn>& CohortTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("Holders")},
        {tr("Cost basis"), true, tr("Average price at which these coins last moved")},
        {tr("Unrealized"), true, tr("Price against cost basis, in per cent")},
        {tr("Supply"), true, tr("BTC held")},
        {tr("To"), true, tr("End of the time that the cost basis covers, UTC")},
        {tr("Definition")}};
    return all;
}

QString CohortTable::text(const CohortBasis& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case BandColumn:
        return bandTitle(row.band);
    case CostBasisColumn:
        return row.costBasis ? priceText(row.costBasis->toDouble()) : QString();
    case UnrealizedColumn:
        return row.unrealizedPct ? percentText(*row.unrealizedPct) : QString();
    case SupplyColumn:
        return row.supply ? numberText(row.supply->toDouble(), 0) : QString();
    case AsOfColumn:
        return row.range ? toIso(row.range->to).left(10) : QString();
    case DefinitionColumn:
        return row.definition;
    }
    return {};
}

QVariant CohortTable::raw(const CohortBasis& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case BandColumn:
        return row.band;
    case CostBasisColumn:
        return row.costBasis ? QVariant(row.costBasis->toDouble()) : QVariant();
    case UnrealizedColumn:
        return row.unrealizedPct ? QVariant(*row.unrealizedPct) : QVariant();
    case SupplyColumn:
        return row.supply ? QVariant(row.supply->toDouble()) : QVariant();
    case AsOfColumn:
        return row.range ? QVariant(toMsecs(row.range->to)) : QVariant();
    case DefinitionColumn:
        return row.definition;
    }
    return {};
}

QVariant CohortTable::extra(const CohortBasis& row, int column, int role) const
{
    if (role == ToneRole && column == UnrealizedColumn && row.unrealizedPct)
        return static_cast<int>(*row.unrealizedPct < 0 ? Tone::Down : Tone::Up);
    if (role == Qt::ToolTipRole && !row.source.isEmpty())
        return row.definition.isEmpty() ? row.source : tr("%1, %2").arg(row.source, row.definition);
    return {};
}

} // namespace holdline
