// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/carddata.h"

#include "models/views/cardseries.h"
#include "models/views/holderload.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span flowsReach = std::chrono::hours{24 * 60}; ///< ten sessions and any run of holidays
constexpr Span priceReach = std::chrono::hours{24 * 7};
constexpr int mostPoints = 300;
constexpr qint64 mostCandles = 1000;

/// What every part of the loading needs.
struct Question {
    Store& store;
    TimeRange range; ///< of the view, up to `at`
    UtcTime at;
    std::optional<UtcTime> asOf;
};

QString baseAsset(const ViewData& data)
{
    return data.instrumentTitle.section(QLatin1Char('-'), 0, 0);
}

std::optional<double> priceAt(const ViewData& data, UtcTime at)
{
    if (!data.candles)
        return std::nullopt;
    const CandleSummary summary = data.candles->summary({at - priceReach, at});
    return summary.isEmpty() ? std::nullopt : std::optional(summary.close);
}

/// The samples of the chosen series that begin within `reach` before the moment; none when there is no such
/// series.
struct Found {
    StoredSeries series;
    std::vector<Sample> samples;
};
Result<Found> samplesBefore(const Question& ask, const QString& name, const QString& column, Span reach)
{
    auto series = chooseSeries(ask.store, name, column);
    if (series.hasError())
        return series.error();
    if (!series.value())
        return Found{};
    auto samples = ask.store.samples(series.value()->id, {ask.at - reach, ask.at}, ask.asOf);
    if (samples.hasError())
        return samples.error();
    return Found{*series.value(), std::move(samples).value()};
}

void addName(QStringList& names, const QString& name)
{
    if (!name.isEmpty() && !names.contains(name))
        names.append(name);
}

Result<QStringList> fundNames(Store& store, const QString& prefix)
{
    const auto all = store.list();
    if (all.hasError())
        return all.error();
    QStringList names;
    for (const auto& series : all.value()) {
        const QString& name = series.key.name;
        if (name.startsWith(prefix) && name != prefix + QStringLiteral("total"))
            names.append(name.mid(prefix.size()));
    }
    names.removeDuplicates();
    return names;
}

Result<FundFlows> loadFlows(const Question& ask, const QString& asset)
{
    const QString prefix = QStringLiteral("etf/%1/").arg(asset.toLower());
    const auto names = fundNames(ask.store, prefix);
    if (names.hasError())
        return names.error();
    std::vector<FundSamples> funds;
    QStringList sources;
    QStringList definitions;
    for (const auto& fund : names.value()) {
        const auto found = samplesBefore(ask, prefix + fund, QStringLiteral("value"), flowsReach);
        if (found.hasError())
            return found.error();
        if (found.value().samples.empty())
            continue;
        funds.push_back({fund, found.value().samples});
        addName(sources, found.value().series.key.source);
        addName(definitions, found.value().series.key.definition);
    }
    const auto totals =
        samplesBefore(ask, prefix + QStringLiteral("total"), QStringLiteral("value"), flowsReach);
    if (totals.hasError())
        return totals.error();
    if (!totals.value().samples.empty())
        addName(sources, totals.value().series.key.source);
    auto flows = lastSessions(joinFundFlows(funds, totals.value().samples), shownSessions);
    flows.source = sources.join(QStringLiteral("; "));
    flows.definition = definitions.join(QStringLiteral("; "));
    return flows;
}

/// What holders paid, and the coins that are even again at each resistance.
Result<Done> loadCohorts(const Question& ask, CardData& cards)
{
    auto holders = loadHolders(ask.store, {.at = ask.at, .asOf = ask.asOf, .price = cards.price});
    if (holders.hasError())
        return holders.error();
    cards.holders = std::move(holders).value();
    for (const QString& band : shownBands())
        cards.cohorts.push_back(chosenBasis(cards.holders, band));
    auto history = loadHolderHistory(ask.store, cards.history.range, ask.asOf);
    if (history.hasError())
        return history.error();
    history.value().price = std::move(cards.history.price);
    cards.history = std::move(history).value();
    cards.pressures = pressures(cards.levels, cards.holders, cards.costs ? *cards.costs : CostDistribution{},
                                cards.price, cards.at);
    return Done{};
}

