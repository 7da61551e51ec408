// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/holderload.h"

#include "models/cohorts/agebands.h"
#include "models/views/cardseries.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span reach = std::chrono::hours{24 * 30}; ///< an older cost basis is no longer one
constexpr Span week = std::chrono::hours{24 * 7};
constexpr Span weekSlack = std::chrono::hours{24 * 2};

const QString basisColumn = QStringLiteral("cost_basis");
const QString supplyColumn = QStringLiteral("supply_btc");

/// The value of a week before the last one.
std::optional<Sample> weekBefore(const std::vector<Sample>& samples)
{
    const UtcTime then = samples.back().to - week;
    const auto found = std::find_if(samples.rbegin(), samples.rend(),
                                    [&](const Sample& sample) { return sample.to <= then; });
    return found != samples.rend() && then - found->to <= weekSlack ? std::optional(*found) : std::nullopt;
}

const StoredSeries* supplyOf(const std::vector<StoredSeries>& all, const StoredSeries& basis)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const StoredSeries& series) {
        return series.key.column == supplyColumn && series.key.source == basis.key.source &&
               series.key.definition == basis.key.definition;
    });
    return found == all.end() ? nullptr : &*found;
}

class HolderLoading final {
public:
    HolderLoading(Store& store, const HolderQuestion& question) : m_store(store), m_ask(question) {}

    Result<std::vector<HolderCohort>> band(const QString& band) const;

private:
    Result<std::optional<HolderCohort>> cohort(const QString& band, const StoredSeries& basis,
                                               const StoredSeries* supply) const;

    Store& m_store;
    const HolderQuestion& m_ask;
};

Result<std::optional<HolderCohort>> HolderLoading::cohort(const QString& band, const StoredSeries& basis,
                                                          const StoredSeries* supply) const
{
    const auto samples = m_store.samples(basis.id, {m_ask.at - reach, m_ask.at}, m_ask.asOf);
    if (samples.hasError())
        return samples.error();
    if (samples.value().empty())
        return std::optional<HolderCohort>();
    const Sample& last = samples.value().back();
    HolderCohort found;
    found.basis = {.band = band,
                   .costBasis = Price{static_cast<qint64>(last.value.units)},
                   .range = TimeRange{last.from, last.to},
                   .asOf = std::min(last.to, last.knownAt),
                   .source = basis.key.source,
                   .definition = basis.key.definition};
    const auto before = weekBefore(samples.value());
    if (before && before->value.units > 0)
        found.weekChangePct = (last.value.toDouble() / before->value.toDouble() - 1) * 100;
    if (supply) {
        const auto supplies = m_store.samples(supply->id, {last.from, last.to}, m_ask.asOf);
        if (supplies.hasError())
            return supplies.error();
        if (!supplies.value().empty() && supplies.value().front().to == last.to)
            found.basis.supply = supplies.value().front().value;
    }
    return std::optional(standingAt(std::move(found), m_ask.price));
}

Result<std::vector<HolderCohort>> HolderLoading::band(const QString& band) const
{
    const QString name = QStringLiteral("cohort/") + band;
    const auto all = m_store.find(name);
    if (all.hasError())
        return all.error();
    const auto chosen = chooseSeries(m_store, name, basisColumn);
    if (chosen.hasError())
        return chosen.error();
    std::vector<HolderCohort> cohorts;
    for (const StoredSeries& series : all.value()) {
        if (series.key.column != basisColumn)
            continue;
        const auto found = cohort(band, series, supplyOf(all.value(), series));
        if (found.hasError())
            return found.error();
        if (!found.value())
            continue;
        cohorts.push_back(*found.value());
        cohorts.back().isChosen = chosen.value() && chosen.value()->id == series.id;
    }
    if (std::ranges::none_of(cohorts, &HolderCohort::isChosen))
        cohorts.push_back({.basis = {.band = band}});
    std::stable_partition(cohorts.begin(), cohorts.end(),
                          [](const HolderCohort& cohort) { return cohort.isChosen; });
    return cohorts;
}

} // namespace

Result<std::vector<HolderCohort>> loadHolders(Store& store, const HolderQuestion& question)
{
    const HolderLoading loading(store, question);
    std::vector<HolderCohort> holders;
    for (const QString& band : cohortNames()) {
        auto cohorts = loading.band(band);
        if (cohorts.hasError())
            return cohorts.error();
        std::ranges::move(cohorts.value(), std::back_inserter(holders));
    }
    return holders;
}

CohortBasis chosenBasis(const std::vector<HolderCohort>& holders, const QString& band)
{
    const auto found = std::ranges::find_if(
        holders, [&](const HolderCohort& cohort) { return cohort.isChosen && cohort.basis.band == band; });
    return found == holders.end() ? CohortBasis{.band = band} : found->basis;
}

} // namespace holdline
