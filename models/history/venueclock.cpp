// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/venueclock.h"

namespace holdline {

namespace {

/// Answers travel: less than this is no difference of clocks.
constexpr Span travel = std::chrono::milliseconds{250};
constexpr Span wholeSeconds = std::chrono::seconds{2};

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
    m_trust = trust;
    const Span offset = venue - here;
    const Span change = offset - m_offset.value_or(Span{});
    if (!m_offset)
        m_offset = Span{};
    if (change > tolerance || change < -tolerance)
        m_offset = offset;
}

} // namespace holdline
