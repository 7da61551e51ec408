// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/liquidationloader.h"

#include "models/imports/liquidationseries.h"
#include "models/store/coveragemerge.h"
#include "models/views/instrumentname.h"
#include "models/views/panestreams.h"
#include "models/views/sampleload.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace holdline {

namespace {

/// What the venues add up to.
struct Forced {
    std::map<qint64, std::array<double, 2>> sums; ///< long, short by beginning
    Interval step = oneMinute;
};

/// What is stored about a series, up to the view's as-of time.
Result<std::vector<Coverage>> storedCoverage(Loading& loading, qint64 series)
{
    auto stored = loading.store.coverage(series, allTime);
    if (stored.hasError() || !loading.view.asOf)
        return stored;
    for (Coverage& entry : stored.value())
        entry.range.to = std::min(entry.range.to, *loading.view.asOf);
    std::erase_if(stored.value(), [](const Coverage& entry) { return entry.range.isEmpty(); });
    return stored;
}

void putKnown(PaneStream& stream, TimeRange range)
{
    const Coverage known{range, CoverageState::Known, {}};
    stream.entries = mergeCoverage(stream.entries, {&known, 1});
}

Result<Done> addVenueSums(Loading& loading, PaneData& pane, Forced& forced, PaneStream& stream)
{
    static const std::array columns{QStringLiteral("long_usd"), QStringLiteral("short_usd")};
    for (std::size_t side = 0; side < columns.size(); ++side) {
        auto loaded = loadSamples(loading, stream.series, columns[side]);
        if (loaded.hasError())
            return loaded.error();
        if (!loaded.value())
            continue;
        const LoadedSamples& samples = *loaded.value();
        for (const Sample& sample : samples.samples) {
            forced.sums[toMsecs(sample.from)][side] += sample.value.toDouble();
            forced.step = std::max(forced.step, Interval{sample.to - sample.from});
        }
        if (!stream.isSummed) {
            pane.provenance.push_back(provenanceOf(samples.series, samples.range()));
            putKnown(stream, {samples.range().from, samples.range().to + forced.step.length});
            std::vector<Coverage> holes;
            addHoles(holes, samples.samples);
            stream.entries = mergeCoverage(stream.entries, holes);
        }
        stream.isSummed = true;
        const auto stored = storedCoverage(loading, samples.series.id);
        if (stored.hasError())
            return stored.error();
        stream.entries = mergeCoverage(stream.entries, stored.value());
    }
    return Done{};
}

void addOrders(Loading& loading, Forced& forced, const std::vector<Liquidation>& orders)
{
    for (const Liquidation& order : orders) {
        const qint64 minute = toMsecs(oneMinute.bucketStart(order.time));
        forced.sums[minute][order.side == PositionSide::Long ? 0 : 1] += order.usd.toDouble();
        loading.sawKnown(order.time);
    }
}

/// Where Holdline recorded itself, it says what it knows; an imported list knows the time that it spans.
void addKnowledge(Loading& loading, PaneStream& stream, const std::vector<Coverage>& stored, TimeRange rows)
{
    const auto isKnown = [](const Coverage& entry) {
        return entry.state == CoverageState::Known || entry.state == CoverageState::Sampled;
    };
    const bool isRecorded = std::any_of(stored.begin(), stored.end(), isKnown);
    if (!isRecorded && !rows.isEmpty())
        putKnown(stream, rows);
    stream.entries = mergeCoverage(stream.entries, stored);
    stream.isRecorded = stream.isRecorded || isRecorded;
    for (const Coverage& entry : stored)
        if (isKnown(entry))
            loading.sawKnown(entry.range.to);
}

Result<Done> addVenueOrders(Loading& loading, PaneData& pane, Forced& forced, PaneStream& stream)
{
    const auto found = loading.store.find(stream.series);
    if (found.hasError())
        return found.error();
    std::optional<QString> definition; // of the first made: two are never added up
    for (const StoredSeries& series : found.value()) {
        if (series.kind != SeriesKind::Liquidations ||
            series.key.definition != definition.value_or(series.key.definition))
            continue;
        const auto orders = loading.store.liquidations(series.id, allTime, loading.view.asOf);
        if (orders.hasError())
            return orders.error();
        const auto stored = storedCoverage(loading, series.id);
        if (stored.hasError())
            return stored.error();
        if (orders.value().empty() && stored.value().empty())
            continue;
        definition = series.key.definition;
        TimeRange rows;
        if (!orders.value().empty())
            rows = {orders.value().front().time, orders.value().back().time + oneMinute.length};
        addOrders(loading, forced, orders.value());
        addKnowledge(loading, stream, stored.value(), rows);
        pane.provenance.push_back(provenanceOf(series, rows));
    }
    return Done{};
}

/// The end of what is known, so that the time until then is a part of the flow even when it is quiet.
UtcTime recordedUntil(const std::vector<PaneStream>& streams)
{
    UtcTime end = earliestTime;
    for (const PaneStream& stream : streams)
        if (stream.isRecorded && !stream.entries.empty())
            end = std::max(end, stream.entries.back().range.to);
    return end;
}

void buildForced(PaneData& pane, const Forced& forced)
{
    const UtcTime end = recordedUntil(pane.streams);
    const qint64 last = toMsecs(forced.step.bucketStart(end - Span{1}));
    for (std::size_t side = 0; side < 2; ++side) {
        auto flow = std::make_shared<FlowSeries>(forced.step);
        for (const auto& [from, sums] : forced.sums)
            flow->append(from, sums[side]);
        const bool isQuietSince = forced.sums.empty() || forced.sums.rbegin()->first < last;
        if (end > earliestTime && isQuietSince)
            flow->append(last, std::numeric_limits<double>::quiet_NaN());
        flow->finish();
        pane.flows.push_back(std::move(flow));
    }
}

bool isRecorded(const PaneData& pane)
{
    return std::any_of(pane.streams.begin(), pane.streams.end(),
                       [](const PaneStream& stream) { return stream.isRecorded; });
}

Result<Done> loadVenue(Loading& loading, PaneData& pane, Forced& forced, const QString& name)
{
    const QString venue = name.section(QLatin1Char('/'), 1, 1);
    PaneStream stream{.series = name, .title = instrumentName(venue + QLatin1Char(':')).venue};
    auto done = addVenueSums(loading, pane, forced, stream);
    if (!done.hasError() && !stream.isSummed)
        done = addVenueOrders(loading, pane, forced, stream);
    if (!stream.entries.empty())
        pane.streams.push_back(std::move(stream));
    return done;
}

} // namespace

