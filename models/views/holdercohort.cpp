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

const std::vector<QString>& ageBands()
{
    static const std::vector<QString> bands{
        QStringLiteral("0-1d"),    QStringLiteral("1d-1w"),   QStringLiteral("1w-1m"),
        QStringLiteral("1m-3m"),   QStringLiteral("3m-6m"),   QStringLiteral("6m-12m"),
        QStringLiteral("12m-18m"), QStringLiteral("18m-24m"), QStringLiteral("2y-3y"),
        QStringLiteral("3y-5y"),   QStringLiteral("5y-7y"),   QStringLiteral("7y-10y"),
        QStringLiteral("10y+")};
    return bands;
}

const std::vector<QString>& everyBand()
{
    static const std::vector<QString> bands = [] {
        std::vector<QString> all = ageBands();
        for (const QString& band : {QStringLiteral("sth"), QStringLiteral("lth"), QStringLiteral("all")})
            all.push_back(band);
        return all;
    }();
    return bands;
}

bool isRawUtxo(const QString& definition)
{
    return definition.contains(QStringLiteral("raw UTXO"), Qt::CaseInsensitive);
}

} // namespace holdline
