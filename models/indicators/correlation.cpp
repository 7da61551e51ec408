// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/correlation.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace holdline {

namespace {

double meanOf(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

} // namespace

std::optional<double> correlation(std::span<const double> a, std::span<const double> b)
{
    Q_ASSERT(a.size() == b.size());
    if (a.size() < 3)
        return std::nullopt;
    const double meanA = meanOf(a);
    const double meanB = meanOf(b);
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - meanA) * (b[i] - meanB);
        squaresA += (a[i] - meanA) * (a[i] - meanA);
        squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    if (squaresA <= 0 || squaresB <= 0)
        return std::nullopt;
    return std::clamp(both / std::sqrt(squaresA * squaresB), -1.0, 1.0);
}

} // namespace holdline
