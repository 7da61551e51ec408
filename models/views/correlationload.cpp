// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/correlationload.h"

#include "models/views/dailycloses.h"
#include "models/views/lineload.h"
#include "models/views/sampleload.h"

#include <algorithm>

namespace holdline {

namespace {

PriceFacts priceFacts(const LoadedPrice& price)
{
    PriceFacts facts;
    facts.origin = {price.provenance.source, price.provenance.definition};
    for (const DatedValue& close : dailyCloses(*price.candles))
        facts.days.push_back({close.date, Price::fromDouble(close.value), {}});
    return facts;
}

/// Whether markets are compared by it: a value alone already makes a line of such a series.
bool isMarket(const QString& id)
{
    BriefData probe;
    probe.macro[id].samples = {{.from = {}, .to = {}, .knownAt = {}, .value = Amount::fromDouble(1)}};
    return !marketLines(probe).empty();
}

/// The macro series that are compared, as they were known.
Result<Done> loadMacro(Loading& loading, BriefData& data)
{
    const QString folder = QStringLiteral("macro/");
    const auto names = namesBelow(loading.store, folder);
    if (names.hasError())
        return names.error();
    for (const QString& name : names.value()) {
        if (!isMarket(name.mid(folder.size())))
            continue;
        auto loaded = loadSamples(loading, name, QStringLiteral("value"));
        if (loaded.hasError())
            return loaded.error();
        if (!loaded.value())
            continue;
        const StoredSeries& series = loaded.value()->series;
        data.macro[name.mid(folder.size())] = {.samples = std::move(loaded.value()->samples),
                                               .unit = series.unit,
                                               .origin = {series.key.source, series.key.definition}};
    }
    return Done{};
}

Provenance provenanceOfPair(const MarketLine& a, const MarketLine& b, const std::vector<SamplePoint>& points)
{
    const SeriesKey key{.name = QStringLiteral("correlation/%1_%2_30d").arg(a.name, b.name),
                        .source = a.origin.source + QStringLiteral("; ") + b.origin.source,
                        .definition = b.kind == ChangeKind::LogReturn
                                          ? QStringLiteral("Pearson, 30 shared daily log returns")
                                          : QStringLiteral("Pearson, 30 shared daily log returns against "
                                                           "differences")};
    Provenance provenance;
    provenance.series = key.name;
    provenance.source = key.source;
    provenance.definition = key.definition;
    provenance.from = fromMsecs(points.front().fromMs);
    provenance.to = fromMsecs(points.back().toMs);
    provenance.isReconstruction = isReconstruction(key);
    return provenance;
}

} // namespace

Result<Done> loadCorrelations(Loading& loading, PaneData& pane, const LoadedPrice& price)
{
    BriefData data;
    data.price = priceFacts(price);
    if (data.price->days.empty())
        return Done{};
    if (const auto done = loadMacro(loading, data); done.hasError())
        return done.error();
    const std::vector<MarketLine> markets = marketLines(data);
    std::vector<LoadedLine> lines;
    for (std::size_t i = 1; i < markets.size(); ++i) {
        auto points = rollingCorrelation(markets.front(), markets[i]);
        if (points.empty())
            continue;
        const Provenance provenance = provenanceOfPair(markets.front(), markets[i], points);
        const UtcTime due = provenance.to + longestQuiet;
        lines.push_back({.name = markets[i].title,
                         .points = withHoles(std::move(points), isSharedHole),
                         .due = due,
                         .provenance = provenance});
    }
    addLines(pane, std::move(lines));
    return Done{};
}

} // namespace holdline
