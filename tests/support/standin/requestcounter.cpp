// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/requestcounter.h"

#include <algorithm>
#include <cmath>

namespace holdline::testing {

using namespace std::chrono_literals;

RequestCounter::Verdict RequestCounter::count(int weight, UtcTime now, double elapsed)
{
    if (m_rules.weightPerMinute > 0 || m_otherWeight > 0)
        return countWeight(weight, now, elapsed);
    return m_rules.perSecond > 0 ? countToken(elapsed) : Verdict{};
}

RequestCounter::Verdict RequestCounter::banned(UtcTime now, double elapsed) const
{
    const double left = m_banEnd - elapsed;
    return {true, m_used, static_cast<int>(std::ceil(left)),
            now + Span{static_cast<qint64>(left * 1000 * m_speed)}};
}

RequestCounter::Verdict RequestCounter::countWeight(int weight, UtcTime now, double elapsed)
{
    if (elapsed < m_banEnd)
        return banned(now, elapsed);
    const UtcTime window = std::chrono::floor<std::chrono::minutes>(now);
    if (window != m_window) {
        m_window = window;
        m_used = 0;
        m_ignored = 0;
    }
    const int most = m_otherWeight > 0 ? m_otherWeight : m_rules.weightPerMinute;
    const bool wasOver = m_used > most;
    m_used += weight;
    if (m_used <= most)
        return {false, m_used};
    if (wasOver && ++m_ignored >= 3) {
        m_banEnd = elapsed + m_banLength;
        m_banLength = std::min(m_banLength * 2, 3 * 86'400.0);
        m_ignored = 0;
        return banned(now, elapsed);
    }
    const double left = static_cast<double>((window + 1min - now).count()) / 1000 / m_speed;
    return {true, m_used, std::max(1, static_cast<int>(std::ceil(left)))};
}

RequestCounter::Verdict RequestCounter::countToken(double elapsed)
{
    m_tokens = std::min(m_rules.burst, m_tokens + (elapsed - m_counted) * m_rules.perSecond);
    m_counted = elapsed;
    if (m_tokens < 1)
        return {true};
    m_tokens -= 1;
    return {};
}

} // namespace holdline::testing
