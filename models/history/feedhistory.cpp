// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/feedhistory.h"

#include "models/history/unstoredreason.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span strangeClock = std::chrono::seconds{5};
/// A minute may have ended or not.
constexpr Span otherTime = std::chrono::seconds{20};
constexpr Span haltLasts = std::chrono::seconds{5}; ///< what was on its way comes after the word
constexpr std::size_t mostHeld = 20'000;
/// A forced order later than that has not happened; without the venue's time this machine's may be far off.
constexpr Span mostAhead = std::chrono::minutes{5};
constexpr Span mostAheadUnknown = std::chrono::hours{24};
constexpr UtcTime firstOrders{std::chrono::sys_days{std::chrono::year{2011} / 1 / 1}};

/// Whether it brings what cannot be fetched again.
bool isRecording(const Route& route)
{
    return std::any_of(route.streams.begin(), route.streams.end(),
                       [](const StreamSpec& stream) { return !stream.series.isEmpty(); });
}

Error errorOf(const Reading& reading)
{
    switch (reading.kind) {
    case Reading::Kind::RateLimited:
        return {Error::Kind::RateLimited, reading.reason};
    case Reading::Kind::Unavailable:
    case Reading::Kind::Halted:
    case Reading::Kind::RegionRefused:
        return {Error::Kind::Network, reading.reason};
    case Reading::Kind::Data:
    case Reading::Kind::Acknowledged:
    case Reading::Kind::Alive:
    case Reading::Kind::Goodbye:
    case Reading::Kind::Refused:
    case Reading::Kind::Rejected:
    case Reading::Kind::TooEarly:
        break;
    }
    return {Error::Kind::Malformed, reading.reason};
}

LiveDay toLive(const DayRecord& day, const FeedInstrument& instrument)
{
    return {instrument.id,       day.last.toDouble(), day.open.toDouble(),
            day.high.toDouble(), day.low.toDouble(),  day.quoteVolume.toDouble()};
}

} // namespace

FeedHistory::FeedHistory(Feed& feed, const LiveRules& rules, StoredPast past)
    : m_feed(feed),
      m_routes(feed.routes()),
      m_candles(feed, rules, past),
      m_gauges(feed),
      m_daily(feed, past),
      m_watch(m_routes),
      m_polls(feed.polls()),
      m_lastMessage(m_routes.size()),
      m_isBroken(m_routes.size()),
      m_isSubscribed(m_routes.size())
{
    const auto recording = std::find_if(m_routes.begin(), m_routes.end(), isRecording);
    if (recording == m_routes.end())
        return;
    m_liquidations.emplace(feed, past);
    m_liquidationRoute = static_cast<int>(recording - m_routes.begin());
}

void FeedHistory::begin(UtcTime here)
{
    if (std::exchange(m_hasBegun, true))
        return;
    m_candles.begin(m_clock.at(here));
}

/// What was thought of the venue's time was wrong: it was asked for the wrong minutes, and was heard at other
/// times.
void FeedHistory::followClock(Span offsetBefore, UtcTime here)
{
    const Span change = m_clock.offset().value_or(Span{}) - offsetBefore;
    if (!m_hasBegun || (change < otherTime && change > -otherTime))
        return;
    for (auto& time : m_lastMessage) {
        if (time)
            *time += change;
    }
    if (m_liquidations)
        m_liquidations->clockMoved(change);
    m_hasBegun = false;
    begin(here);
}

void FeedHistory::opened(int route, UtcTime here)
{
    m_watch.opened(route, here);
    m_isSubscribed[static_cast<std::size_t>(route)] = false;
}

void FeedHistory::closed(int route, UtcTime here, const QString& why)
{
    m_watch.closed(route, why);
    m_isBroken[static_cast<std::size_t>(route)] = true;
    if (route != m_liquidationRoute)
        return;
    m_brokeWhileHeld = true;
    m_liquidations->routeBroke(m_clock.at(here), why);
}

void FeedHistory::askedBefore(UtcTime here)
{
    m_daily.askedBefore(m_clock.at(here));
}

void FeedHistory::beginAnotherRun()
{
    std::fill(m_isBroken.begin(), m_isBroken.end(), true);
    if (m_liquidations)
        m_liquidations->beginAnotherRun();
}

void FeedHistory::failed(int route, int httpStatus, const QString& why)
{
    m_watch.failed(route, httpStatus, why);
}