QString liquidationNote(const PaneData& pane)
{
    const auto isSampled = [](const PaneStream& stream) {
        return stream.series.startsWith(QStringLiteral("liquidations/binance")) ||
               std::any_of(stream.entries.begin(), stream.entries.end(),
                           [](const Coverage& entry) { return entry.state == CoverageState::Sampled; });
    };
    const auto isBroken = [](const PaneStream& stream) {
        return std::any_of(stream.entries.begin(), stream.entries.end(),
                           [](const Coverage& entry) { return entry.state == CoverageState::Missing; });
    };
    if (std::any_of(pane.streams.begin(), pane.streams.end(), isSampled))
        return QStringLiteral("lower bound: at most one per symbol and second");
    return std::any_of(pane.streams.begin(), pane.streams.end(), isBroken)
               ? QStringLiteral("lower bound where a record broke off")
               : QString();
}

Result<Done> loadLiquidations(Loading& loading, PaneData& pane)
{
    const bool isBitcoin = loading.base == QStringLiteral("BTC");
    auto names = namesBelow(loading.store, QStringLiteral("liquidations/"));
    if (names.hasError())
        return names.error();
    if (names.value().size() > 1)
        names.value().removeAll(QStringLiteral("liquidations/all"));
    if (names.value().size() > 1)
        names.value().removeAll(sumOfVenuesSeries());
    Forced forced;
    for (const QString& venue : names.value()) {
        const QString name = isBitcoin ? venue : venue + QLatin1Char('/') + loading.base.toLower();
        if (const auto done = loadVenue(loading, pane, forced, name); done.hasError())
            return done;
    }
    if (!forced.sums.empty() || isRecorded(pane)) {
        buildForced(pane, forced);
        pane.coverage = unknownToAll(pane.streams);
    }
    pane.note = liquidationNote(pane);
    return Done{};
}

} // namespace holdline
