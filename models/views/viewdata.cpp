// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/viewdata.h"

#include "models/history/trackededges.h"
#include "models/views/costdistributionload.h"
#include "models/views/instrumentname.h"
#include "models/views/loading.h"
#include "models/views/viewmarks.h"

#include <algorithm>

namespace holdline {

namespace {

Result<Done> loadMarks(Loading& loading, ViewData& data)
{
    auto levels = loading.store.levels();
    if (levels.hasError())
        return levels.error();
    auto drawings = loading.store.drawings();
    if (drawings.hasError())
        return drawings.error();
    std::vector<Mark> marks(levels.value().begin(), levels.value().end());
    marks.insert(marks.end(), drawings.value().begin(), drawings.value().end());
    data.closes = std::make_shared<const std::vector<JudgedClose>>(closesOf(*data.candles));
    TrackedEdges tracked;
    for (const Level& level : levels.value()) {
        if (level.origin == LevelOrigin::Fixed || level.instrument != data.instrument)
            continue;
        auto edges = edgesOf(loading.store, level, loading.view.asOf);
        if (edges.hasError())
            return edges.error();
        tracked.emplace(level.id, std::move(edges.value()));
    }
    setMarks(data, marks, loading.view.asOf, tracked);
    return Done{};
}

Result<Done> loadEvents(Loading& loading, ViewData& data)
{
    const auto all = loading.store.list();
    if (all.hasError())
        return all.error();
    for (const StoredSeries& series : all.value()) {
        if (series.kind != SeriesKind::Events)
            continue;
        auto events = loading.store.events(series.id, allTime, loading.view.asOf);
        if (events.hasError())
            return events.error();
        for (Event& event : events.value())
            if (loading.isKnown(event.knownAt))
                data.events.push_back(std::move(event));
        data.provenance.push_back(provenanceOf(series, {}));
    }
    std::stable_sort(data.events.begin(), data.events.end(),
                     [](const Event& a, const Event& b) { return a.time < b.time; });
    return Done{};
}

/// What cannot be read is said; the rest of the view is shown.
Result<Done> loadCosts(Loading& loading, ViewData& data)
{
    auto costs = loadCostDistribution(loading.store, loading.view.asOf);
    if (costs.hasError() && costs.error().kind != Error::Kind::Malformed)
        return costs.error();
    if (costs.hasError())
        data.costsProblem = costs.error().message;
    else if (costs.value())
        data.costs = std::make_shared<const CostDistribution>(std::move(*costs.value()));
    if (data.costs && loading.view.showsCosts)
        data.provenance.push_back({.series = QStringLiteral("cost-distribution"),
                                   .source = data.costs->source,
                                   .definition = data.costs->definition,
                                   .unit = QStringLiteral("BTC"),
                                   .from = data.costs->asOf,
                                   .to = data.costs->asOf});
    return Done{};
}

void trimAndSort(std::vector<Coverage>& coverage, UtcTime now)
{
    for (Coverage& stretch : coverage)
        stretch.range.to = std::min(stretch.range.to, now);
    std::erase_if(coverage, [](const Coverage& stretch) { return stretch.range.isEmpty(); });
    std::stable_sort(coverage.begin(), coverage.end(),
                     [](const Coverage& a, const Coverage& b) { return a.range.from < b.range.from; });
}

void setPrice(ViewData& data, const LoadedPrice& price)
{
    data.candles = price.candles;
    data.coarse = price.coarse;
    data.priceCoverage = price.coverage;
    data.provenance.push_back(price.provenance);
    const TimeRange range = price.candles->range();
    data.lastClose = range.to;
    data.lastPrice = price.candles->closeAt(range.to);
}

void judgeHonesty(ViewData& data)
{
    const auto isOne = [](const Provenance& provenance) { return provenance.isReconstruction; };
    data.isReconstruction = std::any_of(data.provenance.begin(), data.provenance.end(), isOne);
    for (const PaneData& pane : data.panes)
        data.isReconstruction =
            data.isReconstruction || std::any_of(pane.provenance.begin(), pane.provenance.end(), isOne);
    if (data.isReconstruction)
        data.statement = QStringLiteral("reconstruction between published figures");
}

/// Stretches lie one behind the other.
template <typename Stretch, typename Visit>
void forEachVisible(const std::vector<Stretch>& stretches, TimeRange visible, const Visit& visit)
{
    auto next = std::partition_point(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
        return stretch.range.to <= visible.from;
    });
    for (; next != stretches.end() && next->range.from < visible.to; ++next)
        visit(*next);
}

} // namespace

bool isReconstruction(const SeriesKey& key)
{
    static const QString word = QStringLiteral("reconstruction");
    return key.source.contains(word, Qt::CaseInsensitive) ||
           key.definition.contains(word, Qt::CaseInsensitive);
}

Provenance provenanceOf(const StoredSeries& series, TimeRange range)
{
    return {.series = series.key.name,
            .source = series.key.source,
            .definition = series.key.definition,
            .unit = series.unit,
            .from = range.from,
            .to = range.to,
            .isReconstruction = isReconstruction(series.key)};
}

const LevelState* stateAt(const LevelData& level, UtcTime time)
{
    const auto next = std::upper_bound(level.states.begin(), level.states.end(), time,
                                       [](UtcTime at, const LevelState& state) { return at < state.at; });
    return next == level.states.begin() ? nullptr : &*std::prev(next);
}

std::vector<Coverage> priceCoverageAt(const ViewData& data, Interval drawn, TimeRange visible)
{
    std::vector<Coverage> coverage;
    forEachVisible(data.priceCoverage, visible,
                   [&](const Coverage& stretch) { coverage.push_back(stretch); });
    forEachVisible(data.coarse, visible, [&](const CoarseStretch& stretch) {
        if (stretch.interval > drawn)
            coverage.push_back({stretch.range, CoverageState::Missing,
                                QStringLiteral("stored as candles of %1 only").arg(stretch.interval.name())});
    });
    std::stable_sort(coverage.begin(), coverage.end(),
                     [](const Coverage& a, const Coverage& b) { return a.range.from < b.range.from; });
    return coverage;
}

Result<ViewData> loadViewData(Store& store, const View& view, const Clock&, PriceMemory* prices)
{
    const InstrumentName name = instrumentName(view.instrument);
    Loading loading{.store = store, .view = view, .base = name.base, .prices = prices};
    ViewData data;
    data.instrument = view.instrument;
    data.instrumentTitle = name.title;
    data.venueTitle = name.venue;
    const auto price = loadPrice(loading);
    if (price.hasError())
        return price.error();
    setPrice(data, price.value());
    for (const PaneSpec& spec : view.panes) {
        if (spec.kind == QStringLiteral("price"))
            continue;
        auto pane = loadPane(loading, spec.kind, price.value());
        if (pane.hasError())
            return pane.error();
        data.panes.push_back(std::move(pane).value());
    }
    for (const auto& load : {loadMarks, loadEvents, loadCosts})
        if (const auto done = load(loading, data); done.hasError())
            return done.error();
    data.asOf = view.asOf.value_or(loading.latest);
    trimAndSort(data.priceCoverage, data.asOf);
    for (PaneData& pane : data.panes)
        trimAndSort(pane.coverage, data.asOf);
    judgeHonesty(data);
    return data;
}

} // namespace holdline