std::vector<int> FeedHistory::instrumentsOf(int route) const
{
    std::vector<int> all;
    const auto& streams = m_routes[static_cast<std::size_t>(route)].streams;
    for (std::size_t index = 0; index < m_feed.instruments().size(); ++index) {
        const QString symbol = QString::fromUtf8(m_feed.instruments()[index].symbol);
        const bool isThere = std::any_of(streams.begin(), streams.end(), [&](const StreamSpec& stream) {
            return stream.name.contains(symbol, Qt::CaseInsensitive);
        });
        if (isThere || m_routes.size() == 1)
            all.push_back(static_cast<int>(index));
    }
    return all;
}

/// On a route with streams that are never quiet for long only data prove that it delivers; on others a pong
/// must do, once the venue has accepted what was asked for.
bool FeedHistory::provesRecording(int route, Reading::Kind kind) const
{
    if (route == m_liquidationRoute && !m_feed.canReadOrders())
        return false;
    if (kind == Reading::Kind::Data)
        return true;
    const auto& streams = m_routes[static_cast<std::size_t>(route)].streams;
    return kind == Reading::Kind::Alive && m_isSubscribed[static_cast<std::size_t>(route)] &&
           std::none_of(streams.begin(), streams.end(),
                        [](const StreamSpec& stream) { return stream.silence > Span{}; });
}

void FeedHistory::countRejects(const Reading& reading)
{
    for (const QString& reason : m_records.rejects)
        m_counts.reject(reason);
    if (reading.kind == Reading::Kind::Rejected && m_records.rejects.empty())
        m_counts.reject(reading.reason);
}

Reading FeedHistory::message(int route, QByteArrayView bytes, UtcTime here)
{
    m_counts.message();
    const Reading reading = m_feed.readMessage(route, bytes, here, m_records);
    countRejects(reading);
    if (m_clock.offset() == std::nullopt && !m_records.candles.empty() &&
        m_records.candles.front().at > UtcTime{})
        m_clock.sawEvent(m_records.candles.front().at, here);
    begin(here);
    if (reading.kind == Reading::Kind::TooEarly)
        hold(route, bytes, here);
    take(reading, route, here);
    return reading;
}

void FeedHistory::hold(int route, QByteArrayView bytes, UtcTime here)
{
    if (m_held.size() >= mostHeld) {
        m_counts.drop(1);
        m_held.pop_front();
    }
    m_held.push_back({route, bytes.toByteArray(), here, std::exchange(m_brokeWhileHeld, false)});
}

/// Each as if it came now, at its own time.
void FeedHistory::readHeld()
{
    if (m_held.empty() || !m_feed.canReadOrders())
        return;
    for (const Early& early : std::exchange(m_held, {})) {
        if (early.isAfterBreak)
            m_liquidations->routeBroke(m_clock.at(early.here), QStringLiteral("the connection broke"));
        const Reading reading = m_feed.readMessage(early.route, early.bytes, early.here, m_records);
        countRejects(reading);
        take(reading, early.route, early.here);
    }
}

QString FeedHistory::whyNotStored(const Reading& reading) const
{
    return unstoredReason(m_records, reading);
}

void FeedHistory::take(const Reading& reading, int route, UtcTime here)
{
    const auto index = static_cast<std::size_t>(route);
    const UtcTime now = m_clock.at(here);
    m_watch.message(route, reading.stream, here);
    m_lastAnswer = here;
    if (provesRecording(route, reading.kind)) {
        if (m_isBroken[index] && m_lastMessage[index])
            m_candles.refetch({*m_lastMessage[index], now}, instrumentsOf(route));
        m_isBroken[index] = false;
        m_lastMessage[index] = now;
        if (route == m_liquidationRoute)
            m_liquidations->routeMessage(now);
    }
    switch (reading.kind) {
    case Reading::Kind::Data:
        if (here - m_haltedAt > haltLasts)
            m_halt.clear();
        takeRecords(Span{}, here);
        break;
    case Reading::Kind::Goodbye:
        m_acts.push_back({route, RouteAct::Kind::HandOver, false, reading.reason});
        break;
    case Reading::Kind::Refused:
    case Reading::Kind::RateLimited:
        m_watch.refused(route, reading.stream, reading.reason);
        m_isSubscribed[index] = false;
        break;
    case Reading::Kind::RegionRefused:
        m_isRegionRefused = true;
        break;
    case Reading::Kind::Halted:
    case Reading::Kind::Unavailable:
        m_halt = reading.reason;
        m_haltedAt = here;
        break;
    case Reading::Kind::Acknowledged:
        m_isSubscribed[index] = true;
        break;
    case Reading::Kind::Alive:
    case Reading::Kind::Rejected:
    case Reading::Kind::TooEarly:
        break;
    }
}

