// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace holdline {

/// Repeatable chance (SplitMix64). Only integers, + - * / and comparisons are used, so that every platform
/// draws the same numbers; the distributions of the standard library do not promise that.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_state(seed) {}

    /// 0 <= x < 1, a multiple of 2^-53.
    double uniform() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }

    /// Bell-shaped with mean 0 and variance 1, never beyond 4.25: the sum of six uniform numbers.
    double bell()
    {
        double sum = -3;
        for (int i = 0; i < 6; ++i)
            sum += uniform();
        return sum * 1.4142135623730951;
    }

    bool happens(double probability) { return uniform() < probability; }

private:
    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    std::uint64_t m_state;
};

/// Close to e^x for |x| < 4, by multiplication alone: (1 + x/64)^64.
inline double growth(double x)
{
    double y = std::max(1 + x / 64, 0.0);
    for (int i = 0; i < 6; ++i)
        y *= y;
    return y;
}

} // namespace holdline
