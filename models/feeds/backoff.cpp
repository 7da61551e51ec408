// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/backoff.h"

#include <algorithm>
#include <limits>

namespace holdline {

namespace {

constexpr int enoughDoublings = 32; ///< more than any sensible rule needs, and no overflow

/// The next number of a linear congruential sequence: chance enough to keep programs apart.
quint32 follow(quint32 random)
{
    return random * 1664525u + 1013904223u;
}

} // namespace

Span Backoff::next()
{
    double wait = double(m_rule.first.count());
    for (int i = 0; i < m_tries && wait < double(m_rule.longest.count()); ++i)
        wait *= 2;
    wait = std::min(wait, double(m_rule.longest.count()));
    m_tries = std::min(m_tries + 1, enoughDoublings);
    m_random = follow(m_random);
    const double chance = 2.0 * m_random / std::numeric_limits<quint32>::max() - 1;
    return Span{qint64(wait * (1 + std::clamp(m_rule.jitter, 0.0, 1.0) * chance))};
}

void Backoff::lasted(Span span)
{
    if (span >= m_rule.forgive)
        m_tries = 0;
}

} // namespace holdline
