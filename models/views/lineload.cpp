// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/lineload.h"

#include "models/foundation/numbertext.h"
#include "models/market/interval.h"
#include "models/market/tradingcalendar.h"
#include "models/store/coveragemerge.h"
#include "models/views/panestreams.h"
#include "models/views/sampleload.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace holdline {

namespace {

const QString valueColumn = QStringLiteral("value");

bool isTokyoHole(const SamplePoint& before, const SamplePoint& after)
{
    if (Span{after.fromMs - before.toMs} <= longestQuiet)
        return false;
    for (UtcTime day = oneDay.next(oneDay.bucketStart(fromMsecs(before.fromMs)));
         day < oneDay.bucketStart(fromMsecs(after.fromMs)); day = oneDay.next(day))
        if (isTokyoSession(day))
            return true;
    return false;
}

/// The stretches between the holes, up to when a further value was due.
std::vector<Coverage> knownOf(const LoadedLine& line)
{
    std::vector<Coverage> known;
    UtcTime from = fromMsecs(line.points.front().fromMs);
    for (const SamplePoint& point : line.points) {
        if (!std::isnan(point.value))
            continue;
        known.push_back({{from, fromMsecs(point.fromMs)}, CoverageState::Known, {}});
        from = fromMsecs(point.toMs);
    }
    known.push_back({{from, line.due}, CoverageState::Known, {}});
    return mergeCoverage(known, line.coverage);
}

/// Of a stored series, as it was known. Absent when nothing was.
Result<std::optional<LoadedLine>> loadLine(Loading& loading, const QString& series, const QString& name,
                                           HoleRule isHole)
{
    const auto loaded = loadSamples(loading, series, valueColumn);
    if (loaded.hasError())
        return loaded.error();
    if (!loaded.value())
        return std::optional<LoadedLine>{};
    auto coverage = loading.store.coverage(loaded.value()->series.id, allTime);
    if (coverage.hasError())
        return coverage.error();
    const std::vector<Sample>& samples = loaded.value()->samples;
    return std::optional(
        LoadedLine{.name = name,
                   .points = withHoles(toPoints(samples), isHole),
                   .due = dueAfter(samples),
                   .coverage = std::move(coverage).value(),
                   .provenance = provenanceOf(loaded.value()->series, loaded.value()->range())});
}

Result<Done> loadOne(Loading& loading, PaneData& pane, const QString& series)
{
    auto line = loadLine(loading, series, {}, isApart);
    if (line.hasError())
        return line.error();
    if (line.value())
        addLines(pane, {std::move(*line.value())});
    return Done{};
}

/// On the line drawn from end to end; NaN beside it.
double valueOn(const std::vector<SamplePoint>& points, qint64 at)
{
    const auto after = std::upper_bound(points.begin(), points.end(), at,
                                        [](qint64 ms, const SamplePoint& point) { return ms < point.toMs; });
    if (after == points.begin())
        return std::numeric_limits<double>::quiet_NaN();
    const SamplePoint& before = *std::prev(after);
    if (after == points.end() || std::isnan(after->value))
        return before.value;
    const double share =
        static_cast<double>(at - before.toMs) / static_cast<double>(after->toMs - before.toMs);
    return before.value + (after->value - before.value) * share;
}

QString ratioText(const Sample& auction)
{
    return numberText(auction.value.toDouble(), 2);
}

void markAuctions(PaneData& pane, const std::vector<Sample>& auctions, const std::vector<SamplePoint>& line)
{
    for (std::size_t i = 0; i < auctions.size(); ++i) {
        const Sample& auction = auctions[i];
        const bool isLast = i + 1 == auctions.size();
        const QString before =
            i == 0 ? QString() : QStringLiteral(", %1 before").arg(ratioText(auctions[i - 1]));
        pane.marks.push_back(
            {.time = auction.knownAt,
             .since = auction.knownAt,
             .until = isLast ? latestTime : auctions[i + 1].knownAt,
             .value = valueOn(line, toMsecs(auction.knownAt)),
             .label = ratioText(auction),
             .words = QStringLiteral("20-year auction %1%2").arg(ratioText(auction), before)});
    }
}

Result<Done> loadAuctions(Loading& loading, PaneData& pane, const std::vector<SamplePoint>& line)
{
    const auto auctions = loadSamples(loading, QStringLiteral("macro/jgb20_bid_to_cover"), valueColumn);
    if (auctions.hasError())
        return auctions.error();
    if (!auctions.value())
        return Done{};
    markAuctions(pane, auctions.value()->samples, line);
    pane.provenance.push_back(provenanceOf(auctions.value()->series, auctions.value()->range()));
    return Done{};
}

} // namespace

bool isApart(const SamplePoint& before, const SamplePoint& after)
{
    return after.fromMs > before.toMs;
}

std::vector<SamplePoint> withHoles(std::vector<SamplePoint> points, HoleRule isHole)
{
    std::vector<SamplePoint> all;
    all.reserve(points.size());
    for (const SamplePoint& point : points) {
        if (!all.empty() && isHole(all.back(), point))
            all.push_back(
                {all.back().toMs, point.fromMs, point.knownMs, std::numeric_limits<double>::quiet_NaN()});
        all.push_back(point);
    }
    return all;
}

void addLines(PaneData& pane, std::vector<LoadedLine> lines)
{
    std::vector<PaneStream> streams;
    for (LoadedLine& line : lines) {
        streams.push_back({.series = line.provenance.series, .title = line.name, .entries = knownOf(line)});
        pane.names.push_back(line.name);
        pane.provenance.push_back(std::move(line.provenance));
        line.points.push_back({toMsecs(line.due), toMsecs(latestTime), toMsecs(line.due),
                               std::numeric_limits<double>::quiet_NaN()});
        pane.samples.push_back(std::make_shared<SampleSeries>(std::move(line.points)));
    }
    if (!lines.empty())
        pane.coverage = unknownToAll(streams);
}

Result<Done> loadPutCall(Loading& loading, PaneData& pane, const LoadedPrice&)
{
    return loadOne(loading, pane, QStringLiteral("options/put_call"));
}

Result<Done> loadSkew(Loading& loading, PaneData& pane, const LoadedPrice&)
{
    return loadOne(loading, pane, QStringLiteral("options/skew_25d"));
}

Result<Done> loadVolatility(Loading& loading, PaneData& pane, const LoadedPrice&)
{
    return loadOne(loading, pane, QStringLiteral("options/dvol"));
}

Result<Done> loadJapaneseYields(Loading& loading, PaneData& pane, const LoadedPrice&)
{
    std::vector<LoadedLine> lines;
    std::vector<SamplePoint> twentyYears;
    for (const int years : {10, 20, 40}) {
        auto line = loadLine(loading, QStringLiteral("macro/jgb%1y_yield").arg(years),
                             QStringLiteral("%1 y").arg(years), isTokyoHole);
        if (line.hasError())
            return line.error();
        if (!line.value())
            continue;
        if (years == 20)
            twentyYears = line.value()->points;
        lines.push_back(std::move(*line.value()));
    }
    if (lines.empty())
        return Done{};
    addLines(pane, std::move(lines));
    return loadAuctions(loading, pane, twentyYears);
}

} // namespace holdline
