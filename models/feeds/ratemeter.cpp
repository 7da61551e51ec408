// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/ratemeter.h"

#include <algorithm>

namespace holdline {

namespace {

/// `Date` has no fractions and is late by the way of the answer: estimates differ by so much from each other
/// while no clock was set.
constexpr Span dateError = std::chrono::seconds{2};

} // namespace

qint64 RateMeter::windowOf(UtcTime venueTime) const
{
    return venueTime.time_since_epoch() / m_rules.window;
}

UtcTime RateMeter::windowEnd(UtcTime now) const
{
    const Span offset = m_offset.value_or(Span::zero());
    return UtcTime{(windowOf(now + offset) + 1) * m_rules.window} - offset;
}

int RateMeter::used(UtcTime now) const
{
    if (!hasWindow())
        return 0;
    return windowOf(now + m_offset.value_or(Span::zero())) == m_window ? m_used : m_inFlight;
}

// The first question of a window is allowed even where the share is less than its weight.
bool RateMeter::hasWeight(int weight, UtcTime now) const
{
    if (!hasWindow())
        return true;
    const int usedNow = used(now);
    return usedNow == 0 || usedNow + weight <= m_share * m_rules.weight;
}

bool RateMeter::allows(int weight, UtcTime now) const
{
    return nextChance(weight, now) <= now;
}

void RateMeter::asked(int weight, UtcTime now)
{
    m_lastAsked = now;
    if (!hasWindow())
        return;
    m_used = used(now) + weight;
    m_window = windowOf(now + m_offset.value_or(Span::zero()));
    m_inFlight += weight;
}

// An estimate is too low by up to a second and the way of the answer, never too high: the highest is the
// best.
void RateMeter::learnOffset(UtcTime date, UtcTime now)
{
    const Span estimate = date - now;
    if (!m_offset || std::chrono::abs(estimate - *m_offset) > dateError)
        m_offset = estimate;
    else
        m_offset = std::max(*m_offset, estimate);
}

void RateMeter::answered(int weight, std::optional<UtcTime> date, std::optional<int> used, UtcTime now)
{
    if (!hasWindow())
        return;
    m_inFlight = std::max(0, m_inFlight - weight);
    if (date)
        learnOffset(*date, now);
    const qint64 window = windowOf(now + m_offset.value_or(Span::zero()));
    if (window != m_window)
        m_used = m_inFlight;
    m_window = window;
    if (used && *used >= 0 && (!date || windowOf(*date) == m_window))
        m_used = std::min(*used, m_rules.weight * 2) + m_inFlight;
}

UtcTime RateMeter::nextChance(int weight, UtcTime now) const
{
    UtcTime chance = now;
    if (m_lastAsked)
        chance = std::max(chance, *m_lastAsked + m_rules.spacing);
    if (!hasWeight(weight, now))
        chance = std::max(chance, windowEnd(now));
    return chance;
}

} // namespace holdline