/// `watch/ETH` when it is stored, else the same venue's pair of that asset.
Result<IndexedLine> loadWatched(const Question& ask, const QString& symbol, const QString& pair)
{
    const auto watch = chooseSeries(ask.store, QStringLiteral("watch/") + symbol, QStringLiteral("value"));
    if (watch.hasError())
        return watch.error();
    const auto price = chooseSeries(ask.store, QStringLiteral("price/") + pair, QStringLiteral("value"));
    if (price.hasError())
        return price.error();
    const auto& chosen = watch.value() ? watch.value() : price.value();
    if (!chosen)
        return indexCloses(symbol, {});
    Result<std::vector<TimedValue>> closes = std::vector<TimedValue>{};
    if (chosen->kind == SeriesKind::Candles) {
        closes = closesOf(ask.store, *chosen, ask.range, intervalFor(ask.range, mostPoints), ask.asOf);
    } else {
        const auto samples = ask.store.samples(chosen->id, ask.range, ask.asOf);
        if (samples.hasError())
            return samples.error();
        closes = endValues(samples.value());
    }
    if (closes.hasError())
        return closes.error();
    auto line = indexCloses(symbol, closes.value());
    line.source = chosen->key.source;
    return line;
}

Result<std::vector<IndexedLine>> loadWatch(const Question& ask, const QString& instrument,
                                           const QString& base)
{
    std::vector<IndexedLine> lines;
    for (const auto& symbol : watchedSymbols()) {
        const QString pair =
            QString(instrument).replace(base.isEmpty() ? QStringLiteral("BTC") : base, symbol);
        const auto line = loadWatched(ask, symbol, pair);
        if (line.hasError())
            return line.error();
        lines.push_back(line.value());
    }
    return lines;
}

std::vector<Candle> lastCandles(const ViewData& data, TimeRange range, Interval interval)
{
    if (!data.candles)
        return {};
    const UtcTime from = std::max(range.from, UtcTime{range.to - interval.length * mostCandles});
    return candlesOf(*data.candles, {from, range.to}, interval);
}

/// Closes by the day or coarser; without a value to come.
HistoryLine priceLine(const ViewData& data, TimeRange range)
{
    HistoryLine line{.name = data.instrumentTitle, .source = data.venueTitle};
    if (!data.candles)
        return line;
    const Interval step = historyStep(range);
    line.runs = closeRuns(candlesOf(*data.candles, range, step), step);
    return line;
}

/// What needs no store.
CardData standingPart(const View& view, const ViewData& data)
{
    CardData cards{.instrument = data.instrument, .zone = view.zone};
    cards.at = std::min(view.range.to, data.asOf);
    const TimeRange range{view.range.from, std::max(view.range.from, cards.at)};
    cards.price = priceAt(data, cards.at);
    if (data.candles)
        cards.tick = Price::fromDouble(data.candles->tickSize());
    cards.picture = pictureOf(data, range);
    cards.history.range = historyRange(view.range, cards.at);
    cards.history.price = priceLine(data, cards.history.range);
    cards.costs = data.costs;
    cards.levels = levelDistances(data.levels, cards.price, cards.at);
    cards.events = data.events;
    cards.interval = view.interval;
    cards.candles = lastCandles(data, range, view.interval);
    cards.isReconstruction = data.isReconstruction;
    return cards;
}

} // namespace

Result<CardData> loadCardData(Store& store, const View& view, const ViewData& viewData)
{
    CardData cards = standingPart(view, viewData);
    const Question ask{store, cards.picture.range, cards.at, view.asOf};
    auto flows = loadFlows(ask, baseAsset(viewData));
    if (flows.hasError())
        return flows.error();
    const auto cohorts = loadCohorts(ask, cards);
    if (cohorts.hasError())
        return cohorts.error();
    auto watch = loadWatch(ask, viewData.instrument, baseAsset(viewData));
    if (watch.hasError())
        return watch.error();
    auto sources = loadSourceEntries(store);
    if (sources.hasError())
        return sources.error();
    cards.flows = std::move(flows).value();
    cards.watch = std::move(watch).value();
    cards.sources = std::move(sources).value();
    return cards;
}

} // namespace holdline
