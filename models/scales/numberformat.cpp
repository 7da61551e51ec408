// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/numberformat.h"

#include <cmath>

namespace holdline {

namespace {

constexpr int mostDecimals = 12;

} // namespace

int decimalsFor(double step)
{
    if (!std::isfinite(step) || step == 0)
        return 0;
    double scaled = std::abs(step);
    int decimals = 0;
    while (decimals < mostDecimals && std::abs(scaled - std::round(scaled)) > 1e-6 * scaled) {
        ++decimals;
        scaled = std::abs(step) * std::pow(10.0, decimals);
    }
    return decimals;
}

} // namespace holdline
