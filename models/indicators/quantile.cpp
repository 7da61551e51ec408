// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/quantile.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr std::size_t fewestForUsual = 8;

} // namespace

std::optional<double> quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (place - static_cast<double>(below));
}

double unusualness(double value, const std::vector<double>& values)
{
    if (values.size() < fewestForUsual)
        return 0;
    const double median = *quantile(values, 0.5);
    const double distance = std::abs(value - median);
    double nearer = 0;
    for (const double other : values) {
        const double of = std::abs(other - median);
        nearer += of < distance ? 1 : of == distance ? 0.5 : 0;
    }
    return nearer / static_cast<double>(values.size());
}

} // namespace holdline
