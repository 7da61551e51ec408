// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/candlehistory.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span newlyClosed = std::chrono::minutes{10};
constexpr std::size_t mostStreamed = 24 * 60;
constexpr Span firstRest = std::chrono::seconds{1};
constexpr Span longestRest = std::chrono::minutes{1};

UtcTime endOf(const Candle& candle, Interval interval)
{
    return interval.next(interval.bucketStart(candle.openTime));
}

/// Such a minute would stand before all that come until then.
bool isAhead(UtcTime time, UtcTime now)
{
    return time >= now + oneMinute.length;
}

TimeRange slotsAround(TimeRange range, Interval interval)
{
    return {interval.bucketStart(range.from), interval.next(interval.bucketStart(range.to))};
}

} // namespace

CandleHistory::CandleHistory(const Feed& feed, LiveRules rules, StoredPast past)
    : m_feed(feed),
      m_rules(std::move(rules)),
      m_past(std::move(past)),
      m_bars(feed.instruments().size()),
      m_moved(feed.instruments().size())
{
}

SeriesKey CandleHistory::keyOf(int instrument) const
{
    const FeedInstrument& one = m_feed.instruments()[static_cast<std::size_t>(instrument)];
    return {QStringLiteral("price/") + one.id, QStringLiteral("value"), m_feed.traits().id, {}};
}

void CandleHistory::begin(UtcTime now)
{
    m_plans.clear();
    for (int instrument = 0; instrument < static_cast<int>(m_feed.instruments().size()); ++instrument)
        addPlan(instrument, oneMinute, now - m_rules.backfill, now);
    for (const DeepHistory& deep : m_rules.deep) {
        for (int instrument = 0; instrument < static_cast<int>(m_feed.instruments().size()); ++instrument) {
            if (m_feed.instruments()[static_cast<std::size_t>(instrument)].id == deep.instrument)
                addPlan(instrument, deep.interval, deep.from, now);
        }
    }
}

void CandleHistory::addPlan(int instrument, Interval interval, UtcTime from, UtcTime now)
{
    const int page = m_feed.candlePage(instrument, interval);
    if (page <= 0)
        return;
    CandlePlanRules rules;
    rules.interval = interval;
    rules.page = page;
    rules.reach = m_feed.candleReach(instrument, interval);
    Plan plan{instrument, CandlePlan(rules, from), interval};
    plan.lookedAt = interval.bucketStart(now);
    TimeSet stored;
    if (m_past.candles) {
        for (const TimeRange& range : m_past.candles(keyOf(instrument), interval, {from, now}))
            stored.add(range);
    }
    for (const TimeRange& range : stored.ranges())
        plan.plan.has(range);
    const int index = static_cast<int>(m_plans.size());
    m_plans.push_back(std::move(plan));
    if (stored.isEmpty())
        return;
    const UtcTime closed = interval.bucketStart(now);
    for (const TimeRange& hole : stored.missingIn({stored.ranges().front().from, closed}))
        m_gaps.open(hole, {index});
    m_plans.back().plan.reread({std::max(from, closed - m_rules.rereadEachHour), closed});
}

CandleHistory::Plan* CandleHistory::planOf(int instrument, Interval interval)
{
    const auto plan = std::find_if(m_plans.begin(), m_plans.end(), [&](const Plan& candidate) {
        return candidate.instrument == instrument && candidate.interval == interval;
    });
    return plan == m_plans.end() ? nullptr : &*plan;
}

bool CandleHistory::isOlderThanStream(Plan& plan, const Candle& candle)
{
    const auto streamed = plan.streamed.find(candle.openTime);
    if (streamed == plan.streamed.end())
        return false;
    const bool isOlder =
        candle.volume && streamed->second.volume && *candle.volume < *streamed->second.volume;
    plan.streamed.erase(streamed); // what is answered a minute later holds
    return isOlder;
}

