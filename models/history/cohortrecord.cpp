// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/cohortrecord.h"

#include "models/history/storedrows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

const QString costBasisColumn = u"cost_basis"_s;
const QString supplyColumn = u"supply_btc"_s;

UtcTime dayBegin(qint64 day)
{
    return fromMsecs(day * secondsOfDay * 1000);
}

/// Cents for a bitcoin, rounded half up to whole ones, as dollars.
Amount dollarsOf(double cents)
{
    return {static_cast<Int128>(std::floor(cents + 0.5)) * (decimalUnits / 100)};
}

Result<Done> storeValue(Store& store, const SeriesKey& key, const QString& unit, qint64 day, Amount value)
{
    const auto series = store.ensureSeries(key, SeriesKind::Samples, unit);
    if (series.hasError())
        return series.error();
    const Sample sample{dayBegin(day), dayBegin(day + 1), dayBegin(day + 1), value};
    const auto merged = store.mergeSamples(series.value().id, {&sample, 1});
    if (merged.hasError())
        return merged.error();
    return Done{};
}

SeriesKey ratioKey(const QString& name, const CohortDefinition& definition)
{
    return {name, u"value"_s, ownNodeSource(), definitionText(definition)};
}

Result<Done> storeRatio(Store& store, const QString& name, qint64 day, std::optional<double> ratio,
                        const CohortDefinition& definition)
{
    if (!ratio)
        return Done{};
    return storeValue(store, ratioKey(name, definition), {}, day, Amount::fromDouble(*ratio));
}

Result<Done> storeLossShares(Store& store, qint64 day, const CohortSums& sums, quint32 closeCents,
                             const CohortDefinition& definition)
{
    const qint64 end = (day + 1) * secondsOfDay;
    const auto cohorts = sums.sums(end, definition.threshold);
    const auto losses = sums.lossSums(end, definition.threshold, closeCents);
    for (std::size_t i = 0; i < cohortCount; ++i) {
        if (cohorts[i].supply <= 0)
            continue;
        const double share =
            static_cast<double>(losses[i].inLoss.supply) / static_cast<double>(cohorts[i].supply);
        if (const auto done = storeRatio(store, u"loss/"_s + cohortName(i), day, share, definition);
            done.hasError())
            return done;
    }
    return Done{};
}

Result<Done> storeSopr(Store& store, qint64 day, const SpendSums& spent, const CohortDefinition& definition)
{
    const std::array ratios{std::pair{"all", spent.sopr()}, std::pair{"adjusted", spent.adjustedSopr()},
                            std::pair{"sth", spent.shortTermSopr()}, std::pair{"lth", spent.longTermSopr()}};
    for (const auto& [name, ratio] : ratios) {
        if (const auto done =
                storeRatio(store, u"sopr/"_s + QString::fromLatin1(name), day, ratio, definition);
            done.hasError())
            return done;
    }
    return Done{};
}

Result<Done> storeAll(Store& store, qint64 day, const CohortSums& sums, const CohortDefinition& definition)
{
    const auto cohorts = sums.sums((day + 1) * secondsOfDay, definition.threshold);
    for (std::size_t i = 0; i < cohortCount; ++i) {
        if (const auto done = storeValue(store, cohortKey(i, supplyColumn, definition), u"BTC"_s, day,
                                         Amount{cohorts[i].supply});
            done.hasError())
            return done;
        const auto basis = cohorts[i].costBasis();
        if (!basis)
            continue;
        if (const auto done = storeValue(store, cohortKey(i, costBasisColumn, definition), u"USD"_s, day,
                                         dollarsOf(*basis));
            done.hasError())
            return done;
    }
    return Done{};
}

} // namespace

QString ownNodeSource()
{
    return u"own node"_s;
}

QString definitionText(const CohortDefinition& definition)
{
    QString text = u"STH %1, raw UTXO"_s.arg(definition.threshold.toText());
    if (definition.priceMode == PriceMode::DailyClose)
        text += u", daily close"_s;
    if (definition.selection.leavesOutRewards)
        text += u", without rewards that never moved"_s;
    if (!definition.selection.masks.empty())
        text += u", with heights masked"_s;
    return text;
}

SeriesKey cohortKey(std::size_t cohort, const QString& column, const CohortDefinition& definition)
{
    return {u"cohort/"_s + cohortName(cohort), column, ownNodeSource(), definitionText(definition)};
}

std::optional<qint64> dayEndedBy(const ChainState& before, quint32 blockTime)
{
    const quint32 tip = before.times().monotone().back();
    const qint64 day = dayOf(tip);
    // Genesis has no coins, and a tip that lay still for years ends one day all the same.
    const bool isOver = before.tipHeight() > 0 && dayOf(std::max(tip, blockTime)) > day;
    return isOver ? std::optional(day) : std::nullopt;
}

Result<Done> storeCohortDay(Store& store, qint64 day, const CohortSums& sums,
                            const CohortDefinition& definition)
{
    return storeWholeDay(store, day, sums, {}, {}, definition);
}

Result<Done> storeDayRatios(Store& store, qint64 day, const CohortSums& sums,
                            std::optional<quint32> closeCents, const std::optional<SpendSums>& spent,
                            const CohortDefinition& definition)
{
    if (closeCents) {
        if (const auto done = storeLossShares(store, day, sums, *closeCents, definition); done.hasError())
            return done;
    }
    return spent ? storeSopr(store, day, *spent, definition) : Result<Done>(Done{});
}

Result<Done> storeWholeDay(Store& store, qint64 day, const CohortSums& sums,
                           std::optional<quint32> closeCents, const std::optional<SpendSums>& spent,
                           const CohortDefinition& definition)
{
    if (const auto begun = store.begin(); begun.hasError())
        return begun;
    auto stored = storeAll(store, day, sums, definition);
    if (stored.hasValue())
        stored = storeDayRatios(store, day, sums, closeCents, spent, definition);
    if (stored.hasValue())
        return store.commit();
    store.rollback();
    return stored;
}

Result<std::optional<StoredCohort>> storedCohortBy(Store& store, std::size_t cohort, UtcTime time,
                                                   const CohortDefinition& definition)
{
    StoredRows rows(store);
    const auto supplies = rows.samples(cohortKey(cohort, supplyColumn, definition), {earliestTime, time});
    if (supplies.hasError())
        return supplies.error();
    const auto last = std::find_if(supplies.value().rbegin(), supplies.value().rend(),
                                   [&](const Sample& sample) { return sample.to <= time; });
    if (last == supplies.value().rend())
        return std::optional<StoredCohort>{};
    const auto bases = rows.samples(cohortKey(cohort, costBasisColumn, definition), {last->from, last->to});
    if (bases.hasError())
        return bases.error();
    StoredCohort row{.at = last->to, .costBasis = {}, .supply = last->value};
    if (!bases.value().empty())
        row.costBasis = bases.value().front().value;
    return std::optional(row);
}

} // namespace holdline
