// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/studyload.h"

#include "models/history/candlequery.h"
#include "models/history/flowquery.h"
#include "models/history/judgedcloses.h"
#include "models/history/ledgerquery.h"
#include "models/history/levelfacts.h"
#include "models/history/newestrun.h"
#include "models/market/periods.h"
#include "models/market/tradingcalendar.h"
#include "models/readings/fundreadings.h"
#include "models/readings/readingwords.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span sessionLength = std::chrono::minutes{390};
constexpr Span studyReach = std::chrono::hours{24} * 366 * 20;

Error nothingStudied(const QString& what)
{
    return {Error::Kind::Unavailable, u"Nothing is stored under “%1”."_s.arg(what)};
}

PastQuestion studyPast(const StudyQuestion& question)
{
    return {question.asOf, question.asOf, studyReach};
}

/// Net taker volume of stretches that are over, from candles.
Result<std::vector<Sample>> takerSums(Store& store, const StudyQuestion& question, const QString& instrument,
                                      Interval interval)
{
    std::vector<Sample> sums;
    SeriesQuestion asked{
        .name = u"price/"_s + instrument, .range = {}, .interval = interval, .asOf = question.asOf};
    asked.range = {question.asOf - studyReach, interval.bucketStart(question.asOf)};
    const auto selection = selectSeries(store, asked, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    if (selection.value().isEmpty())
        return sums;
    const auto candles = queryCandles(store, selection.value(), asked);
    if (candles.hasError())
        return candles.error();
    for (const Candle& candle : candles.value()) {
        const UtcTime end = interval.next(candle.openTime);
        if (const auto net = netTaker(candle); net && end <= question.asOf)
            sums.push_back({candle.openTime, end, end, *net});
    }
    return sums;
}

/// Sums of all venues, of the stretches that the coarsest has.
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

/// Of one column, which stands behind a colon where it is not the usual one.
Result<std::vector<Sample>> storedValues(Store& store, const StudyQuestion& question)
{
    const QString name = question.name.section(u':', 0, 0);
    QString column = question.name.section(u':', 1);
    if (column.isEmpty())
        column = name.startsWith(u"cohort/"_s)         ? u"cost_basis"_s
                 : name.startsWith(u"liquidations/"_s) ? u"long_usd"_s
                                                       : u"value"_s;
    auto run = newestRun(store, name, column, studyPast(question));
    if (run.hasError())
        return run.error();
    return run.value() ? run.value()->samples : std::vector<Sample>{};
}

/// Hourly closes as values.
Result<std::vector<Sample>> priceValues(Store& store, const StudyQuestion& question)
{
    std::vector<Sample> values;
    const auto closes = judgedCloses(store, {.name = question.name,
                                             .range = {earliestTime, question.asOf},
                                             .interval = oneHour,
                                             .asOf = question.asOf});
    if (closes.hasError())
        return closes.error().kind == Error::Kind::Unavailable ? Result<std::vector<Sample>>(values)
                                                               : closes.error();
    for (const JudgedClose& close : closes.value()) {
        if (close.close && close.at <= question.asOf)
            values.push_back({close.at - oneHour.length, close.at, close.at, Amount{close.close->units}});
    }
    return values;
}

/// As stored; prices by the hour, taker volume by the day, all liquidations by what the venues have.
Result<std::vector<Sample>> studiedValues(Store& store, const StudyQuestion& question)
{
    if (question.name.startsWith(u"price/"_s))
        return priceValues(store, question);
    auto stored = storedValues(store, question);
    if (stored.hasError() || !stored.value().empty())
        return stored;
    if (question.name == u"liquidations/all"_s)
        return liquidatedLongs(store, question);
    return question.name.startsWith(u"taker/"_s) ? takerSums(store, question, question.name.mid(6), oneDay)
                                                 : stored;
}

Result<std::vector<StudyOccurrence>> crossingsOf(Store& store, const StudyQuestion& question)
{
    const auto values = studiedValues(store, question);
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
    const SeriesQuestion asked{.name = u"price/"_s + question.instrument,
                               .range = {earliestTime, question.asOf},
                               .interval = {},
                               .asOf = question.asOf};
    const auto selection = selectSeries(store, asked, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    if (selection.value().isEmpty())
        return nothingStudied(asked.name);
    const auto answer = visitCandles(
        store, selection.value(), asked, [&](Interval interval, std::span<const Candle> candles) {
            data.closeStep = interval.length;
            for (const Candle& candle : candles) {
                if (const UtcTime close = interval.next(candle.openTime); close <= question.asOf)
                    data.closes.push_back({close, candle.close});
            }
            return true;
        });
    return answer.hasError() ? Result<Done>(answer.error()) : Result<Done>(Done{});
}

/// When the session after that one begins.
UtcTime nextSessionBegin(UtcTime date)
{
    do {
        date += std::chrono::hours{24};
    } while (!isNewYorkSession(date));
    return etfDay(date).from;
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
        flows.push_back({session.from, nextSessionBegin(session.date), session.knownAt, session.net});
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
    StudyData data;
    data.asOf = question.asOf;
    data.occurrences = std::move(found).value();
    if (const auto done = loadCloses(store, question, data); done.hasError())
        return done.error();
    const std::array loaded{liquidatedLongs(store, question),
                            takerSums(store, question, question.instrument, oneHour),
                            fundFlows(store, question)};
    for (std::size_t flow = 0; flow < studyFlowCount; ++flow) {
        if (loaded[flow].hasError())
            return loaded[flow].error();
        data.flows[flow] = loaded[flow].value();
    }
    const auto& longs = data.flows[0];
    data.flowSteps = {longs.empty() ? Span{} : longs.back().to - longs.back().from, oneHour.length,
                      sessionLength};
    return data;
}

} // namespace holdline