void CandleHistory::take(const CandleRecord& record, UtcTime now)
{
    Plan* plan = planOf(record.instrument, record.interval);
    if (!plan || record.interval != oneMinute || isAhead(record.candle.openTime, now))
        return;
    const auto index = static_cast<std::size_t>(record.instrument);
    if (!record.isClosed) {
        m_moved[index] = m_bars[index].take(record) || m_moved[index];
        return;
    }
    if (plan->confirmed.contains(record.candle.openTime))
        return;
    plan->streamed[record.candle.openTime] = record.candle;
    if (plan->streamed.size() > mostStreamed)
        plan->streamed.erase(plan->streamed.begin());
    plan->plan.has({record.candle.openTime, record.candle.openTime + Span{1}});
    store(*plan, {record.candle}, now);
}

void CandleHistory::take(const TradeRecord& trade, UtcTime now)
{
    if (isAhead(trade.time, now))
        return;
    const auto index = static_cast<std::size_t>(trade.instrument);
    m_moved[index] = m_bars[index].take(trade) || m_moved[index];
}

void CandleHistory::store(Plan& plan, std::vector<Candle> candles, UtcTime now)
{
    if (candles.empty())
        return;
    const auto index = static_cast<std::size_t>(plan.instrument);
    std::vector<TimeRange> noHoles;
    for (const Candle& candle : candles) {
        const TimeRange slot{plan.interval.bucketStart(candle.openTime), endOf(candle, plan.interval)};
        for (const TimeRange& hole : plan.finalHoles.within(slot))
            noHoles.push_back(hole);
        if (plan.interval != oneMinute)
            continue;
        m_bars[index].closedUntil(slot.to);
        if (now - slot.to < newlyClosed)
            m_closed.push_back({m_feed.instruments()[index].id, candle, true});
        else
            m_hasGrownBack = true;
    }
    m_writes.push_back({now, keyOf(plan.instrument), SeriesKind::Candles, m_feed.instruments()[index].quote,
                        plan.interval, std::move(candles)});
    for (const TimeRange& hole : noHoles)
        plan.finalHoles.remove(hole);
    writeHoles(plan, noHoles, CoverageState::Known, now);
}

void CandleHistory::writeHoles(Plan& plan, const std::vector<TimeRange>& holes, CoverageState state,
                               UtcTime now)
{
    if (holes.empty())
        return;
    SeriesWrite write{now, keyOf(plan.instrument), SeriesKind::Candles,
                      m_feed.instruments()[static_cast<std::size_t>(plan.instrument)].quote, plan.interval};
    for (const TimeRange& hole : holes)
        write.coverage.push_back(
            {hole, state, state == CoverageState::Missing ? finalHoleReason() : QString()});
    m_writes.push_back(std::move(write));
}

void CandleHistory::answered(const RestRequest& request, const std::vector<CandleRecord>& candles,
                             UtcTime now)
{
    Plan* plan = planOf(request.instrument, request.interval);
    if (!plan)
        return;
    plan->rest = {};
    plan->restsUntil = {};
    const int index = static_cast<int>(plan - m_plans.data());
    std::vector<Candle> closed;
    std::vector<UtcTime> opens;
    for (const CandleRecord& record : candles) {
        if (endOf(record.candle, plan->interval) > now)
            continue;
        opens.push_back(record.candle.openTime);
        const TimeRange slot{plan->interval.bucketStart(record.candle.openTime),
                             endOf(record.candle, plan->interval)};
        m_gaps.filled(index, slot);
        if (isOlderThanStream(*plan, record.candle))
            continue;
        plan->confirmed.add(slot);
        closed.push_back(record.candle);
    }
    const auto holes = plan->plan.answered(request.range, opens, now);
    for (const TimeRange& hole : holes) {
        m_gaps.isFinal(index, hole);
        plan->finalHoles.add(hole);
    }
    plan->confirmed.remove({earliestTime, now - m_rules.rereadEachHour * 2});
    std::erase_if(plan->streamed,
                  [&](const auto& entry) { return entry.first < now - m_rules.rereadEachHour; });
    store(*plan, std::move(closed), now);
    writeHoles(*plan, holes, CoverageState::Missing, now);
}

void CandleHistory::notAsked(const RestRequest& request)
{
    if (Plan* plan = planOf(request.instrument, request.interval))
        plan->plan.failed(request.range);
}

