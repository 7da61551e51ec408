// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/pressure.h"

#include "models/cohorts/agebands.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

using Origin = std::pair<QString, QString>; ///< source and definition

std::vector<HolderCohort> agesOfOneOrigin(const std::vector<HolderCohort>& holders)
{
    std::map<Origin, int> counts;
    Origin best;
    for (const HolderCohort& cohort : holders) {
        if (!cohort.isChosen || !cohort.basis.costBasis || !isAgeBand(cohort.basis.band))
            continue;
        const Origin origin{cohort.basis.source, cohort.basis.definition};
        if (++counts[origin] > counts[best])
            best = origin;
    }
    std::vector<HolderCohort> ages;
    std::ranges::copy_if(holders, std::back_inserter(ages), [&](const HolderCohort& cohort) {
        return isAgeBand(cohort.basis.band) && cohort.basis.costBasis && cohort.basis.source == best.first &&
               cohort.basis.definition == best.second;
    });
    return ages;
}

bool isResistanceAbove(const Level& level, double price, UtcTime at)
{
    return level.role == LevelRole::Resistance && level.high.toDouble() > price &&
           (!level.validFrom || *level.validFrom <= at) && (!level.validTo || at <= *level.validTo);
}

void addBands(Pressure& pressure, const std::vector<HolderCohort>& ages, double price)
{
    double btc = 0;
    bool isWhole = true;
    for (const HolderCohort& cohort : ages) {
        const double basis = cohort.basis.costBasis->toDouble();
        if (!(basis > price) || *cohort.basis.costBasis > pressure.at)
            continue;
        pressure.bands.push_back(cohort.basis.band);
        pressure.source = cohort.basis.source;
        pressure.definition = cohort.basis.definition;
        isWhole = isWhole && cohort.basis.supply;
        btc += cohort.basis.supply.value_or(Amount{}).toDouble();
    }
    if (!pressure.bands.empty() && isWhole)
        pressure.bandsBtc = btc;
}

} // namespace

std::vector<Pressure> pressures(const std::vector<LevelDistance>& levels,
                                const std::vector<HolderCohort>& holders,
                                const CostDistribution& distribution, std::optional<double> price, UtcTime at)
{
    std::vector<Pressure> result;
    if (!price)
        return result;
    const std::vector<HolderCohort> ages = agesOfOneOrigin(holders);
    for (const LevelDistance& distance : levels) {
        const Level& level = distance.level.level;
        if (!isResistanceAbove(level, *price, at))
            continue;
        Pressure pressure{.levelId = level.id,
                          .levelName = level.name,
                          .colourRole = distance.level.colourRole,
                          .ownColour = level.traits.style.colour,
                          .at = level.high};
        addBands(pressure, ages, *price);
        if (!distribution.isEmpty())
            pressure.coins = coinsBetween(distribution, *price, level.high.toDouble());
        result.push_back(std::move(pressure));
    }
    std::ranges::stable_sort(result, {}, &Pressure::at);
    return result;
}

const Pressure* breakEvenOf(const HolderCohort& cohort, const std::vector<Pressure>& pressures)
{
    if (!cohort.isUnderWater().value_or(false))
        return nullptr;
    const auto found = std::ranges::find_if(
        pressures, [&](const Pressure& pressure) { return *cohort.basis.costBasis <= pressure.at; });
    return found == pressures.end() ? nullptr : &*found;
}

} // namespace holdline
