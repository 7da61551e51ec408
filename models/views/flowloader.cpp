// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/liquidationloader.h"
#include "models/views/panecatalog.h"
#include "models/views/sampleload.h"

#include <map>

namespace holdline {

namespace {

std::vector<SamplePoint> toPoints(const std::vector<Sample>& samples)
{
    std::vector<SamplePoint> points;
    points.reserve(samples.size());
    for (const Sample& sample : samples)
        points.push_back(
            {toMsecs(sample.from), toMsecs(sample.to), toMsecs(sample.knownAt), sample.value.toDouble()});
    return points;
}

/// The time from which a record after the last one was due.
UtcTime dueAfter(const std::vector<Sample>& samples)
{
    const Sample& last = samples.back();
    return last.to + (areSessions(samples) ? longestQuiet : last.to - last.from);
}

Result<Done> addStoredCoverage(Loading& loading, qint64 series, std::vector<Coverage>& coverage)
{
    auto stored = loading.store.coverage(series, allTime);
    if (stored.hasError())
        return stored.error();
    for (Coverage& stretch : stored.value())
        coverage.push_back(std::move(stretch));
    return Done{};
}

Result<Done> addSamples(Loading& loading, PaneData& pane, const LoadedSamples& loaded)
{
    pane.samples.push_back(std::make_shared<SampleSeries>(toPoints(loaded.samples)));
    pane.provenance.push_back(provenanceOf(loaded.series, loaded.range()));
    addHoles(pane.coverage, loaded.samples);
    pane.coverage.push_back({{earliestTime, loaded.samples.front().from}, CoverageState::Never, {}});
    pane.coverage.push_back({{dueAfter(loaded.samples), latestTime}, CoverageState::Missing, {}});
    return addStoredCoverage(loading, loaded.series.id, pane.coverage);
}

Result<Done> loadTaker(Loading& loading, PaneData& pane, const LoadedPrice& price)
{
    const auto loaded =
        loadSamples(loading, QStringLiteral("taker/") + loading.view.instrument, QStringLiteral("value"));
    if (loaded.hasError())
        return loaded.error();
    if (loaded.value())
        return addSamples(loading, pane, *loaded.value());
    if (!price.netTaker)
        return Done{};
    pane.flows = {price.netTaker};
    pane.coverage = price.takerCoverage;
    Provenance provenance = price.provenance;
    provenance.series = QStringLiteral("taker/") + loading.view.instrument;
    provenance.definition = QStringLiteral("taker buys less taker sells, in the quote asset, from candles");
    pane.provenance = {provenance};
    return Done{};
}

/// Of several series, the one with the most rows: two sources are never mixed.
Result<Done> loadDeposits(Loading& loading, PaneData& pane)
{
    const auto names = namesBelow(loading.store, QStringLiteral("whales/"));
    if (names.hasError())
        return names.error();
    std::optional<LoadedSamples> best;
    for (const QString& name : names.value()) {
        auto loaded = loadSamples(loading, name, QStringLiteral("value"));
        if (loaded.hasError())
            return loaded.error();
        if (loaded.value() && (!best || loaded.value()->samples.size() > best->samples.size()))
            best = std::move(loaded).value();
    }
    return best ? addSamples(loading, pane, *best) : Result<Done>(Done{});
}

/// The funds added up by session, where no total is stored.
Result<std::optional<LoadedSamples>> sumOfFunds(Loading& loading, const QString& folder)
{
    const auto names = namesBelow(loading.store, folder);
    if (names.hasError())
        return names.error();
    std::map<UtcTime, Sample> sums;
    std::optional<LoadedSamples> sum;
    for (const QString& name : names.value()) {
        auto loaded = loadSamples(loading, name, QStringLiteral("value"));
        if (loaded.hasError())
            return loaded.error();
        if (!loaded.value())
            continue;
        for (const Sample& sample : loaded.value()->samples) {
            Sample& total = sums.try_emplace(sample.from, Sample{sample.from, sample.to, sample.knownAt, {}})
                                .first->second;
            total.value += sample.value;
            total.knownAt = std::max(total.knownAt, sample.knownAt);
        }
        sum = LoadedSamples{loaded.value()->series, {}};
    }
    if (!sum)
        return std::optional<LoadedSamples>{};
    sum->series.key.name = folder + QStringLiteral("total");
    for (const auto& [from, sample] : sums)
        sum->samples.push_back(sample);
    return sum;
}

Result<Done> loadEtf(Loading& loading, PaneData& pane)
{
    const QString folder = QStringLiteral("etf/") + loading.base.toLower() + QLatin1Char('/');
    auto loaded = loadSamples(loading, folder + QStringLiteral("total"), QStringLiteral("value"));
    if (!loaded.hasError() && !loaded.value())
        loaded = sumOfFunds(loading, folder);
    if (loaded.hasError())
        return loaded.error();
    return loaded.value() ? addSamples(loading, pane, *loaded.value()) : Result<Done>(Done{});
}

} // namespace

Result<PaneData> loadPane(Loading& loading, const QString& kind, const LoadedPrice& price)
{
    PaneData pane;
    const PaneKind* const known = findPaneKind(kind);
    if (!known)
        return pane;
    pane.kind = kind;
    pane.title = known->title;
    pane.threshold = known->threshold;
    pane.unit = QStringLiteral("USD");
    const auto done = kind == QStringLiteral("liquidations") ? loadLiquidations(loading, pane)
                      : kind == QStringLiteral("taker")      ? loadTaker(loading, pane, price)
                      : kind == QStringLiteral("deposits")   ? loadDeposits(loading, pane)
                      : kind == QStringLiteral("etf")        ? loadEtf(loading, pane)
                                                             : Result<Done>(Done{});
    if (done.hasError())
        return done.error();
    if (pane.flows.empty() && pane.samples.empty()) {
        pane.emptySentence = known->emptySentence;
        pane.coverage = {{{earliestTime, latestTime}, CoverageState::Never, {}}};
    }
    return pane;
}

} // namespace holdline
