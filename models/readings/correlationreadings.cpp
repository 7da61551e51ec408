// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/correlationreadings.h"

#include "models/foundation/numbertext.h"
#include "models/indicators/quantile.h"
#include "models/readings/marketlines.h"
#include "models/readings/readingwords.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t correlationLength = 30;
constexpr std::size_t yearOfSessions = 252;
constexpr Span oldestSession = std::chrono::hours{24} * 10;

struct PairReading {
    double now = 0;
    std::vector<double> year; ///< the correlations of its year
    UtcTime date;
};

std::optional<PairReading> pairReading(const MarketLine& a, const MarketLine& b)
{
    const SharedChanges changes = sharedChanges(a.values, a.kind, b.values, b.kind);
    if (changes.dates.empty())
        return std::nullopt;
    const std::size_t last = changes.dates.size() - 1;
    const auto now = correlationAt(changes, last, correlationLength);
    if (!now)
        return std::nullopt;
    PairReading reading{*now, {}, changes.dates.back()};
    for (std::size_t i = last > yearOfSessions ? last - yearOfSessions : 0; i <= last; ++i) {
        if (const auto one = correlationAt(changes, i, correlationLength))
            reading.year.push_back(*one);
    }
    return reading;
}

UtcTime knownOn(const MarketLine& line, UtcTime date)
{
    const auto found = std::find_if(line.values.begin(), line.values.end(),
                                    [date](const DatedValue& value) { return value.date == date; });
    return line.knownAt[static_cast<std::size_t>(found - line.values.begin())];
}

ReadingOrigin originOfPair(const MarketLine& a, const MarketLine& b)
{
    return {a.origin.source + u"; "_s + b.origin.source,
            u"Pearson's correlation of 30 daily changes between dates that both have: %1, %2"_s.arg(
                a.kind == ChangeKind::LogReturn ? u"log returns"_s : u"differences"_s,
                b.kind == ChangeKind::LogReturn ? u"log returns"_s : u"differences"_s)};
}

/// Absent with fewer than three markets, or where a pair has no year to be compared with.
std::optional<bool> isConvergence(const std::vector<PairReading>& pairs, std::size_t lines)
{
    const bool isEnough = lines >= 3 && pairs.size() == lines * (lines - 1) / 2 &&
                          std::all_of(pairs.begin(), pairs.end(), [](const PairReading& pair) {
                              return pair.year.size() >= 2 * correlationLength;
                          });
    if (!isEnough)
        return std::nullopt;
    return std::all_of(pairs.begin(), pairs.end(),
                       [](const PairReading& pair) { return pair.now > *quantile(pair.year, 0.5); });
}

void addConvergence(const std::vector<PairReading>& pairs, const std::vector<MarketLine>& lines,
                    const ReadingOrigin& origin, UtcTime known, Brief& brief)
{
    const QString id = u"correlation.convergence"_s;
    const auto together = isConvergence(pairs, lines.size());
    if (!together)
        return brief.miss(id, u"three markets with a year of sessions are needed"_s);
    QStringList names;
    for (const MarketLine& line : lines)
        names << line.title;
    const auto last =
        std::max_element(pairs.begin(), pairs.end(),
                         [](const PairReading& a, const PairReading& b) { return a.date < b.date; });
    brief.add(
        {id,
         *together,
         {},
         *together
             ? u"All pairs of %1 move more together than usual in their year."_s.arg(names.join(u", "_s))
             : u"Not all pairs of %1 move more together than usual in their year."_s.arg(names.join(u", "_s)),
         last->date,
         origin,
         known,
         *together ? 0.95 : 0.1});
}

} // namespace

void readCorrelations(const BriefData& data, Brief& brief)
{
    const auto lines = marketLines(data);
    std::vector<PairReading> pairs;
    ReadingOrigin all{{}, u"each pair's correlation of 30 changes against the median of its year"_s};
    UtcTime known{};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        all.source += (i == 0 ? QString() : u"; "_s) + lines[i].origin.source;
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            const QString id = u"correlation.%1_%2_30d"_s.arg(lines[i].name, lines[j].name);
            const auto pair = pairReading(lines[i], lines[j]);
            if (!pair || data.at - pair->date > oldestSession) {
                brief.miss(id,
                           u"30 changes between dates that both have are not stored up to the last days"_s);
                continue;
            }
            const UtcTime at = std::max(knownOn(lines[i], pair->date), knownOn(lines[j], pair->date));
            known = std::max(known, at);
            brief.add({id,
                       Amount::fromDouble(pair->now),
                       {},
                       u"The 30-day correlation of %1 and %2 is %3."_s.arg(
                           lines[i].title, lines[j].title, numberText(pair->now, 2, Sign::Always)),
                       pair->date,
                       originOfPair(lines[i], lines[j]),
                       at,
                       unusualness(pair->now, pair->year)});
            pairs.push_back(*pair);
        }
    }
    if (lines.size() < 2)
        return brief.miss(u"correlation.convergence"_s, u"fewer than three markets are stored"_s);
    addConvergence(pairs, lines, all, known, brief);
}

} // namespace holdline
