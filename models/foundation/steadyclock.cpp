// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/steadyclock.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <time.h>
#endif

namespace holdline {

namespace {

/// Since some moment; goes on while the machine sleeps.
Span passed()
{
#ifdef Q_OS_LINUX
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::duration_cast<Span>(std::chrono::seconds{time.tv_sec} +
                                            std::chrono::nanoseconds{time.tv_nsec});
#else
    return std::chrono::duration_cast<Span>(std::chrono::steady_clock::now().time_since_epoch());
#endif
}

} // namespace

SteadyClock::SteadyClock() : m_begin(SystemClock().now()), m_since(passed()) {}

UtcTime SteadyClock::now() const
{
    return m_begin + (passed() - m_since);
}

} // namespace holdline
