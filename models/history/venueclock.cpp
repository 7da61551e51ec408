// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/venueclock.h"

namespace holdline {

namespace {

/// Answers travel: less than this is no difference of clocks.
constexpr Span travel = std::chrono::milliseconds{250};
constexpr Span wholeSeconds = std::chrono::seconds{2};
constexpr Span jump = std::chrono::seconds{10};

bool areApart(Span a, Span b, Span by)
{
    return a - b > by || b - a > by;
}

} // namespace

void VenueClock::told(UtcTime venue, UtcTime here)
{
    adopt(Trust::Exact, venue, here, travel);
}

void VenueClock::toldByDate(UtcTime venue, UtcTime here)
{
    adopt(Trust::Date, venue, here, wholeSeconds);
}

void VenueClock::sawEvent(UtcTime venue, UtcTime here)
{
    adopt(Trust::Event, venue, here, wholeSeconds);
}

void VenueClock::adopt(Trust trust, UtcTime venue, UtcTime here, Span tolerance)
{
    if (trust < m_trust || venue < earliestTime || venue > latestTime)
        return;
    const Span offset = venue - here;
    const bool isJump = m_offset && trust == m_trust && areApart(offset, *m_offset, jump);
    const bool isTwice = m_doubted && !areApart(offset, *m_doubted, jump);
    m_doubted = isJump && !isTwice ? std::optional(offset) : std::nullopt;
    if (m_doubted)
        return;
    m_trust = trust;
    if (!m_offset)
        m_offset = Span{};
    if (areApart(offset, *m_offset, tolerance))
        m_offset = offset;
}

} // namespace holdline
