// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/studyload.h"

#include "models/history/flowquery.h"
#include "models/history/judgedcloses.h"
#include "models/history/ledgerquery.h"
#include "models/history/levelfacts.h"
#include "models/history/newestrun.h"
#include "models/history/pricefacts.h"
#include "models/readings/fundreadings.h"
#include "models/readings/readingwords.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span studyReach = std::chrono::hours{24} * 366 * 20;

Error nothingStudied(const QString& what)
{
    return {Error::Kind::Unavailable, u"Nothing is stored under “%1”."_s.arg(what)};
}

PastQuestion studyPast(const StudyQuestion& question)
{
    return {question.asOf, question.asOf, studyReach};
}

/// Net taker volume by UTC day, of days that are over.
Result<std::vector<Sample>> takerDays(Store& store, const StudyQuestion& question, const QString& instrument)
{
    std::vector<Sample> days;
    QStringList notes;
    const UtcTime end = oneDay.bucketStart(question.asOf);
    const auto table = queryTakerFromCandles(store,
                                             {.name = u"taker/"_s + instrument,
                                              .range = {end - studyReach, end},
                                              .interval = {},
                                              .asOf = question.asOf},
                                             notes);
    if (table.hasError())
        return table.error();
    if (!table.value())
        return days;
    for (const ValueRow& row : bucketRows(table.value()->rows, oneDay, Bucketing::Sum, question.asOf)) {
        if (row.values.front() && row.to <= question.asOf)
            days.push_back({row.from, row.to, row.to, *row.values.front()});
    }
    return days;
}

/// Of days where the name is one of taker volume, else as stored.
Result<std::vector<Sample>> seriesValues(Store& store, const StudyQuestion& question, const QString& name)
{
    auto run = newestRun(store, name, u"value"_s, studyPast(question));
    if (run.hasError())
        return run.error();
    if (run.value())
        return run.value()->samples;
    if (!name.startsWith(u"taker/"_s))
        return std::vector<Sample>{};
    return takerDays(store, question, name.mid(6));
}

Result<std::vector<StudyOccurrence>> crossingsOf(Store& store, const StudyQuestion& question)
{
    const auto values = seriesValues(store, question, question.name);
    if (values.hasError())
        return values.error();
    if (values.value().empty())
        return nothingStudied(question.name);
    const bool isFall = question.kind == StudyQuestion::Kind::FallsTo;
    const auto isBeyond = [&](const Sample& sample) {
        return isFall ? sample.value <= question.threshold : sample.value >= question.threshold;
    };
    std::vector<StudyOccurrence> found;
    for (std::size_t i = 0; i < values.value().size(); ++i) {
        const Sample& sample = values.value()[i];
        if (isBeyond(sample) && (i == 0 || !isBeyond(values.value()[i - 1])))
            found.push_back(
                {sample.knownAt, u"%1 on %2"_s.arg(dollarWords(sample.value), dateWords(sample.from))});
    }
    return found;
}

Result<std::vector<StudyOccurrence>> touchesAt(Store& store, const StudyQuestion& question)
{
    const auto levels = store.levels();
    if (levels.hasError())
        return levels.error();
    const auto level = std::find_if(levels.value().begin(), levels.value().end(),
                                    [&](const Level& one) { return one.id == question.name; });
    if (level == levels.value().end())
        return nothingStudied(question.name);
    const auto ledgers =
        levelLedgers(store, std::span(&*level, 1), {.asOf = question.asOf, .judging = oneHour});
    if (ledgers.hasError())
        return ledgers.error();
    std::vector<StudyOccurrence> found;
    for (const LevelTouch& touch : ledgers.value().front().touches)
        found.push_back({touch.at + oneMinute.length, u"touch on %1"_s.arg(momentWords(touch.at))});
    return found;
}

Result<std::vector<StudyOccurrence>> happened(Store& store, const StudyQuestion& question)
{
    const auto series = store.list();
    if (series.hasError())
        return series.error();
    std::vector<StudyOccurrence> found;
    bool isStored = false;
    for (const StoredSeries& one : series.value()) {
        if (one.kind != SeriesKind::Events)
            continue;
        const auto events = store.events(one.id, {earliestTime, latestTime}, question.asOf);
        if (events.hasError())
            return events.error();
        for (const Event& event : events.value()) {
            if (event.category != question.name)
                continue;
            isStored = true;
            if (event.time <= question.asOf)
                found.push_back({event.time, event.title});
        }
    }
    return isStored ? Result<std::vector<StudyOccurrence>>(found) : nothingStudied(question.name);
}

Result<Done> loadCloses(Store& store, const StudyQuestion& question, StudyData& data)
{
    const auto closes = judgedCloses(store, {.name = u"price/"_s + question.instrument,
                                             .range = {earliestTime, question.asOf},
                                             .interval = oneHour,
                                             .asOf = question.asOf});
    if (closes.hasError())
        return closes.error();
    for (const JudgedClose& close : closes.value()) {
        if (close.close && close.at <= question.asOf)
            data.closes.push_back({close.at, *close.close});
    }
    return Done{};
}

/// Sums of hours, of all venues.
Result<std::vector<Sample>> liquidatedLongs(Store& store, const StudyQuestion& question)
{
    std::vector<Sample> longs;
    const auto venues = liquidationVenues(store);
    if (venues.hasError())
        return venues.error();
    if (venues.value().isEmpty())
        return longs;
    QStringList notes;
    const auto table = queryAllLiquidations(store,
                                            {.name = u"liquidations/all"_s,
                                             .range = {question.asOf - studyReach, question.asOf},
                                             .interval = {},
                                             .asOf = question.asOf},
                                            notes);
    if (table.hasError())
        return table.error();
    for (const ValueRow& row : table.value().rows) {
        if (row.values.front() && row.to <= question.asOf)
            longs.push_back({row.from, row.to, row.knownAt, *row.values.front()});
    }
    return longs;
}

Result<std::vector<Sample>> fundFlows(Store& store, const StudyQuestion& question)
{
    const QString folder = u"etf/%1/"_s.arg(assetOf(question.instrument).toLower());
    auto run = newestRun(store, folder + u"total"_s, u"value"_s, studyPast(question));
    if (run.hasError())
        return run.error();
    std::vector<Sample> flows;
    if (!run.value())
        return flows;
    FundFacts facts;
    facts.total = std::move(run.value());
    for (const SessionFlow& session : sessionFlows(facts, nullptr))
        flows.push_back({session.from, session.knownAt, session.knownAt, session.net});
    return flows;
}

} // namespace

Result<StudyData> loadStudyData(Store& store, const StudyQuestion& question)
{
    using Kind = StudyQuestion::Kind;
    auto found = question.kind == Kind::Touches  ? touchesAt(store, question)
                 : question.kind == Kind::Events ? happened(store, question)
                                                 : crossingsOf(store, question);
    if (found.hasError())
        return found.error();
    StudyData data{question.asOf, std::move(found).value(), {}, {}};
    if (const auto done = loadCloses(store, question, data); done.hasError())
        return done.error();
    const std::array loaded{liquidatedLongs(store, question), takerDays(store, question, question.instrument),
                            fundFlows(store, question)};
    for (std::size_t flow = 0; flow < studyFlowCount; ++flow) {
        if (loaded[flow].hasError())
            return loaded[flow].error();
        data.flows[flow] = loaded[flow].value();
    }
    return data;
}

} // namespace holdline
