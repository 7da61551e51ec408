// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/holdercohort.h"

namespace holdline {

std::optional<bool> HolderCohort::isUnderWater() const
{
    return basis.unrealizedPct ? std::optional(*basis.unrealizedPct < 0) : std::nullopt;
}

HolderCohort standingAt(HolderCohort cohort, std::optional<double> price)
{
    CohortBasis& basis = cohort.basis;
    basis.unrealizedPct = unrealizedPct(price, basis.costBasis);
    cohort.unrealizedUsd.reset();
    if (basis.unrealizedPct && basis.supply)
        cohort.unrealizedUsd = basis.supply->toDouble() * (*price - basis.costBasis->toDouble());
    return cohort;
}

bool isRawUtxo(const QString& definition)
{
    return definition.contains(QStringLiteral("raw UTXO"), Qt::CaseInsensitive);
}

} // namespace holdline
