// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/candleplan.h"

#include <algorithm>

namespace holdline {

CandlePlan::CandlePlan(CandlePlanRules rules, UtcTime wantedFrom)
    : m_rules(rules),
      m_from(rules.interval.bucketStart(wantedFrom)),
      m_frontier(m_from)
{
}

TimeRange CandlePlan::slotsOf(TimeRange range) const
{
    const UtcTime from = m_rules.interval.bucketStart(range.from);
    const UtcTime to = m_rules.interval.bucketStart(range.to);
    return {from, to == range.to ? to : m_rules.interval.next(to)};
}

/// The venue's time may have turned out to be another since a question was put.
TimeRange CandlePlan::known(TimeRange page) const
{
    return {std::max(page.from, m_from), std::min(page.to, m_frontier)};
}

void CandlePlan::has(TimeRange stretch)
{
    m_have.add(slotsOf(stretch));
    m_missing.remove(slotsOf(stretch));
}

void CandlePlan::reread(TimeRange stretch)
{
    const TimeRange all = slotsOf(stretch);
    m_reread.add({std::max(all.from, m_from), all.to});
}

/// Takes in what has ended since, and doubts whose time has come.
void CandlePlan::advance(UtcTime now)
{
    if (m_rules.reach > Span{}) {
        const UtcTime reached = m_rules.interval.next(m_rules.interval.bucketStart(now - m_rules.reach));
        m_from = std::max(m_from, reached);
        m_frontier = std::max(m_frontier, m_from);
        m_missing.remove({earliestTime, m_from});
        m_reread.remove({earliestTime, m_from});
    }
    const UtcTime closed = m_rules.interval.bucketStart(now - m_rules.grace);
    if (closed > m_frontier) {
        for (const TimeRange& range : m_have.missingIn({m_frontier, closed}))
            m_missing.add(range);
        m_frontier = closed;
    }
    for (Doubt& doubt : m_doubts) {
        if (!doubt.isWaiting || now - doubt.since < m_rules.againAfter)
            continue;
        doubt.isWaiting = false;
        for (const TimeRange& range : m_have.missingIn(doubt.stretch))
            m_missing.add(range);
    }
}

std::optional<TimeRange> CandlePlan::newestPage(const TimeSet& set) const
{
    if (set.isEmpty())
        return std::nullopt;
    const UtcTime to = set.ranges().back().to;
    const auto within = set.within({to - m_rules.interval.length * m_rules.page, to});
    return TimeRange{within.front().from, to};
}

std::optional<TimeRange> CandlePlan::next(UtcTime now)
{
    advance(now);
    TimeSet closed = m_reread;
    closed.remove({m_frontier, latestTime});
    auto page = newestPage(closed);
    const auto missing = newestPage(m_missing);
    if (!page || (missing && missing->to > page->to))
        page = missing;
    return page;
}

void CandlePlan::ask(TimeRange page)
{
    m_missing.remove(page);
    m_reread.remove(page);
}

void CandlePlan::failed(TimeRange page)
{
    page = known(page);
    for (const TimeRange& range : m_have.missingIn(page))
        m_missing.add(range);
    for (const TimeRange& range : m_have.within(page))
        m_reread.add(range);
}

std::vector<TimeRange> CandlePlan::answered(TimeRange page, std::span<const UtcTime> openTimes, UtcTime now)
{
    for (const UtcTime open : openTimes)
        has({open, open + Span{1}});
    m_missing.remove(page);
    m_reread.remove(page);
    page = known(page);
    if (page.isEmpty())
        return {};
    TimeRange told = page;
    if (!openTimes.empty()) {
        told = slotsOf({openTimes.front(), openTimes.back() + Span{1}});
        told = {std::max(told.from, page.from), std::min(told.to, page.to)};
        for (const TimeRange outside : {TimeRange{page.from, told.from}, TimeRange{told.to, page.to}}) {
            for (const TimeRange& range : m_have.missingIn(outside))
                m_missing.add(range);
        }
    }
    std::vector<TimeRange> final;
    for (const TimeRange& range : m_have.missingIn(told))
        doubt(range, now, final);
    for (const TimeRange& range : final)
        m_have.add(range);
    std::erase_if(m_doubts, [&](const Doubt& doubt) { return m_have.missingIn(doubt.stretch).empty(); });
    return final;
}

/// Slots that an answer left out: final where an earlier answer did so too.
void CandlePlan::doubt(TimeRange stretch, UtcTime now, std::vector<TimeRange>& final)
{
    TimeSet fresh;
    fresh.add(stretch);
    for (const Doubt& earlier : m_doubts) {
        const TimeRange both{std::max(stretch.from, earlier.stretch.from),
                             std::min(stretch.to, earlier.stretch.to)};
        if (both.isEmpty())
            continue;
        fresh.remove(both);
        if (now - earlier.since >= m_rules.againAfter)
            final.push_back(both);
    }
    for (const TimeRange& range : fresh.ranges())
        m_doubts.push_back({range, now});
}

qint64 CandlePlan::missingCandles() const
{
    Span missing{};
    for (const TimeRange& range : m_have.missingIn({m_from, m_frontier}))
        missing += range.length();
    return missing / m_rules.interval.length;
}

qint64 CandlePlan::wantedCandles() const
{
    return (m_frontier - m_from) / m_rules.interval.length;
}

} // namespace holdline
