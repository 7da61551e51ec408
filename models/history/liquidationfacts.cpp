// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/liquidationfacts.h"

#include "models/foundation/numbertext.h"
#include "models/history/coveragequery.h"
#include "models/history/flowquery.h"
#include "models/imports/liquidationseries.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span liquidationReach = std::chrono::hours{24} * 32;
constexpr Span briefWindow = std::chrono::hours{48};

SeriesQuestion liquidationQuestion(const QString& name, Span reach, const PastQuestion& question)
{
    return {.name = name, .range = {question.at - reach, question.at}, .interval = {}, .asOf = question.asOf};
}

/// Rows that reach over the window's whole length, but for one of them at either end.
bool coversWindow(const ValueTable& table, UtcTime at)
{
    const Span row = longestRow(table.rows);
    const auto inside = std::count_if(table.rows.begin(), table.rows.end(), [at](const ValueRow& one) {
        return one.from >= at - briefWindow && one.to <= at;
    });
    return inside > 0 && table.rows.back().to > at - row * 2 && inside * row >= briefWindow * 3 / 4;
}

QString hoursText(Span span)
{
    return numberText(std::chrono::duration<double, std::ratio<3600>>(span).count(), 1) + u" h"_s;
}

/// `bybit`, and what its record lacks: `bybit: 3.5 h of 48 not recorded`. Whether any of it is recorded.
Result<bool> noteCoverage(Store& store, const QString& name, const PastQuestion& question,
                          LiquidationFacts& facts)
{
    const auto coverage = queryCoverage(store, liquidationQuestion(name, briefWindow, question));
    if (coverage.hasError())
        return coverage.error();
    std::map<CoverageState, Span> spans;
    for (const Coverage& entry : coverage.value().value_or(std::vector<Coverage>{}))
        spans[entry.state] += entry.range.length();
    const QString venue = name.section(u'/', 1);
    const Span unrecorded = spans[CoverageState::Missing] + spans[CoverageState::Never];
    if (unrecorded >= std::chrono::minutes{1})
        facts.coverageNotes << u"%1: %2 of 48 not recorded"_s.arg(venue, hoursText(unrecorded));
    if (spans[CoverageState::Sampled] > Span{0})
        facts.coverageNotes << u"%1: a lower bound, as the venue tells only some of them"_s.arg(venue);
    return spans[CoverageState::Known] + spans[CoverageState::Sampled] > Span{0};
}

/// Of sums of stretches, which say nothing of what they lack: how much of the window they fill.
void noteSums(const QString& name, const ValueTable& table, UtcTime at, LiquidationFacts& facts)
{
    Span filled{};
    for (const ValueRow& row : table.rows) {
        if (row.from >= at - briefWindow && row.to <= at)
            filled += row.to - row.from;
    }
    if (briefWindow - filled >= std::chrono::minutes{1})
        facts.coverageNotes << u"%1: a lower bound, %2 of 48 stored"_s.arg(name.section(u'/', 1),
                                                                           hoursText(filled));
}

Result<bool> areSums(Store& store, const QString& name)
{
    const auto series = store.find(name);
    if (series.hasError())
        return series.error();
    return std::any_of(series.value().begin(), series.value().end(),
                       [](const StoredSeries& one) { return one.kind == SeriesKind::Samples; });
}

Result<Done> noteOrigin(Store& store, const QString& name, LiquidationFacts& facts)
{
    const auto series = store.find(name);
    if (series.hasError())
        return series.error();
    if (series.value().empty())
        return Done{};
    const SeriesKey& key = series.value().front().key;
    const auto join = [](QString& to, const QString& text) {
        if (!text.isEmpty() && !to.contains(text))
            to += (to.isEmpty() ? QString() : u"; "_s) + text;
    };
    join(facts.origin.source, key.source);
    join(facts.origin.definition, key.definition);
    facts.venues << name.section(u'/', 1);
    return Done{};
}

/// Sums of equal stretches: those of the coarsest venue.
void addRows(const std::vector<ValueRow>& rows, LiquidationFacts& facts)
{
    for (const ValueRow& row : rows)
        facts.rows.push_back(
            {row.from, row.to, row.values[0].value_or(Amount{}), row.values[1].value_or(Amount{})});
    facts.interval = Interval{rows.empty() ? std::chrono::minutes{1} : longestRow(rows)};
}

Result<Done> addVenues(Store& store, const QStringList& names, const PastQuestion& question,
                       LiquidationFacts& facts)
{
    std::vector<ValueRow> rows;
    for (const QString& name : names) {
        QStringList notes;
        const auto table =
            queryLiquidations(store, liquidationQuestion(name, liquidationReach, question), notes);
        if (table.hasError())
            return table.error();
        const auto isRecorded = noteCoverage(store, name, question, facts);
        if (isRecorded.hasError())
            return isRecorded.error();
        const bool hasRows =
            !table.value().rows.empty() && table.value().rows.back().to > question.at - briefWindow;
        facts.isKnown = facts.isKnown || isRecorded.value() || hasRows;
        const auto isOfSums = areSums(store, name);
        if (isOfSums.hasError())
            return isOfSums.error();
        if (isOfSums.value())
            noteSums(name, table.value(), question.at, facts);
        if (const auto done = noteOrigin(store, name, facts); done.hasError())
            return done;
        for (const ValueRow& row : table.value().rows) {
            if (row.to <= question.at)
                rows.push_back(row);
        }
    }
    const Interval coarsest{std::max(longestRow(rows), Span{std::chrono::minutes{1}})};
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ValueRow& a, const ValueRow& b) { return a.from < b.from; });
    addRows(names.size() == 1 ? rows : bucketRows(rows, coarsest, Bucketing::Sum, question.asOf), facts);
    return Done{};
}

} // namespace

Result<std::optional<LiquidationFacts>> loadLiquidationFacts(Store& store, const PastQuestion& question)
{
    auto names = liquidationVenues(store);
    if (names.hasError())
        return names.error();
    if (names.value().isEmpty())
        return std::optional<LiquidationFacts>{};
    QStringList notes;
    const auto sum =
        queryLiquidations(store, liquidationQuestion(sumOfVenuesSeries(), briefWindow, question), notes);
    if (sum.hasError())
        return sum.error();
    if (coversWindow(sum.value(), question.at))
        names = QStringList{sumOfVenuesSeries()};
    LiquidationFacts facts;
    if (const auto done = addVenues(store, names.value(), question, facts); done.hasError())
        return done.error();
    return std::optional(std::move(facts));
}

} // namespace holdline
