// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/streak.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace holdline {

namespace {

constexpr Span longestHolidays = std::chrono::hours{24} * 12; ///< Tokyo was closed for ten days in 2019

int signOf(Amount amount)
{
    return amount > Amount{} ? 1 : amount < Amount{} ? -1 : 0;
}

bool isNext(const Sample& sample, const Sample& after, Span longestStep)
{
    return after.from - sample.from <= longestStep;
}

} // namespace

qint64 signStreak(std::span<const Sample> samples, Span longestStep)
{
    if (samples.empty())
        return 0;
    const int sign = signOf(samples.back().value);
    qint64 length = 0;
    for (std::size_t i = samples.size(); i-- > 0;) {
        const bool isHole = i + 1 < samples.size() && !isNext(samples[i], samples[i + 1], longestStep);
        if (signOf(samples[i].value) != sign || isHole)
            break;
        ++length;
    }
    return length * sign;
}

qint64 changeStreak(std::span<const Sample> samples, Span longestStep)
{
    qint64 length = 0;
    int sign = 0;
    for (std::size_t i = samples.size(); i-- > 1;) {
        const int change = signOf(samples[i].value - samples[i - 1].value);
        if (change == 0 || (sign != 0 && change != sign) || !isNext(samples[i - 1], samples[i], longestStep))
            break;
        sign = change;
        ++length;
    }
    return length * sign;
}

double runUnusualness(qint64 streak)
{
    const auto length = std::abs(streak);
    return length < 2 ? 0 : 1 - std::pow(0.5, static_cast<double>(length - 1));
}

Span usualStep(std::span<const Sample> samples)
{
    std::vector<Span> steps;
    for (std::size_t i = 1; i < samples.size(); ++i)
        steps.push_back(samples[i].from - samples[i - 1].from);
    if (steps.empty())
        return longestHolidays;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return std::max(longestHolidays, *middle * 2);
}

} // namespace holdline