void CandleHistory::refused(const RestRequest& request, UtcTime now)
{
    Plan* plan = planOf(request.instrument, request.interval);
    if (!plan)
        return;
    plan->plan.failed(request.range);
    plan->rest = std::clamp(plan->rest * 2, firstRest, longestRest);
    plan->restsUntil = now + plan->rest;
}

/// The last minutes are read again each minute, the last hours each hour.
void CandleHistory::readAgain(Plan& plan, UtcTime now)
{
    const UtcTime closed = plan.interval.bucketStart(now - CandlePlanRules{}.grace);
    if (plan.interval != oneMinute || closed <= plan.lookedAt)
        return;
    const bool isNewHour = oneHour.bucketStart(closed) > oneHour.bucketStart(plan.lookedAt);
    const Span back = isNewHour ? m_rules.rereadEachHour : m_rules.rereadEachMinute;
    plan.plan.reread({std::max(plan.plan.wantedFrom(), closed - back), closed});
    plan.lookedAt = closed;
}

RestRequest CandleHistory::ask(Plan& plan, TimeRange page) const
{
    plan.plan.ask(page);
    return m_feed.candleRequest(plan.instrument, plan.interval, page);
}

std::optional<RestRequest> CandleHistory::next(UtcTime now)
{
    Plan* waiting = nullptr;
    std::optional<TimeRange> waitingPage;
    for (Plan& plan : m_plans) {
        readAgain(plan, now);
        const auto page = now < plan.restsUntil ? std::nullopt : plan.plan.next(now);
        if (!page)
            continue;
        if (now - page->to < newlyClosed)
            return ask(plan, *page);
        if (!waiting) {
            waiting = &plan;
            waitingPage = page;
        }
    }
    if (!waiting)
        return std::nullopt;
    return ask(*waiting, *waitingPage);
}

void CandleHistory::refetch(TimeRange outage, const std::vector<int>& instruments)
{
    std::vector<int> plans;
    for (std::size_t index = 0; index < m_plans.size(); ++index) {
        Plan& plan = m_plans[index];
        if (plan.interval != oneMinute ||
            std::find(instruments.begin(), instruments.end(), plan.instrument) == instruments.end())
            continue;
        const TimeRange stretch = slotsAround(outage, plan.interval);
        plan.confirmed.remove(stretch);
        plan.plan.reread(stretch);
        plans.push_back(static_cast<int>(index));
    }
    m_gaps.open(slotsAround(outage, oneMinute), plans);
}

std::vector<SeriesWrite> CandleHistory::takeWrites()
{
    return std::exchange(m_writes, {});
}

void CandleHistory::takeNews(LiveNews& news)
{
    std::stable_sort(m_closed.begin(), m_closed.end(), [](const LiveCandle& a, const LiveCandle& b) {
        return a.candle.openTime < b.candle.openTime;
    });
    news.candles.insert(news.candles.end(), m_closed.begin(), m_closed.end());
    m_closed.clear();
    for (std::size_t index = 0; index < m_bars.size(); ++index) {
        if (m_moved[index] && m_bars[index].candle())
            news.candles.push_back({m_feed.instruments()[index].id, *m_bars[index].candle(), false});
        m_moved[index] = false;
    }
    news.hasGrownBack = news.hasGrownBack || std::exchange(m_hasGrownBack, false);
}

bool CandleHistory::hasNewsOf(int instrument) const
{
    const QString& id = m_feed.instruments()[static_cast<std::size_t>(instrument)].id;
    return m_moved[static_cast<std::size_t>(instrument)] ||
           std::ranges::any_of(m_closed, [&](const LiveCandle& candle) { return candle.instrument == id; });
}

qint64 CandleHistory::missingMinutes() const
{
    qint64 missing = 0;
    for (const Plan& plan : m_plans)
        missing += plan.interval == oneMinute ? plan.plan.missingCandles() : 0;
    return missing;
}

qint64 CandleHistory::wantedMinutes() const
{
    qint64 wanted = 0;
    for (const Plan& plan : m_plans)
        wanted += plan.interval == oneMinute ? plan.plan.wantedCandles() : 0;
    return wanted;
}

} // namespace holdline
