// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/candleseries.h"

#include "models/series/buckets.h"

#include <cmath>

namespace holdline {

namespace {

template <typename Tick>
bool encode(const TickUnit& unit, const std::array<qint64, 4>& prices, double volume, CandleSlot<Tick>& slot)
{
    std::array<Tick, 4> ticks;
    const bool isExact = unit.encode(prices, ticks);
    const float known = std::isnan(volume) ? -0.0F : static_cast<float>(volume) + 0.0F;
    slot = {ticks[0], ticks[1], ticks[2], ticks[3], known};
    return isExact;
}

template <typename To, typename From>
CandleSlot<To> rescaled(const CandleSlot<From>& slot, qint64 factor)
{
    if (CandleTraits<From>::isEmpty(slot))
        return CandleTraits<To>::emptyLeaf();
    const auto scaled = [factor](From ticks) { return static_cast<To>(ticks * factor); };
    return {scaled(slot.open), scaled(slot.high), scaled(slot.low), scaled(slot.close), slot.volume};
}

qint64 farthest(qint64 high, qint64 low)
{
    return std::max(std::abs(high), std::abs(low));
}

} // namespace

CandleSeries::CandleSeries(Interval interval) : m_interval(interval), m_grid(interval) {}

void CandleSeries::append(const CandleColumns& candles)
{
    std::size_t done = 0;
    while (done < candles.size()) {
        done = std::visit([&](auto& pyramid) { return appendTo(pyramid, candles, done); }, m_slots);
        if (done == candles.size())
            break;
        refineFor({{candles.open[done], candles.high[done], candles.low[done], candles.close[done]}, 0});
    }
}

/// Returns the position of the first candle that the tick size or type cannot hold, or the size.
template <typename Tick>
std::size_t CandleSeries::appendTo(Pyramid<CandleTraits<Tick>>& pyramid, const CandleColumns& candles,
                                   std::size_t from)
{
    std::span<CandleSlot<Tick>> following; // empty slots of the page after the last candle
    qint64 followingMs = 0;
    for (std::size_t i = from; i < candles.size(); ++i) {
        CandleSlot<Tick> candle;
        if (!encode(m_unit, {candles.open[i], candles.high[i], candles.low[i], candles.close[i]},
                    candles.volume[i], candle))
            return i;
        m_farthestUnits = std::max(m_farthestUnits, farthest(candles.high[i], candles.low[i]));
        if (!following.empty() && candles.time[i] == followingMs) {
            following.front() = candle;
            ++m_count;
            ++m_end;
        } else {
            following = place(pyramid, m_grid.slotAt(candles.time[i]), candle);
            followingMs = m_grid.openMs(m_end - 1);
        }
        following = following.subspan(1);
        followingMs += m_interval.length.count();
    }
    return candles.size();
}

/// Merges a candle into its slot, which is the last one or later, and returns the rest of the page from
/// there.
template <typename Tick>
std::span<CandleSlot<Tick>> CandleSeries::place(Pyramid<CandleTraits<Tick>>& pyramid, qint64 slot,
                                                const CandleSlot<Tick>& candle)
{
    using Traits = CandleTraits<Tick>;
    Q_ASSERT(m_count == 0 || slot >= m_end - 1);
    if (m_count != 0 && slot >> pyramid.pageBits != (m_end - 1) >> pyramid.pageBits)
        pyramid.buildPage(m_end - 1);
    const auto leaves = pyramid.leavesFrom(slot);
    if (Traits::isEmpty(leaves.front()))
        occupy(slot);
    leaves.front() = Traits::merge(leaves.front(), candle);
    return leaves;
}

void CandleSeries::finish()
{
    if (m_count == 0)
        return;
    std::visit(
        [this](auto& pyramid) {
            pyramid.buildPage(m_end - 1);
            pyramid.buildTop();
        },
        m_slots);
}

void CandleSeries::update(qint64 openMs, qint64 open, qint64 high, qint64 low, qint64 close, double volume)
{
    const qint64 slot = m_grid.slotAt(openMs);
    const Row row{{open, high, low, close}, volume};
    while (!std::visit([&](auto& pyramid) { return updateIn(pyramid, slot, row); }, m_slots))
        refineFor(row);
    m_farthestUnits = std::max(m_farthestUnits, farthest(high, low));
}

template <typename Tick>
bool CandleSeries::updateIn(Pyramid<CandleTraits<Tick>>& pyramid, qint64 slot, const Row& row)
{
    CandleSlot<Tick> candle;
    if (!encode(m_unit, row.prices, row.volume, candle))
        return false;
    auto& leaf = pyramid.leafAt(slot);
    if (CandleTraits<Tick>::isEmpty(leaf))
        occupy(slot);
    leaf = candle;
    pyramid.mend(slot);
    return true;
}

/// Makes the tick size fine enough for the row and all before it, and the ticks wide enough.
void CandleSeries::refineFor(const Row& row)
{
    const TickUnit finer = m_unit.refinedFor(row.prices);
    const qint64 factor = m_unit.units() / finer.units();
    const qint64 reach = std::max(m_farthestUnits, farthest(row.prices[1], row.prices[2])) / finer.units();
    const bool isWide = reach >= std::numeric_limits<qint32>::max() || std::holds_alternative<Wide>(m_slots);
    std::visit(
        [&](auto& pyramid) {
            if (isWide) {
                m_slots = pyramid.template converted<CandleTraits<qint64>>(
                    [factor](const auto& slot) { return rescaled<qint64>(slot, factor); });
            } else {
                m_slots = pyramid.template converted<CandleTraits<qint32>>(
                    [factor](const auto& slot) { return rescaled<qint32>(slot, factor); });
            }
        },
        m_slots);
    m_unit = finer;
}

/// Counts a candle in a slot that was empty and keeps first, end and gaps.
void CandleSeries::occupy(qint64 slot)
{
    if (m_count++ == 0) {
        m_first = slot;
        m_end = slot + 1;
    } else if (slot >= m_end) {
        if (slot > m_end)
            m_gaps.add(slotRange(m_end, slot));
        m_end = slot + 1;
    } else if (slot < m_first) {
        if (slot + 1 < m_first)
            m_gaps.addFirst(slotRange(slot + 1, m_first));
        m_first = slot;
    } else {
        m_gaps.fill(slotRange(slot, slot + 1));
    }
}

TimeRange CandleSeries::slotRange(qint64 first, qint64 end) const
{
    return {fromMsecs(m_grid.openMs(first)), fromMsecs(m_grid.openMs(end))};
}

std::size_t CandleSeries::slotCount() const
{
    return static_cast<std::size_t>(m_end - m_first);
}

template <typename Slot>
CandleSummary CandleSeries::summaryOf(const Slot& slot) const
{
    if (slot.low > slot.high)
        return {};
    const bool hasVolume = slot.volume != 0.0F || !std::signbit(slot.volume);
    return {m_unit.price(slot.open), m_unit.price(slot.high), m_unit.price(slot.low),
            m_unit.price(slot.close),
            hasVolume ? static_cast<double>(slot.volume) : std::numeric_limits<double>::quiet_NaN()};
}

CandleSummary CandleSeries::ownSummary(TimeRange range) const
{
    const qint64 first = std::max(m_first, m_grid.slotFrom(toMsecs(range.from)));
    const qint64 end = std::min(m_end, m_grid.slotFrom(toMsecs(range.to)));
    return std::visit([&](const auto& pyramid) { return summaryOf(pyramid.merged(first, end)); }, m_slots);
}

TimeRange CandleSeries::ownReach(TimeRange range) const
{
    const qint64 from = std::max(m_first, m_grid.slotFrom(toMsecs(range.from)));
    const qint64 to = std::min(m_end, m_grid.slotFrom(toMsecs(range.to)));
    return std::visit(
        [&](const auto& pyramid) {
            const qint64 first = pyramid.nextPresent(from, to);
            qint64 end = to;
            while (end > first + 1 && pyramid.nextPresent(end - 1, end) == end)
                --end;
            return slotRange(first, end);
        },
        m_slots);
}

void CandleSeries::ownBars(TimeRange range, Interval bucket, std::vector<CandleBar>& out) const
{
    out.clear();
    std::visit(
        [&](const auto& pyramid) {
            const auto nextPresent = [&](qint64 begin, qint64 end) {
                return pyramid.nextPresent(begin, end);
            };
            forEachBucket(m_grid, range, std::max(bucket, m_interval), m_first, m_end, nextPresent,
                          [&](qint64 openMs, qint64 first, qint64 end) {
                              const CandleSummary candle = summaryOf(pyramid.merged(first, end));
                              if (!candle.isEmpty())
                                  out.push_back({openMs, candle});
                              return !candle.isEmpty();
                          });
        },
        m_slots);
}

std::size_t CandleSeries::memoryBytes() const
{
    return sizeof(*this) + gaps().capacity() * sizeof(TimeRange) +
           std::visit([](const auto& pyramid) { return pyramid.memoryBytes(); }, m_slots);
}

} // namespace holdline