/// Of forced orders: nothing else is dated by its message alone.
void FeedHistory::refuseStrangeTimes(UtcTime here)
{
    const UtcTime now = m_clock.at(here); // of a capture that tells no times it is long ago
    const UtcTime last =
        now < firstOrders ? latestTime : now + (m_clock.offset() ? mostAhead : mostAheadUnknown);
    const QString reason = QStringLiteral("a liquidation has a time that cannot be");
    std::erase_if(m_records.liquidations, [&](const LiquidationRecord& record) {
        const bool isStrange = record.liquidation.time > last || record.liquidation.time < firstOrders;
        if (isStrange) {
            m_records.rejects.push_back(reason);
            m_counts.reject(reason);
        }
        return isStrange;
    });
}

void FeedHistory::takeRecords(Span every, UtcTime here)
{
    const UtcTime now = m_clock.at(here);
    for (const CandleRecord& record : m_records.candles)
        m_candles.take(record, now);
    for (const TradeRecord& trade : m_records.trades)
        m_candles.take(trade, now);
    for (const GaugeRecord& record : m_records.gauges)
        m_gauges.take(record, every, now);
    for (const DayRecord& day : m_records.days)
        m_days.push_back(toLive(day, m_feed.instruments()[static_cast<std::size_t>(day.instrument)]));
    refuseStrangeTimes(here);
    if (m_liquidations && !m_records.liquidations.empty())
        m_counts.drop(m_liquidations->take(m_records.liquidations, now));
}

Reading FeedHistory::answered(const RestRequest& request, QByteArrayView body, std::optional<UtcTime> date,
                              UtcTime here)
{
    const Reading reading = m_feed.readAnswer(request, body, m_records);
    countRejects(reading);
    const Span offsetBefore = m_clock.offset().value_or(Span{});
    if (m_records.serverTime)
        m_clock.told(*m_records.serverTime, here);
    else if (date)
        m_clock.toldByDate(*date, here);
    followClock(offsetBefore, here);
    if (reading.kind != Reading::Kind::Data) {
        m_isRegionRefused = m_isRegionRefused || reading.kind == Reading::Kind::RegionRefused;
        unanswered(request, errorOf(reading), here);
        return reading;
    }
    begin(here);
    m_troubles.answered(request);
    m_lastAnswer = here;
    if (request.purpose == RestRequest::Purpose::Candles) {
        m_candles.answered(request, m_records.candles, m_clock.at(here));
        return reading;
    }
    if (request.purpose == RestRequest::Purpose::Daily) {
        takeDaily(request, here);
        return reading;
    }
    takeRecords(m_polls.every(request), here);
    m_polls.answered(request, here);
    if (!m_held.empty()) {
        readHeld();
        m_records.clear();
    }
    return reading;
}

void FeedHistory::takeDaily(const RestRequest& request, UtcTime here)
{
    std::vector<QString> rejects;
    m_daily.answered(request, m_records.dailies, m_clock.at(here), rejects, m_records.nextPage);
    for (const QString& reason : rejects)
        m_counts.reject(reason);
}

void FeedHistory::notAsked(const RestRequest& request)
{
    if (request.purpose == RestRequest::Purpose::Candles)
        m_candles.notAsked(request);
    else if (request.purpose == RestRequest::Purpose::Daily)
        m_daily.notAsked(request);
    else
        m_polls.notAsked(request);
}

void FeedHistory::failed(const RestRequest& request, const Error& error, UtcTime here)
{
    if (error.kind == Error::Kind::Malformed)
        m_counts.reject(error.message);
    unanswered(request, error, here);
}

/// A pause is of the whole provider; the question is put again as soon as that is over.
void FeedHistory::unansweredDaily(const RestRequest& request, const Error& error, UtcTime here)
{
    if (error.kind == Error::Kind::RateLimited)
        return m_daily.notAsked(request);
    const bool isOfThisQuestion = error.kind != Error::Kind::Network;
    if (isOfThisQuestion)
        m_feed.wasRefused(request, error.detail);
    m_daily.failed(request, isOfThisQuestion, m_clock.at(here));
}

