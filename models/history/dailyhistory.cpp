// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/dailyhistory.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span oneDayLong = std::chrono::hours{24};
constexpr Span longestOutageRest = std::chrono::minutes{10};

/// Midnight of the first day that is asked for again when the last stored value begins then. A session of New
/// York or Tokyo begins on the UTC day of its own date.
UtcTime firstAsked(const DailyPlan& plan, UtcTime last)
{
    return std::max<UtcTime>(plan.first, std::chrono::floor<std::chrono::days>(last - plan.tail));
}

/// Midnight of the day after it.
UtcTime dateAfter(UtcTime time)
{
    return std::chrono::floor<std::chrono::days>(time) + oneDayLong;
}

} // namespace

DailyHistory::DailyHistory(const Feed& feed, const StoredPast& past) : m_feed(feed), m_plan(feed.dailyPlan())
{
    for (const DailyQuestion& question : m_plan.questions) {
        const auto last = past.lastSample ? past.lastSample(question.key) : std::nullopt;
        const auto goOn = [&] { return question.isAskedOn ? dateAfter(*last) : firstAsked(m_plan, *last); };
        m_questions.push_back({last ? goOn() : m_plan.first});
    }
}

void DailyHistory::askedBefore(UtcTime at)
{
    for (Question& question : m_questions)
        question.due = std::max(question.due, at + m_plan.apart);
}

DailyHistory::Question* DailyHistory::questionOf(const RestRequest& request)
{
    const bool isKnown = request.question >= 0 && request.question < static_cast<int>(m_questions.size());
    return isKnown ? &m_questions[static_cast<std::size_t>(request.question)] : nullptr;
}

UtcTime DailyHistory::nextRound(UtcTime now) const
{
    const auto round = std::chrono::floor<Span>(now - m_plan.after).time_since_epoch() / m_plan.every;
    return std::max(UtcTime{(round + 1) * m_plan.every} + m_plan.after, now + m_plan.apart);
}

/// The first date within reach that is asked for, perhaps one to come.
void DailyHistory::comeToDate(std::size_t index, UtcTime now)
{
    const DailyQuestion& planned = m_plan.questions[index];
    if (!planned.isAskedOn)
        return;
    UtcTime& date = m_questions[index].from;
    date = std::max<UtcTime>(date, std::chrono::floor<std::chrono::days>(now - m_plan.reach));
    while (!planned.isAskedOn(date))
        date += oneDayLong;
}

bool DailyHistory::isOfOneDate(const RestRequest& request) const
{
    return m_plan.questions[static_cast<std::size_t>(request.question)].isAskedOn != nullptr;
}

std::optional<RestRequest> DailyHistory::next(UtcTime now)
{
    for (std::size_t index = 0; index < m_questions.size(); ++index) {
        Question& question = m_questions[index];
        if (question.isAsked || now < question.due)
            continue;
        comeToDate(index, now);
        if (question.from > now)
            continue;
        question.isAsked = true;
        RestRequest request = m_feed.dailyRequest(static_cast<int>(index), question.from);
        if (!question.page.isEmpty())
            request.path = question.page;
        return request;
    }
    return std::nullopt;
}

/// Nothing more comes of a date that is over.
void DailyHistory::endDate(const RestRequest& request, Question& question, UtcTime now) const
{
    if (isOfOneDate(request) && dateAfter(question.from) <= now)
        question.from = dateAfter(question.from);
}

/// An answer may have told the feed that it must ask otherwise.
bool DailyHistory::isOtherNow(const RestRequest& request, const Question& question) const
{
    return question.page.isEmpty() &&
           m_feed.dailyRequest(request.question, question.from).path != request.path;
}

void DailyHistory::answered(const RestRequest& request, const std::vector<DailyRecord>& records, UtcTime now,
                            std::vector<QString>& rejects, const QString& nextPage)
{
    Question* question = questionOf(request);
    if (question && std::exchange(question->isAsked, false)) {
        question->rest = {};
        endDate(request, *question, now);
        const bool isOther = isOtherNow(request, *question);
        question->page = nextPage;
        question->due = isOther || !nextPage.isEmpty() ? now : nextRound(now);
    }
    for (const DailyRecord& record : records)
        write(record, now, rejects);
}

void DailyHistory::write(const DailyRecord& record, UtcTime now, std::vector<QString>& rejects)
{
    SeriesWrite write{now, record.key, SeriesKind::Samples, record.unit};
    write.areRevisionsDated = true;
    for (const DayValue& value : record.values) {
        const Period period = record.period(value.day);
        if (period.from > now)
            rejects.push_back(QStringLiteral("a value of a day that has not begun"));
        else
            write.samples.push_back({period.from, period.to, std::min(period.knownAt, now), value.value});
    }
    if (write.samples.empty())
        return;
    goOnFrom(record.key, write.samples.back().from);
    m_hasNews = true;
    m_writes.push_back(std::move(write));
}

void DailyHistory::goOnFrom(const SeriesKey& key, UtcTime last)
{
    for (std::size_t index = 0; index < m_questions.size(); ++index) {
        if (m_plan.questions[index].key == key && !m_plan.questions[index].isAskedOn)
            m_questions[index].from = firstAsked(m_plan, last);
    }
}

void DailyHistory::failed(const RestRequest& request, bool isOfThisQuestion, UtcTime now)
{
    Question* question = questionOf(request);
    if (!question)
        return;
    question->isAsked = false;
    if (isOtherNow(request, *question)) {
        question->due = now;
        return;
    }
    const Span longest = isOfThisQuestion ? m_plan.every : std::max(m_plan.again, longestOutageRest);
    question->rest = std::min(std::max(m_plan.again, question->rest * 2), longest);
    question->due = now + question->rest;
    if (!isOfThisQuestion)
        return;
    question->page.clear();
    endDate(request, *question, now); // what cannot be read keeps no later date waiting
}

void DailyHistory::notAsked(const RestRequest& request)
{
    if (Question* question = questionOf(request))
        question->isAsked = false;
}

std::vector<SeriesWrite> DailyHistory::takeWrites()
{
    return std::exchange(m_writes, {});
}

void DailyHistory::takeNews(LiveNews& news)
{
    news.hasGrownBack = news.hasGrownBack || std::exchange(m_hasNews, false);
}

} // namespace holdline
