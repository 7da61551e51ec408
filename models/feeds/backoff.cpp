// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/backoff.h"

#include <algorithm>
#include <limits>

namespace holdline {

namespace {

constexpr int enoughDoublings = 32; ///< more than any sensible rule needs, and no overflow

/// A number that looks like chance, so that seeds next to each other are far apart too.
quint32 mixed(quint32 number)
{
    number = (number ^ (number >> 16)) * 0x85ebca6bu;
    number = (number ^ (number >> 13)) * 0xc2b2ae35u;
    return number ^ (number >> 16);
}

} // namespace

Span Backoff::next()
{
    double wait = double(m_rule.first.count());
    for (int i = 0; i < m_tries && wait < double(m_rule.longest.count()); ++i)
        wait *= 2;
    wait = std::min(wait, double(m_rule.longest.count()));
    m_tries = std::min(m_tries + 1, enoughDoublings);
    m_random += 0x9e3779b9u;
    const double chance = 2.0 * mixed(m_random) / std::numeric_limits<quint32>::max() - 1;
    return Span{qint64(wait * (1 + std::clamp(m_rule.jitter, 0.0, 1.0) * chance))};
}

void Backoff::lasted(Span span)
{
    if (span >= m_rule.forgive)
        m_tries = 0;
}

} // namespace holdline
