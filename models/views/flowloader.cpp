// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/correlationload.h"
#include "models/views/deposits.h"
#include "models/views/fundflows.h"
#include "models/views/fundparts.h"
#include "models/views/lineload.h"
#include "models/views/liquidationloader.h"
#include "models/views/momentumload.h"
#include "models/views/panecatalog.h"
#include "models/views/sampleload.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

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
Result<Done> loadDeposits(Loading& loading, PaneData& pane, const LoadedPrice&)
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
    if (!best)
        return Done{};
    pane.marks = depositSpikes(best->samples);
    return addSamples(loading, pane, *best);
}

/// Dates come again fund by fund; the sum has all of them.
std::vector<TimeRange> sessionlessOf(const std::vector<Sample>& samples)
{
    std::vector<TimeRange> days;
    for (const Sample& sample : samples)
        if (const TimeRange covered{sample.from, sample.to}; !isOfSession(covered))
            days.push_back(covered);
    return days;
}

Result<Done> loadEtf(Loading& loading, PaneData& pane, const LoadedPrice&)
{
    const QString folder = QStringLiteral("etf/") + loading.base.toLower() + QLatin1Char('/');
    auto total = loadSamples(loading, folder + QStringLiteral("total"), QStringLiteral("value"));
    if (total.hasError())
        return total.error();
    const auto funds = loadFunds(loading, folder);
    if (funds.hasError())
        return funds.error();
    if (!total.value() && funds.value().empty())
        return Done{};
    const LoadedSamples sum = total.value() ? *total.value() : sumOfFunds(funds.value(), folder);
    const auto done = addSamples(loading, pane, sum);
    pane.sessionless = sessionlessOf(sum.samples);
    pane.parts = fundParts(funds.value(), folder);
    for (const LoadedSamples& fund : funds.value())
        pane.provenance.push_back(provenanceOf(fund.series, fund.range()));
    return done;
}

struct PaneLoader {
    const char* kind;
    Result<Done> (*load)(Loading& loading, PaneData& pane, const LoadedPrice& price);
};
constexpr std::array paneLoaders{
    PaneLoader{"liquidations", [](Loading& loading, PaneData& pane,
                                  const LoadedPrice&) { return loadLiquidations(loading, pane); }},
    PaneLoader{"taker", loadTaker},
    PaneLoader{"deposits", loadDeposits},
    PaneLoader{"etf", loadEtf},
    PaneLoader{"options", loadPutCall},
    PaneLoader{"skew", loadSkew},
    PaneLoader{"volatility", loadVolatility},
    PaneLoader{"momentum", loadMomentum},
    PaneLoader{"jgb", loadJapaneseYields},
    PaneLoader{"correlation", loadCorrelations},
};

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
    pane.unit = known->unit;
    const auto loader =
        std::find_if(paneLoaders.begin(), paneLoaders.end(),
                     [&](const PaneLoader& candidate) { return kind == QLatin1StringView(candidate.kind); });
    if (loader != paneLoaders.end())
        if (const auto done = loader->load(loading, pane, price); done.hasError())
            return done.error();
    if (pane.flows.empty() && pane.samples.empty()) {
        if (pane.emptySentence.isEmpty())
            pane.emptySentence = known->emptySentence;
        pane.coverage = {{{earliestTime, latestTime}, CoverageState::Never, {}}};
    }
    return pane;
}

} // namespace holdline
