// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/spike.h"

#include "models/indicators/quantile.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr std::size_t spikeMemory = 30;
constexpr std::size_t fewestForSpike = 10;

} // namespace

std::optional<double> medianBefore(std::span<const double> values, std::size_t index)
{
    const std::size_t count = std::min(index, spikeMemory);
    if (count < fewestForSpike)
        return std::nullopt;
    const auto before = values.subspan(index - count, count);
    return quantile({before.begin(), before.end()}, 0.5);
}

} // namespace holdline
