// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/coveragequery.h"

#include "models/foundation/timeset.h"
#include "models/history/candlequery.h"
#include "models/history/coveragejoin.h"
#include "models/history/flowquery.h"
#include "models/history/premiumquery.h"
#include "models/history/watchquery.h"
#include "models/store/coveragemerge.h"

#include <algorithm>

namespace holdline {

namespace {

/// Slots of all stored intervals that hold a candle.
Result<TimeSet> slotsTaken(Store& store, const SeriesSelection& selection, const SeriesQuestion& question)
{
    TimeSet taken;
    for (const Interval interval : intervalsOf(selection)) {
        const TimeRange range{std::max(earliestTime, question.range.from - interval.length),
                              question.range.to};
        for (const StoredSeries& series : selection.series) {
            const auto done = store.visitCandles(
                series.id, interval, range, question.asOf, [&](const CandleColumns& columns) {
                    for (const qint64 open : columns.time) {
                        const UtcTime slot = interval.bucketStart(fromMsecs(open));
                        taken.add({slot, interval.next(slot)});
                    }
                    return true;
                });
            if (done.hasError())
                return done.error();
        }
    }
    return taken;
}

/// From the first row of any of them to the end of the last.
Result<TimeRange> extentOf(Store& store, const SeriesSelection& selection)
{
    TimeRange all{latestTime, earliestTime};
    for (const StoredSeries& series : selection.series) {
        const auto extent = store.extent(series.id);
        if (extent.hasError())
            return extent.error();
        if (extent.value().rows > 0)
            all = {std::min(all.from, extent.value().range.from), std::max(all.to, extent.value().range.to)};
    }
    return all;
}

void append(std::vector<Coverage>& entries, const std::vector<TimeRange>& ranges, CoverageState state,
            const QString& reason = {})
{
    for (const TimeRange& range : ranges)
        entries.push_back({range, state, reason});
}

/// What is stored of a hole tells why; where a candle stands nothing is missing, whatever was said of it.
Result<std::vector<Coverage>> candleCoverage(Store& store, const SeriesSelection& selection,
                                             const SeriesQuestion& question,
                                             const std::vector<Coverage>& stored)
{
    const auto taken = slotsTaken(store, selection, question);
    if (taken.hasError())
        return taken.error();
    const auto extent = extentOf(store, selection);
    if (extent.hasError())
        return extent.error();
    const TimeRange within{std::max(extent.value().from, question.range.from),
                           std::min(extent.value().to, question.range.to)};
    std::vector<Coverage> holes;
    if (!within.isEmpty())
        append(holes, taken.value().missingIn(within), CoverageState::Missing,
               QStringLiteral("no candle stored"));
    std::vector<Coverage> known;
    append(known, taken.value().ranges(), CoverageState::Known);
    return mergeCoverage(mergeCoverage(holes, stored), known);
}

Result<std::vector<Coverage>> storedCoverage(Store& store, const SeriesSelection& selection, TimeRange range)
{
    std::vector<Coverage> all;
    for (auto series = selection.series.rbegin(); series != selection.series.rend(); ++series) {
        const auto entries = store.coverage(series->id, range);
        if (entries.hasError())
            return entries.error();
        all = mergeCoverage(all, entries.value());
    }
    return all;
}

void clip(std::vector<Coverage>& entries, TimeRange range)
{
    for (Coverage& entry : entries)
        entry.range = {std::max(entry.range.from, range.from), std::min(entry.range.to, range.to)};
    std::erase_if(entries, [](const Coverage& entry) { return entry.range.isEmpty(); });
}

/// Of a name that stands for other series, theirs.
Result<QStringList> namesBehind(Store& store, const QString& name)
{
    if (name == QStringLiteral("liquidations/all"))
        return liquidationVenues(store);
    if (name == QStringLiteral("premium/coinbase"))
        return premiumParts();
    if (name.startsWith(QStringLiteral("taker/")))
        return QStringList{QStringLiteral("price/") + name.mid(6)};
    if (name.startsWith(QStringLiteral("watch/"))) {
        const auto price = watchedPrice(store, name.mid(6));
        return price.hasError() ? Result<QStringList>(price.error()) : QStringList{price.value()};
    }
    return QStringList{};
}

/// Before the first entry nothing was recorded.
void addNever(std::vector<Coverage>& entries, TimeRange range)
{
    if (range.from > earliestTime && !entries.empty() && entries.front().range.from > range.from)
        entries.insert(entries.begin(), {{range.from, entries.front().range.from}, CoverageState::Never, {}});
}

Result<std::vector<Coverage>> coverageOf(Store& store, const SeriesSelection& selection,
                                         const SeriesQuestion& question)
{
    auto entries = storedCoverage(store, selection, question.range);
    if (!entries.hasError() && selection.kind() == SeriesKind::Candles)
        entries = candleCoverage(store, selection, question, entries.value());
    if (entries.hasError())
        return entries;
    clip(entries.value(), question.range);
    addNever(entries.value(), question.range);
    return entries;
}

} // namespace

Result<std::optional<std::vector<Coverage>>> queryCoverage(Store& store, const SeriesQuestion& question)
{
    const auto own = selectSeries(store, question);
    if (own.hasError())
        return own.error();
    QStringList names{question.name};
    if (own.value().isEmpty()) {
        const auto behind = namesBehind(store, question.name);
        if (behind.hasError())
            return behind.error();
        names = behind.value();
    }
    std::vector<CoveragePart> parts;
    for (const QString& name : names) {
        SeriesQuestion one = question;
        one.name = name;
        const auto selection = selectSeries(store, one);
        if (selection.hasError())
            return selection.error();
        if (selection.value().isEmpty())
            continue;
        auto entries = coverageOf(store, selection.value(), one);
        if (entries.hasError())
            return entries.error();
        parts.push_back({name, std::move(entries.value())});
    }
    if (parts.empty())
        return std::optional<std::vector<Coverage>>{};
    if (parts.size() == 1 && names.size() == 1)
        return std::optional(std::move(parts.front().entries));
    const bool isSum = question.name.endsWith(QStringLiteral("/all"));
    return std::optional(joinCoverage(parts, isSum ? CoverageOf::Sum : CoverageOf::Difference));
}

} // namespace holdline
