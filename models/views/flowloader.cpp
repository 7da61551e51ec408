// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/cardseries.h"
#include "models/views/loading.h"
#include "models/views/panecatalog.h"

#include <algorithm>
#include <array>
#include <map>

namespace holdline {

namespace {

constexpr Span longestQuiet = std::chrono::hours{24 * 4}; ///< holidays between two sessions

/// The samples of one stored series as they were known, with where they come from.
struct LoadedSamples {
    StoredSeries series;
    std::vector<Sample> samples;
    [[nodiscard]] TimeRange range() const { return {samples.front().from, samples.back().to}; }
};

/// Nothing when no series of that name has a row known by then.
Result<std::optional<LoadedSamples>> loadSamples(Loading& loading, const QString& name, const QString& column)
{
    const auto series = chooseSeries(loading.store, name, column);
    if (series.hasError())
        return series.error();
    if (!series.value() || series.value()->kind != SeriesKind::Samples)
        return std::optional<LoadedSamples>{};
    auto samples = loading.store.samples(series.value()->id, allTime, loading.view.asOf);
    if (samples.hasError())
        return samples.error();
    LoadedSamples loaded{*series.value(), std::move(samples).value()};
    std::erase_if(loaded.samples, [&](const Sample& sample) { return !loading.isKnown(sample.knownAt); });
    if (loaded.samples.empty())
        return std::optional<LoadedSamples>{};
    for (const Sample& sample : loaded.samples)
        loading.sawKnown(sample.knownAt);
    return std::optional(std::move(loaded));
}

std::vector<SamplePoint> toPoints(const std::vector<Sample>& samples)
{
    std::vector<SamplePoint> points;
    points.reserve(samples.size());
    for (const Sample& sample : samples)
        points.push_back(
            {toMsecs(sample.from), toMsecs(sample.to), toMsecs(sample.knownAt), sample.value.toDouble()});
    return points;
}

/// Whether nights lie between all of them, as between the sessions of an exchange.
bool areSessions(const std::vector<Sample>& samples)
{
    const auto touching = std::adjacent_find(samples.begin(), samples.end(),
                                             [](const Sample& a, const Sample& b) { return b.from <= a.to; });
    const bool areShort = std::all_of(samples.begin(), samples.end(), [](const Sample& sample) {
        return sample.to - sample.from < std::chrono::hours{24};
    });
    return areShort && touching == samples.end() &&
           samples.front().to - samples.front().from > std::chrono::hours{1};
}

/// Holes between one sample and the next; sessions leave nights and holidays between them.
void addHoles(std::vector<Coverage>& coverage, const std::vector<Sample>& samples)
{
    const Span quiet = areSessions(samples) ? longestQuiet : Span{0};
    for (std::size_t i = 1; i < samples.size(); ++i)
        if (samples[i].from - samples[i - 1].to > quiet)
            coverage.push_back({{samples[i - 1].to, samples[i].from}, CoverageState::Missing, {}});
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

/// Names of stored series below a folder: `liquidations/binance` of `liquidations/`.
Result<QStringList> namesBelow(Store& store, const QString& folder)
{
    const auto all = store.list();
    if (all.hasError())
        return all.error();
    QStringList names;
    for (const StoredSeries& series : all.value()) {
        const QString& name = series.key.name;
        if (name.startsWith(folder) && !name.mid(folder.size()).contains(QLatin1Char('/')) &&
            !names.contains(name))
            names.append(name);
    }
    return names;
}

// Liquidations: one venue's sums or single orders, added up with those of the others.

struct Forced {
    std::map<qint64, std::array<double, 2>> sums; ///< long, short by beginning
    Interval step = oneMinute;
    std::vector<TimeRange> known;
};

Result<Done> addVenueSums(Loading& loading, PaneData& pane, Forced& forced, const QString& name, bool& found)
{
    static const std::array columns{QStringLiteral("long_usd"), QStringLiteral("short_usd")};
    for (std::size_t side = 0; side < columns.size(); ++side) {
        auto loaded = loadSamples(loading, name, columns[side]);
        if (loaded.hasError())
            return loaded.error();
        if (!loaded.value())
            continue;
        found = true;
        const LoadedSamples& samples = *loaded.value();
        for (const Sample& sample : samples.samples) {
            forced.sums[toMsecs(sample.from)][side] += sample.value.toDouble();
            forced.step = std::max(forced.step, Interval{sample.to - sample.from});
        }
        if (side == 0) {
            forced.known.push_back(samples.range());
            pane.provenance.push_back(provenanceOf(samples.series, samples.range()));
            addHoles(pane.coverage, samples.samples);
        }
        if (const auto done = addStoredCoverage(loading, samples.series.id, pane.coverage); done.hasError())
            return done.error();
    }
    return Done{};
}

Result<Done> addVenueOrders(Loading& loading, PaneData& pane, Forced& forced, const QString& name)
{
    const auto stored = loading.store.find(name);
    if (stored.hasError())
        return stored.error();
    for (const StoredSeries& series : stored.value()) {
        if (series.kind != SeriesKind::Liquidations)
            continue;
        const auto orders = loading.store.liquidations(series.id, allTime, loading.view.asOf);
        if (orders.hasError())
            return orders.error();
        if (orders.value().empty())
            continue;
        for (const Liquidation& order : orders.value()) {
            const qint64 minute = toMsecs(oneMinute.bucketStart(order.time));
            forced.sums[minute][order.side == PositionSide::Long ? 0 : 1] += order.usd.toDouble();
            loading.sawKnown(order.time);
        }
        const TimeRange range{orders.value().front().time, orders.value().back().time};
        forced.known.push_back(range);
        pane.provenance.push_back(provenanceOf(series, range));
        return addStoredCoverage(loading, series.id, pane.coverage);
    }
    return Done{};
}

void buildForced(PaneData& pane, const Forced& forced)
{
    for (std::size_t side = 0; side < 2; ++side) {
        auto flow = std::make_shared<FlowSeries>(forced.step);
        for (const auto& [from, sums] : forced.sums)
            flow->append(from, sums[side]);
        flow->finish();
        pane.flows.push_back(std::move(flow));
    }
    TimeRange known = forced.known.front();
    for (const TimeRange& range : forced.known)
        known = {std::min(known.from, range.from), std::max(known.to, range.to)};
    pane.coverage.push_back({{earliestTime, known.from}, CoverageState::Never, {}});
    pane.coverage.push_back({{known.to + forced.step.length, latestTime}, CoverageState::Missing, {}});
}

QString sampledNote(const PaneData& pane)
{
    const bool isSampled =
        std::any_of(pane.coverage.begin(), pane.coverage.end(),
                    [](const Coverage& stretch) { return stretch.state == CoverageState::Sampled; }) ||
        std::any_of(pane.provenance.begin(), pane.provenance.end(), [](const Provenance& provenance) {
            return provenance.series == QStringLiteral("liquidations/binance") ||
                   provenance.series == QStringLiteral("liquidations/binance-futures");
        });
    return isSampled ? QStringLiteral("lower bound: at most one per symbol and second") : QString();
}

Result<Done> loadLiquidations(Loading& loading, PaneData& pane)
{
    const bool isBitcoin = loading.base == QStringLiteral("BTC");
    auto names = namesBelow(loading.store, QStringLiteral("liquidations/"));
    if (names.hasError())
        return names.error();
    const QString all = QStringLiteral("liquidations/all");
    if (names.value().size() > 1)
        names.value().removeAll(all);
    Forced forced;
    for (const QString& venue : names.value()) {
        const QString name = isBitcoin ? venue : venue + QLatin1Char('/') + loading.base.toLower();
        bool found = false;
        auto done = addVenueSums(loading, pane, forced, name, found);
        if (!done.hasError() && !found)
            done = addVenueOrders(loading, pane, forced, name);
        if (done.hasError())
            return done;
    }
    if (!forced.sums.empty())
        buildForced(pane, forced);
    pane.note = sampledNote(pane);
    return Done{};
}

// The other flows.

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
