// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/coveragequery.h"

#include "models/history/candlequery.h"
#include "models/history/flowquery.h"
#include "models/history/premiumquery.h"
#include "models/store/coveragemerge.h"

#include <algorithm>

namespace holdline {

namespace {

/// Collects the empty slots between candles.
class HoleFinder final {
public:
    void add(Interval interval, std::span<const Candle> candles)
    {
        for (const Candle& candle : candles) {
            const UtcTime slot = interval.bucketStart(candle.openTime);
            if (m_reached && slot > *m_reached && candle.openTime > *m_reached)
                m_holes.push_back(
                    {{*m_reached, slot}, CoverageState::Missing, QStringLiteral("no candle stored")});
            m_reached = interval.next(slot);
        }
    }
    [[nodiscard]] std::vector<Coverage> take() { return std::move(m_holes); }

private:
    std::optional<UtcTime> m_reached;
    std::vector<Coverage> m_holes;
};

Result<std::vector<Coverage>> candleHoles(Store& store, const SeriesSelection& selection,
                                          const SeriesQuestion& question)
{
    HoleFinder finder;
    SeriesQuestion all = question;
    all.interval.reset();
    const auto answer =
        visitCandles(store, selection, all, [&](Interval interval, std::span<const Candle> candles) {
            finder.add(interval, candles);
            return true;
        });
    if (answer.hasError())
        return answer.error();
    return finder.take();
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
    if (name.startsWith(QStringLiteral("watch/")))
        return QStringList{QStringLiteral("price/binance:%1USDT").arg(name.mid(6))};
    return QStringList{};
}

Result<std::vector<Coverage>> coverageOf(Store& store, const SeriesSelection& selection,
                                         const SeriesQuestion& question)
{
    std::vector<Coverage> holes;
    if (selection.kind() == SeriesKind::Candles) {
        auto found = candleHoles(store, selection, question);
        if (found.hasError())
            return found;
        holes = std::move(found.value());
    }
    const auto stored = storedCoverage(store, selection, question.range);
    if (stored.hasError())
        return stored;
    auto entries = mergeCoverage(holes, stored.value());
    clip(entries, question.range);
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
    std::optional<std::vector<Coverage>> all;
    for (const QString& name : names) {
        SeriesQuestion one = question;
        one.name = name;
        const auto selection = selectSeries(store, one);
        if (selection.hasError())
            return selection.error();
        if (selection.value().isEmpty())
            continue;
        const auto entries = coverageOf(store, selection.value(), one);
        if (entries.hasError())
            return entries.error();
        if (!all)
            all.emplace();
        all->insert(all->end(), entries.value().begin(), entries.value().end());
    }
    if (all)
        std::stable_sort(all->begin(), all->end(),
                         [](const Coverage& a, const Coverage& b) { return a.range.from < b.range.from; });
    return all;
}

} // namespace holdline
