// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/levelledger.h"

#include <algorithm>
#include <functional>

namespace holdline {

namespace {

constexpr Span quietBeforeTouch = std::chrono::minutes{60};

std::span<const LedgerCandle> within(std::span<const LedgerCandle> candles, TimeRange range)
{
    const auto isBefore = [](const LedgerCandle& candle, UtcTime time) { return candle.open < time; };
    const auto begin = std::lower_bound(candles.begin(), candles.end(), range.from, isBefore);
    const auto end = std::lower_bound(begin, candles.end(), range.to, isBefore);
    return {begin, end};
}

/// Per cent to 1e-8, halves away from zero.
Amount percentBetween(Price from, Price to)
{
    const Int128 difference = static_cast<Int128>(to.units) - from.units;
    const Int128 scaled = difference * 100 * decimalUnits;
    const Int128 half = (scaled < 0 ? -1 : 1) * static_cast<Int128>(from.units) / 2;
    return {(scaled + half) / from.units};
}

} // namespace

TimeRange lifeOf(const Level& level)
{
    return {level.validFrom.value_or(earliestTime), level.validTo.value_or(latestTime)};
}

LedgerStretch LedgerStretch::of(std::span<const LedgerCandle> candles)
{
    LedgerStretch stretch{candles, {}, {}};
    if (candles.empty())
        return stretch;
    stretch.low = candles.front().low;
    stretch.high = candles.front().high;
    for (const LedgerCandle& candle : candles) {
        stretch.low = std::min(stretch.low, candle.low);
        stretch.high = std::max(stretch.high, candle.high);
    }
    return stretch;
}

LedgerCount::LedgerCount(const Level& level, LevelEdges edges, Interval interval)
    : m_life(lifeOf(level)),
      m_role(level.role),
      m_lastClose(level.validTo.value_or(latestTime)),
      m_edges(std::move(edges)),
      m_interval(interval)
{
    if (m_role == LevelRole::None)
        return;
    m_ledger.closesBeyond = 0;
    m_ledger.deepestWick = Price{};
}

void LedgerCount::take(const LedgerStretch& stretch)
{
    const auto candles = stretch.candles;
    for (auto step = m_edges.begin(); step != m_edges.end() && !candles.empty(); ++step) {
        if (stretch.low > step->high || stretch.high < step->low)
            continue;
        const auto next = std::next(step);
        const UtcTime end = next == m_edges.end() ? latestTime : next->from;
        const TimeRange held{std::max(step->from, m_life.from), std::min(end, m_life.to)};
        if (held.from <= candles.back().open && candles.front().open < held.to)
            meet(within(candles, held), *step);
    }
    settle(candles);
}

void LedgerCount::meet(std::span<const LedgerCandle> candles, const EdgeStep& edges)
{
    for (const LedgerCandle& candle : candles) {
        if (candle.low <= edges.high && candle.high >= edges.low)
            enter(candle);
    }
}

void LedgerCount::enter(const LedgerCandle& candle)
{
    const UtcTime end = m_interval.next(candle.open);
    const bool isTouch = m_inside.empty() || m_inside.back().to <= candle.open - quietBeforeTouch;
    if (isTouch) {
        m_ledger.touches.push_back({.at = candle.open});
        m_touchCloses.push_back(candle.close);
        for (std::size_t i = 0; i < returnSpans.size(); ++i)
            m_due.push({candle.open + returnSpans[i], m_ledger.touches.size() - 1, i});
    }
    m_ledger.inside += m_interval.length;
    if (!m_inside.empty() && m_inside.back().to >= candle.open)
        m_inside.back().to = std::max(m_inside.back().to, end); // candles off the grid may overlap
    else
        m_inside.push_back({candle.open, end});
}

void LedgerCount::settle(std::span<const LedgerCandle> candles)
{
    while (!candles.empty() && !m_due.empty() && m_due.top().at <= candles.back().open) {
        const Due due = m_due.top();
        m_due.pop();
        const auto later = within(candles, {due.at, due.at + Span{1}});
        if (!later.empty())
            m_ledger.touches[due.touch].returns[due.span] =
                percentBetween(m_touchCloses[due.touch], later.front().close);
    }
}

void LedgerCount::judge(const JudgedClose& close, Interval judging)
{
    const EdgeStep* const edges = edgesAt(m_edges, close.at);
    if (m_role == LevelRole::None || !edges)
        return;
    if (!close.close)
        return;
    const bool isSupport = m_role == LevelRole::Support;
    const bool isBeyond = isSupport ? *close.close < edges->low : *close.close >= edges->high;
    if (isBeyond) {
        *m_ledger.closesBeyond += close.at >= m_life.from && close.at <= m_lastClose;
        return;
    }
    if (!m_life.contains(close.at - judging.length))
        return;
    const qint64 wick = isSupport ? edges->low.units - close.low.units : close.high.units - edges->high.units;
    m_ledger.deepestWick = std::max(*m_ledger.deepestWick, Price{wick});
}

} // namespace holdline
