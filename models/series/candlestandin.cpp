// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/candleseries.h"

#include <cmath>

namespace holdline {

namespace {

double sum(double a, double b)
{
    return std::isnan(a) ? b : std::isnan(b) ? a : a + b;
}

/// Two parts of one stretch of time and where each lies.
CandleSummary joined(const CandleSummary& a, TimeRange reachOfA, const CandleSummary& b, TimeRange reachOfB)
{
    return {.open = reachOfA.from < reachOfB.from ? a.open : b.open,
            .high = std::max(a.high, b.high),
            .low = std::min(a.low, b.low),
            .close = reachOfA.to > reachOfB.to ? a.close : b.close,
            .volume = sum(a.volume, b.volume)};
}

} // namespace

TimeRange CandleSeries::range() const
{
    const TimeRange own = m_count == 0 ? TimeRange{} : slotRange(m_first, m_end);
    const TimeRange coarser = m_coarser ? m_coarser->range() : TimeRange{};
    if (own.isEmpty() || coarser.isEmpty())
        return own.isEmpty() ? coarser : own;
    return {std::min(own.from, coarser.from), std::max(own.to, coarser.to)};
}

CandleSummary CandleSeries::summary(TimeRange range) const
{
    CandleSummary all = ownSummary(range);
    TimeRange reach = all.isEmpty() ? TimeRange{} : range;
    bool isReachKnown = false; // looked for only where two parts meet
    for (const CandleSeries* rung = coarser(); rung && rung->m_interval.length <= range.length();
         rung = rung->coarser()) {
        const TimeRange whole{range.from, range.to - rung->m_interval.length + Span{1}};
        const CandleSummary part = rung->ownSummary(whole);
        if (part.isEmpty())
            continue;
        const TimeRange reachOfPart = rung->ownReach(whole);
        if (!all.isEmpty() && !isReachKnown)
            reach = ownReach(range);
        isReachKnown = true;
        all = all.isEmpty() ? part : joined(all, reach, part, reachOfPart);
        reach = reach.isEmpty()
                    ? reachOfPart
                    : TimeRange{std::min(reach.from, reachOfPart.from), std::max(reach.to, reachOfPart.to)};
    }
    return all;
}

void CandleSeries::bars(TimeRange range, Interval bucket, std::vector<CandleBar>& out) const
{
    ownBars(range, bucket, out);
    if (!m_coarser || m_coarser->m_interval > bucket)
        return;
    std::vector<CandleBar> coarser;
    m_coarser->bars(range, bucket, coarser);
    if (coarser.empty())
        return;
    const auto isEarlier = [](const CandleBar& a, const CandleBar& b) { return a.openMs < b.openMs; };
    std::vector<CandleBar> own = std::move(out);
    out.clear();
    std::set_union(own.begin(), own.end(), coarser.begin(), coarser.end(), std::back_inserter(out),
                   isEarlier);
    if (out.size() == own.size() + coarser.size())
        return;
    for (CandleBar& bar : out) {
        const UtcTime open = fromMsecs(bar.openMs);
        if (std::binary_search(own.begin(), own.end(), bar, isEarlier) &&
            std::binary_search(coarser.begin(), coarser.end(), bar, isEarlier))
            bar.candle = summary({open, bucket.next(open)});
    }
}

std::optional<double> CandleSeries::closeAt(UtcTime end) const
{
    for (const CandleSeries* rung = this; rung; rung = rung->coarser()) {
        const CandleSummary last = rung->ownSummary({end - rung->m_interval.length, end});
        if (!last.isEmpty())
            return last.close;
    }
    return std::nullopt;
}

std::optional<double> CandleSeries::closeOf(Interval interval, UtcTime end) const
{
    for (const CandleSeries* rung = this; rung && rung->m_interval <= interval; rung = rung->coarser()) {
        if (rung->ownSummary({end - interval.length, end}).isEmpty())
            continue;
        const CandleSummary last = rung->ownSummary({end - rung->m_interval.length, end});
        return last.isEmpty() ? std::nullopt : std::optional(last.close);
    }
    return std::nullopt;
}

} // namespace holdline
