// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/black76.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace holdline {

double normalBelow(double value)
{
    return std::erfc(-value / std::numbers::sqrt2) / 2.0;
}

std::optional<double> black76Delta(OptionKind kind, const Black76Terms& terms)
{
    const auto all = {terms.forward, terms.strike, terms.volatility, terms.years};
    if (!std::all_of(all.begin(), all.end(), [](double term) { return std::isfinite(term) && term > 0.0; }))
        return std::nullopt;
    const double deviation = terms.volatility * std::sqrt(terms.years);
    const double d1 = std::log(terms.forward / terms.strike) / deviation + deviation / 2.0;
    if (!std::isfinite(d1))
        return std::nullopt;
    return kind == OptionKind::Call ? normalBelow(d1) : -normalBelow(-d1);
}

} // namespace holdline
