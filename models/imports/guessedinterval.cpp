// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/guessedinterval.h"

#include "models/imports/gridsteps.h"

#include <algorithm>
#include <array>

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

/// How many of the times lie on one grid of that length, wherever it begins.
qint64 onOneGrid(const std::vector<qint64>& times, Span length)
{
    std::vector<qint64> phases;
    for (const qint64 time : times)
        phases.push_back((time % length.count() + length.count()) % length.count());
    const auto phase = mostFrequent(phases);
    return phase ? std::count(phases.begin(), phases.end(), *phase) : 0;
}

/// The longest usual interval on whose grid all times lie. Where that is below a minute, one row of ten may
/// lie off the grid: venues begin candles at odd seconds after an outage. Absent when there is none.
std::optional<Span> longestFitting(const std::vector<qint64>& times)
{
    const auto count = static_cast<qint64>(times.size());
    for (const qint64 astray : {qint64{0}, count / 10}) {
        const auto found = std::find_if(usualLengths.rbegin(), usualLengths.rend(), [&](Span length) {
            return length >= oneMinute.length && onOneGrid(times, length) >= count - astray;
        });
        if (found != usualLengths.rend())
            return *found;
    }
    return onOneGrid(times, usualLengths.front()) == count ? std::optional(usualLengths.front())
                                                           : std::nullopt;
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
    return GuessedInterval{{longestFitting(times).value_or(step.length)}, false};
}

} // namespace holdline