void FeedHistory::unanswered(const RestRequest& request, const Error& error, UtcTime here)
{
    m_troubles.failed(request, error);
    if (request.purpose == RestRequest::Purpose::Candles) {
        const bool isOfThisQuestion =
            error.kind == Error::Kind::Malformed || error.kind == Error::Kind::Unavailable;
        if (isOfThisQuestion)
            m_candles.refused(request, m_clock.at(here));
        else
            m_candles.notAsked(request);
        return;
    }
    if (request.purpose == RestRequest::Purpose::Daily) {
        unansweredDaily(request, error, here);
        return;
    }
    m_polls.failed(request, here);
    if (request.purpose == RestRequest::Purpose::ServerTime)
        begin(here);
}

std::optional<RestRequest> FeedHistory::next(UtcTime here)
{
    if (m_isRegionRefused)
        return std::nullopt;
    if (auto poll = m_polls.next(here, !m_hasBegun))
        return poll;
    if (!m_hasBegun) {
        if (m_polls.asksForTime())
            return std::nullopt;
        begin(here);
    }
    const auto page = m_candles.next(m_clock.at(here));
    return page ? page : m_daily.next(m_clock.at(here));
}

std::vector<RouteAct> FeedHistory::look(UtcTime here)
{
    m_counts.tick(here);
    auto acts = m_watch.look(here);
    acts.insert(acts.end(), m_acts.begin(), m_acts.end());
    m_acts.clear();
    return acts;
}

std::vector<SeriesWrite> FeedHistory::takeWrites(UtcTime here, bool all)
{
    auto writes = m_candles.takeWrites();
    const auto join = [&writes](std::vector<SeriesWrite> more) {
        std::move(more.begin(), more.end(), std::back_inserter(writes));
    };
    join(m_gauges.takeWrites());
    join(m_daily.takeWrites());
    if (m_liquidations)
        join(m_liquidations->takeWrites(m_clock.at(here), all));
    return writes;
}

std::size_t FeedHistory::waitingWrites() const
{
    return m_candles.waitingWrites() + m_gauges.waitingWrites() + m_daily.waitingWrites() +
           (m_liquidations ? m_liquidations->waitingWrites() : 0);
}

void FeedHistory::takeNews(LiveNews& news, UtcTime here)
{
    m_candles.takeNews(news);
    m_daily.takeNews(news);
    if (m_liquidations)
        m_liquidations->takeNews(news, m_clock.at(here));
    news.days.insert(news.days.end(), m_days.begin(), m_days.end());
    m_days.clear();
}

bool FeedHistory::hasUrgentNews(const QString& instrument) const
{
    if (m_liquidations && m_liquidations->hasNews())
        return true;
    const auto& all = m_feed.instruments();
    const auto shown = std::ranges::find(all, instrument, &FeedInstrument::id);
    return shown != all.end() && m_candles.hasNewsOf(static_cast<int>(shown - all.begin()));
}

FeedStatus FeedHistory::status() const
{
    FeedStatus status;
    status.id = m_feed.traits().id;
    status.title = m_feed.traits().title;
    status.gives = m_feed.traits().gives;
    status.hasAnswered = m_lastAnswer.has_value();
    status.isConnected =
        status.hasAnswered && m_watch.isAllOpen() && (!m_routes.empty() || m_troubles.isAnswering());
    status.messages = m_counts.messages();
    status.dropped = m_counts.dropped();
    status.rejected = m_counts.rejected();
    status.rejects = m_counts.rejects();
    status.gapsOpened = m_candles.gaps().openedCount();
    status.gapsFilled = m_candles.gaps().filledCount();
    status.messagesPerSecond = m_counts.messagesPerSecond();
    status.lastAnswer = m_lastAnswer;
    status.missingMinutes = m_candles.missingMinutes();
    status.wantedMinutes = m_candles.wantedMinutes();
    status.clockOffset = m_clock.offset();
    status.streams = m_watch.streams();
    status.isRegionRefused = m_isRegionRefused || m_watch.isRegionRefused();
    if (status.isRegionRefused)
        status.problem = QStringLiteral("%1 does not serve this region.").arg(status.title);
    else if (const QString problem = m_watch.problem(); !problem.isEmpty())
        status.problem = problem;
    else if (!m_halt.isEmpty())
        status.problem = m_halt;
    else if (const QString trouble = m_troubles.newest(); !trouble.isEmpty())
        status.problem = trouble;
    else if (const Span offset = m_clock.offset().value_or(Span{});
             offset > strangeClock || offset < -strangeClock)
        status.problem = QStringLiteral("The venue's clock and this machine's differ by %1 s.")
                             .arg(std::chrono::duration_cast<std::chrono::seconds>(offset).count());
    return status;
}

} // namespace holdline
