// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/flowseries.h"

#include "models/series/buckets.h"

namespace holdline {

namespace {

FlowSummary summaryOf(const FlowNode& node)
{
    if (node.count == 0)
        return {};
    return {node.sum, static_cast<double>(node.least), static_cast<double>(node.greatest), node.count};
}

} // namespace

FlowSeries::FlowSeries(Interval step) : m_step(step), m_grid(step) {}

void FlowSeries::append(qint64 fromMs, double value)
{
    place(m_grid.slotAt(fromMs), value);
}

void FlowSeries::append(std::span<const qint64> fromMs, std::span<const double> values)
{
    Q_ASSERT(fromMs.size() == values.size());
    std::span<float> following; // empty slots of the page after the last value
    qint64 followingMs = 0;
    for (std::size_t i = 0; i < fromMs.size(); ++i) {
        if (!following.empty() && fromMs[i] == followingMs) {
            following.front() = static_cast<float>(values[i]);
            ++m_end;
        } else {
            following = place(m_grid.slotAt(fromMs[i]), values[i]);
            followingMs = m_grid.openMs(m_end - 1);
        }
        following = following.subspan(1);
        followingMs += m_step.length.count();
    }
}

/// Adds a value to its slot, which is the last one or later, and returns the rest of the page from there.
std::span<float> FlowSeries::place(qint64 slot, double value)
{
    if (m_first != m_end && slot >> m_slots.pageBits != (m_end - 1) >> m_slots.pageBits)
        m_slots.buildPage(m_end - 1);
    extendTo(slot);
    const auto leaves = m_slots.leavesFrom(slot);
    float& stored = leaves.front();
    if (std::isnan(stored))
        stored = static_cast<float>(value);
    else if (!std::isnan(value))
        stored += static_cast<float>(value);
    return leaves;
}

void FlowSeries::finish()
{
    if (m_first == m_end)
        return;
    m_slots.buildPage(m_end - 1);
    m_slots.buildTop();
}

void FlowSeries::update(qint64 fromMs, double value)
{
    const qint64 slot = m_grid.slotAt(fromMs);
    extendTo(slot);
    m_slots.leafAt(slot) = static_cast<float>(value);
    m_slots.mend(slot);
}

void FlowSeries::extendTo(qint64 slot)
{
    const bool isFirst = m_first == m_end;
    m_first = isFirst ? slot : std::min(m_first, slot);
    m_end = isFirst ? slot + 1 : std::max(m_end, slot + 1);
}

TimeRange FlowSeries::range() const
{
    if (m_first == m_end)
        return {};
    return {fromMsecs(m_grid.openMs(m_first)), fromMsecs(m_grid.openMs(m_end))};
}

FlowSummary FlowSeries::summary(TimeRange range) const
{
    const qint64 first = std::max(m_first, m_grid.slotFrom(toMsecs(range.from)));
    const qint64 end = std::min(m_end, m_grid.slotFrom(toMsecs(range.to)));
    return summaryOf(m_slots.merged(first, end));
}

void FlowSeries::bars(TimeRange range, Interval bucket, std::vector<FlowBar>& out) const
{
    out.clear();
    const auto nextPresent = [this](qint64 begin, qint64 end) { return m_slots.nextPresent(begin, end); };
    forEachBucket(m_grid, range, std::max(bucket, m_step), m_first, m_end, nextPresent,
                  [&](qint64 fromMs, qint64 first, qint64 end) {
                      const FlowSummary flow = summaryOf(m_slots.merged(first, end));
                      if (!flow.isEmpty())
                          out.push_back({fromMs, flow});
                      return !flow.isEmpty();
                  });
}

std::size_t FlowSeries::memoryBytes() const
{
    return sizeof(*this) + m_slots.memoryBytes();
}

} // namespace holdline
