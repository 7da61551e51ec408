// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/guessedinterval.h"

#include "models/imports/gridsteps.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace holdline {

namespace {

constexpr qint64 leastClear = 20; ///< spacings that agree

constexpr auto usualLengths = std::to_array<Span>(
    {std::chrono::seconds{1}, std::chrono::minutes{1}, std::chrono::minutes{3}, std::chrono::minutes{5},
     std::chrono::minutes{15}, std::chrono::minutes{30}, std::chrono::hours{1}, std::chrono::hours{2},
     std::chrono::hours{4}, std::chrono::hours{6}, std::chrono::hours{8}, std::chrono::hours{12},
     std::chrono::hours{24}, std::chrono::hours{72}, std::chrono::hours{168}});

bool isUsual(Span length)
{
    return std::find(usualLengths.begin(), usualLengths.end(), length) != usualLengths.end();
}

/// Midnights, a month or more apart.
bool areMonths(const std::vector<qint64>& sorted)
{
    constexpr qint64 day = oneDay.length.count();
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (sorted[i] % day != 0 || (i > 0 && sorted[i] - sorted[i - 1] < 28 * day))
            return false;
    }
    return true;
}

/// Absent when no usual interval divides all spacings.
std::optional<Span> longestDividing(const std::vector<qint64>& sorted)
{
    qint64 divisor = 0;
    for (std::size_t i = 1; i < sorted.size(); ++i)
        divisor = std::gcd(divisor, sorted[i] - sorted[i - 1]);
    const auto found = std::find_if(usualLengths.rbegin(), usualLengths.rend(),
                                    [&](Span length) { return divisor % length.count() == 0; });
    return found == usualLengths.rend() ? std::nullopt : std::optional(*found);
}

} // namespace

std::optional<GuessedInterval> guessInterval(std::vector<qint64> times)
{
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    if (times.size() < 2)
        return std::nullopt;
    const GridStep step = gridStep(times);
    const auto spacings = static_cast<qint64>(times.size()) - 1;
    if (isUsual(step.length) && step.votes >= leastClear && step.votes * 2 >= spacings)
        return GuessedInterval{{step.length}, true};
    if (areMonths(times))
        return GuessedInterval{{step.length}, false};
    return GuessedInterval{{longestDividing(times).value_or(step.length)}, false};
}

} // namespace holdline
