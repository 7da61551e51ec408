// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/correlationtable.h"

#include "models/views/rollingcorrelation.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span correlationYear = std::chrono::hours{24 * 365};

std::vector<StepRun> runsSince(const std::vector<SamplePoint>& points, UtcTime from)
{
    std::vector<StepRun> runs;
    const SamplePoint* before = nullptr;
    for (const SamplePoint& point : points) {
        if (point.toMs < toMsecs(from))
            continue;
        if (!before || isSharedHole(*before, point))
            runs.emplace_back();
        runs.back().push_back({point.toMs, point.value});
        before = &point;
    }
    return runs;
}

std::optional<DatedCorrelation> lastOf(const std::vector<SamplePoint>& points)
{
    if (points.empty())
        return std::nullopt;
    return DatedCorrelation{points.back().value, fromMsecs(points.back().fromMs)};
}

CorrelationSet setOf(const std::vector<MarketLine>& markets, const std::vector<CorrelatedMarket>& names,
                     std::size_t length, UtcTime from)
{
    CorrelationSet set;
    set.matrix.assign(markets.size(),
                      std::vector<std::optional<DatedCorrelation>>(markets.size(), std::nullopt));
    for (std::size_t a = 0; a < markets.size(); ++a) {
        for (std::size_t b = a + 1; b < markets.size(); ++b) {
            const auto points = rollingCorrelation(markets[a], markets[b], length);
            set.matrix[a][b] = set.matrix[b][a] = lastOf(points);
            if (a == 0)
                set.lines.push_back({names[b], runsSince(points, from), lastOf(points)});
        }
    }
    return set;
}

/// From the first value of a line on, a year at most.
TimeRange shownRange(const CorrelationTable& table)
{
    qint64 first = toMsecs(table.at);
    for (const CorrelationSet& set : table.sets) {
        for (const CorrelationLine& line : set.lines) {
            if (!line.runs.empty())
                first = std::min(first, line.runs.front().front().msecs);
        }
    }
    return {fromMsecs(first), table.at};
}

} // namespace

bool CorrelationTable::isEmpty() const
{
    return std::ranges::none_of(sets, [](const CorrelationSet& set) {
        return std::ranges::any_of(set.lines, [](const CorrelationLine& line) { return !line.runs.empty(); });
    });
}

CorrelationTable correlationTable(const std::vector<MarketLine>& markets, UtcTime at)
{
    CorrelationTable table{.at = at, .markets = {}, .sets = {}};
    if (markets.empty() || markets.front().name != QStringLiteral("btc"))
        return table;
    for (const MarketLine& market : markets)
        table.markets.push_back({market.name, market.title, market.origin.source});
    for (std::size_t i = 0; i < table.sets.size(); ++i)
        table.sets[i] = setOf(markets, table.markets, correlationLengths[i], at - correlationYear);
    table.range = shownRange(table);
    return table;
}

} // namespace holdline
