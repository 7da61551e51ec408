// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/coarsefill.h"
#include "models/views/pricememory.h"

#include <algorithm>

namespace holdline {

namespace {

struct Choice {
    StoredSeries series;
    Interval interval;
};

/// Candles that had closed by the view's as-of time.
TimeRange closedRange(const Loading& loading, Interval interval, TimeRange range)
{
    if (loading.view.asOf)
        range.to = std::min(range.to, *loading.view.asOf - interval.length + Span{1});
    return range;
}

Result<bool> hasCandles(Loading& loading, const Choice& choice, TimeRange range)
{
    bool found = false;
    const auto done = loading.store.visitCandles(choice.series.id, choice.interval,
                                                 closedRange(loading, choice.interval, range),
                                                 loading.view.asOf, [&](const CandleColumns& candles) {
                                                     found = candles.size() > 0;
                                                     return !found;
                                                 });
    if (done.hasError())
        return done.error();
    return found;
}

std::vector<Choice> choicesOf(const std::vector<StoredSeries>& stored)
{
    std::vector<Choice> choices;
    for (const StoredSeries& series : stored)
        if (series.kind == SeriesKind::Candles)
            for (const Interval interval : series.intervals)
                choices.push_back({series, interval});
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& a, const Choice& b) { return a.interval < b.interval; });
    return choices;
}

/// The finest that holds something of the visible range, else the finest that holds anything.
Result<std::optional<Choice>> choose(Loading& loading)
{
    const auto stored = loading.store.find(QStringLiteral("price/") + loading.view.instrument);
    if (stored.hasError())
        return stored.error();
    const auto choices = choicesOf(stored.value());
    for (const TimeRange range : {loading.view.range.isEmpty() ? allTime : loading.view.range, allTime})
        for (const Choice& choice : choices) {
            const auto has = hasCandles(loading, choice, range);
            if (has.hasError())
                return has.error();
            if (has.value())
                return std::optional(choice);
        }
    return std::optional<Choice>{};
}

/// Why there is nothing to choose: nothing stored, or nothing known by the view's as-of time.
Error noneError(const Loading& loading)
{
    const View& view = loading.view;
    View ofAnyTime = view;
    ofAnyTime.asOf.reset();
    Loading atAnyTime{.store = loading.store, .view = ofAnyTime, .base = loading.base};
    const auto choice = view.asOf ? choose(atAnyTime) : Result<std::optional<Choice>>(std::nullopt);
    if (choice.hasError())
        return choice.error();
    if (choice.value())
        return Error{
            Error::Kind::Unavailable,
            QStringLiteral("No candle of %1 was known by %2 yet.").arg(view.instrument, toIso(*view.asOf))};
    if (!view.episode.isEmpty())
        return Error{Error::Kind::Unavailable, QStringLiteral("There are no candles of %1 in the episode %2.")
                                                   .arg(view.instrument, view.episode)};
    return Error{Error::Kind::Unavailable,
                 QStringLiteral("There are no candles of %1 in the data folder yet. Import a file, or use "
                                "--episode january-2026.")
                     .arg(view.instrument)};
}

/// Before the first candle nothing was ever recorded; between and after, something is missing. The interval
/// after the last candle may still be running.
std::vector<Coverage> coverageOf(const std::vector<TimeRange>& empty, Interval running)
{
    std::vector<Coverage> coverage;
    for (TimeRange stretch : empty) {
        const bool isFirst = stretch.from == earliestTime;
        if (stretch.to == latestTime)
            stretch.from = std::min(stretch.from + running.length, stretch.to);
        coverage.push_back({stretch, isFirst ? CoverageState::Never : CoverageState::Missing, {}});
    }
    return coverage;
}

std::vector<Interval> coarserOf(const Choice& choice)
{
    std::vector<Interval> coarser;
    for (const Interval interval : choice.series.intervals)
        if (interval > choice.interval && interval <= oneDay)
            coarser.push_back(interval);
    return coarser;
}

Result<ReadPrice> readPrice(Loading& loading, const StoredSeries& series, Interval interval)
{
    const auto& asOf = loading.view.asOf;
    return loading.prices && asOf ? loading.prices->read(loading.store, series, interval, *asOf)
                                  : readWholePrice(loading.store, series, interval, asOf);
}

/// When the latest correction of a candle became known.
Result<Done> seeRevisions(Loading& loading, const Choice& choice, const std::vector<CoarseStretch>& coarse)
{
    const auto revisions =
        revisionsShown(loading.store, choice.series.id, choice.interval, coarse, allTime, loading.view.asOf);
    if (revisions.hasError())
        return revisions.error();
    for (const CandleRevision& revision : revisions.value())
        loading.sawKnown(revision.revisedAt);
    return Done{};
}

} // namespace

Result<LoadedPrice> loadPrice(Loading& loading)
{
    const auto choice = choose(loading);
    if (choice.hasError())
        return choice.error();
    if (!choice.value())
        return noneError(loading);
    const Interval interval = choice.value()->interval;
    const auto read = readPrice(loading, choice.value()->series, interval);
    if (read.hasError())
        return read.error();
    auto candles = std::make_shared<CandleSeries>(read.value().candles);
    const auto empty = emptyStretches(*candles);
    auto filled = fillWithCoarser(loading, choice.value()->series, coarserOf(*choice.value()), *candles);
    if (filled.hasError())
        return filled.error();
    if (const auto seen = seeRevisions(loading, *choice.value(), filled.value()); seen.hasError())
        return seen.error();
    LoadedPrice price;
    price.coarse = std::move(filled.value());
    price.coverage = coverageOf(without(empty, price.coarse), loading.view.interval);
    price.provenance = provenanceOf(choice.value()->series, candles->range());
    loading.sawKnown(candles->range().to);
    price.candles = std::move(candles);
    read.value().taker.give(price);
    return price;
}

} // namespace holdline
