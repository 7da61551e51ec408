// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/fundreadings.h"

#include "models/foundation/localmoment.h"
#include "models/indicators/quantile.h"
#include "models/market/periods.h"
#include "models/market/tradingcalendar.h"
#include "models/readings/readingwords.h"
#include "models/readings/streak.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span oldestFlow = std::chrono::hours{24} * 7;

ReadingOrigin originOfFunds(const FundFacts& facts)
{
    return facts.total ? facts.total->origin : facts.funds.begin()->second.origin;
}

std::map<UtcTime, SessionFlow> summedFunds(const FundFacts& facts)
{
    std::map<UtcTime, SessionFlow> days;
    for (const auto& [ticker, run] : facts.funds) {
        for (const Sample& sample : run.samples) {
            const UtcTime date = localDate(sample.from, newYork());
            SessionFlow& day =
                days.try_emplace(date, SessionFlow{date, {}, 0, sample.from, {}}).first->second;
            day.net += sample.value;
            ++day.funds;
            day.knownAt = std::max(day.knownAt, sample.knownAt);
        }
    }
    return days;
}

/// Only days with a total are whole; it stands in place of the sum.
void keepTotals(const SampleRun& total, std::map<UtcTime, SessionFlow>& days)
{
    std::map<UtcTime, SessionFlow> whole;
    for (const Sample& sample : total.samples) {
        const UtcTime date = localDate(sample.from, newYork());
        const auto summed = days.find(date);
        const int funds = summed == days.end() ? 0 : summed->second.funds;
        const UtcTime known =
            summed == days.end() ? sample.knownAt : std::max(sample.knownAt, summed->second.knownAt);
        whole[date] = {date, sample.value, funds, sample.from, known};
    }
    days = std::move(whole);
}

/// What it says of flows that are dated on days without a session, near the sessions that are told.
QString flagged(const std::vector<SessionFlow>& others, UtcTime from, UtcTime to)
{
    QStringList words;
    for (const SessionFlow& other : others) {
        if (other.date >= from && other.date <= to)
            words << u"a flow of %1 dated %2, when the exchange was closed, is not counted"_s.arg(
                dollarWords(other.net), dateWords(other.date));
    }
    return words.isEmpty() ? QString() : u"; "_s + words.join(u"; "_s);
}

bool areNeighbours(const SessionFlow& earlier, const SessionFlow& later)
{
    return lastNewYorkSession(later.date - std::chrono::hours{24}) == earlier.date;
}

qint64 flowStreak(const std::vector<SessionFlow>& sessions)
{
    const auto signOf = [](const SessionFlow& flow) {
        return flow.net > Amount{} ? 1 : flow.net < Amount{} ? -1 : 0;
    };
    const int sign = signOf(sessions.back());
    qint64 length = 0;
    for (std::size_t i = sessions.size(); i-- > 0;) {
        const bool isHole = i + 1 < sessions.size() && !areNeighbours(sessions[i], sessions[i + 1]);
        if (signOf(sessions[i]) != sign || isHole)
            break;
        ++length;
    }
    return length * sign;
}

void addLast(const std::vector<SessionFlow>& sessions, const std::vector<SessionFlow>& others,
             const ReadingOrigin& origin, UtcTime at, Brief& brief)
{
    const SessionFlow& last = sessions.back();
    std::vector<double> year;
    for (const SessionFlow& session : sessions)
        year.push_back(session.net.toDouble());
    brief.add({u"etf.net_last"_s, last.net, u"USD"_s,
               u"US spot funds had net flows of %1 in the session of %2%3."_s.arg(
                   dollarWords(last.net), dateWords(last.date), flagged(others, last.date, at)),
               last.from, origin, last.knownAt, unusualness(last.net.toDouble(), year)});
    brief.add({u"etf.funds"_s,
               Amount{Int128{last.funds} * decimalUnits},
               {},
               u"%1 told their flow of %2."_s.arg(countWords(last.funds, u"fund"_s, u"funds"_s),
                                                  dateWords(last.date)),
               last.from,
               origin,
               last.knownAt});
}

void addTwo(const std::vector<SessionFlow>& sessions, const std::vector<SessionFlow>& others,
            const ReadingOrigin& origin, UtcTime at, Brief& brief)
{
    const QString id = u"etf.net_2_sessions"_s;
    if (sessions.size() < 2 || !areNeighbours(sessions[sessions.size() - 2], sessions.back()))
        return brief.miss(id, u"the session before %1 is not stored"_s.arg(dateWords(sessions.back().date)));
    const SessionFlow& last = sessions.back();
    const SessionFlow& before = sessions[sessions.size() - 2];
    const Amount sum = last.net + before.net;
    std::vector<double> year;
    for (std::size_t i = 1; i < sessions.size(); ++i)
        year.push_back((sessions[i].net + sessions[i - 1].net).toDouble());
    brief.add({id, sum, u"USD"_s,
               u"Over two sessions, %1 and %2, US spot funds had net flows of %3%4."_s.arg(
                   dateWords(before.date), dateWords(last.date), dollarWords(sum),
                   flagged(others, before.date, at)),
               last.from, origin, std::max(last.knownAt, before.knownAt), unusualness(sum.toDouble(), year)});
}

} // namespace

std::vector<SessionFlow> sessionFlows(const FundFacts& facts, std::vector<SessionFlow>* others)
{
    std::map<UtcTime, SessionFlow> days = summedFunds(facts);
    if (facts.total)
        keepTotals(*facts.total, days);
    std::vector<SessionFlow> sessions;
    for (const auto& [date, day] : days) {
        if (isNewYorkSession(date))
            sessions.push_back(day);
        else if (others)
            others->push_back(day);
    }
    const bool isPartial =
        !facts.total && sessions.size() > 1 && sessions.back().funds < sessions[sessions.size() - 2].funds;
    if (isPartial)
        sessions.pop_back();
    return sessions;
}

void readFunds(const BriefData& data, Brief& brief)
{
    std::vector<SessionFlow> others;
    const auto sessions = sessionFlows(data.funds, &others);
    if (sessions.empty() || data.at - sessions.back().from > oldestFlow) {
        const QString reason = sessions.empty()
                                   ? u"no flows of funds are stored"_s
                                   : u"the last session stored is %1"_s.arg(dateWords(sessions.back().date));
        for (const char* id : {"net_last", "net_2_sessions", "funds", "streak_sessions"})
            brief.miss(u"etf."_s + QLatin1StringView(id), reason);
        return;
    }
    const ReadingOrigin origin = originOfFunds(data.funds);
    addLast(sessions, others, origin, data.at, brief);
    addTwo(sessions, others, origin, data.at, brief);
    const qint64 streak = flowStreak(sessions);
    brief.add({u"etf.streak_sessions"_s,
               Amount{Int128{streak} * decimalUnits},
               {},
               u"Net flows of US spot funds were %1 in %2 running."_s.arg(
                   streak < 0   ? u"negative"_s
                   : streak > 0 ? u"positive"_s
                                : u"zero"_s,
                   countWords(std::abs(streak), u"session"_s, u"sessions"_s)),
               sessions.back().from,
               origin,
               sessions.back().knownAt,
               runUnusualness(streak)});
}

} // namespace holdline
