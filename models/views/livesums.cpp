// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/livesums.h"

#include <algorithm>
#include <limits>

namespace holdline {

namespace {

constexpr std::size_t mostSlots = 60;

} // namespace

LiveSums::LiveSums(const FlowSeries& longs, const FlowSeries& shorts)
    : m_flows{std::make_shared<FlowSeries>(longs), std::make_shared<FlowSeries>(shorts)},
      m_wholeFrom(toMsecs(end()))
{
    Q_ASSERT(longs.step() == shorts.step());
}

UtcTime LiveSums::end() const
{
    return std::max(m_flows[0]->range().to, m_flows[1]->range().to);
}

LiveSums::Sides LiveSums::loadedAt(qint64 from) const
{
    const TimeRange range{fromMsecs(from), fromMsecs(from) + step().length};
    return {m_flows[0]->summary(range).sum, m_flows[1]->summary(range).sum};
}

LiveSums::Slot& LiveSums::slotAt(qint64 from)
{
    const auto known = m_slots.find(from);
    if (known != m_slots.end())
        return known->second;
    const Sides loaded = loadedAt(from);
    Slot& slot = m_slots[from];
    slot = {loaded, from >= m_wholeFrom ? Sides{} : loaded};
    return slot;
}

void LiveSums::show(qint64 from, const Slot& slot)
{
    for (std::size_t side = 0; side < 2; ++side)
        m_flows[side]->update(from, std::max(slot.loaded[side], slot.came[side]));
}

void LiveSums::add(std::span<const Liquidation> orders)
{
    while (!orders.empty()) {
        const UtcTime from = step().bucketStart(orders.front().time);
        const TimeRange range{from, from + step().length};
        reachTo(from);
        Slot& slot = slotAt(toMsecs(from));
        for (; !orders.empty() && range.contains(orders.front().time); orders = orders.subspan(1)) {
            const Liquidation& order = orders.front();
            slot.came[order.side == PositionSide::Long ? 0 : 1] += order.usd.toDouble();
        }
        show(toMsecs(from), slot);
        forgetOld();
    }
}

void LiveSums::forgetOld()
{
    if (m_slots.size() <= mostSlots)
        return;
    m_wholeFrom = std::max(m_wholeFrom, m_slots.begin()->first + step().length.count());
    m_slots.erase(m_slots.begin());
}

void LiveSums::reachTo(UtcTime time)
{
    const qint64 from = toMsecs(step().bucketStart(time));
    for (const auto& flow : m_flows)
        if (flow->range().isEmpty() || fromMsecs(from) >= flow->range().to)
            flow->update(from, std::numeric_limits<double>::quiet_NaN());
}

void LiveSums::keepNewer(const LiveSums& before)
{
    if (before.step() != step())
        return;
    m_wholeFrom = before.m_wholeFrom;
    for (const auto& [from, slot] : before.m_slots) {
        Slot& here = m_slots[from];
        here = {loadedAt(from), slot.came};
        show(from, here);
    }
    reachTo(before.end() - Span{1});
}

} // namespace holdline
