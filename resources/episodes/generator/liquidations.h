// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "resources/episodes/generator/pricepath.h"

namespace holdline {

/// Forced closing of positions in one minute, steps of a hundred dollars.
struct Closed {
    std::int64_t longUsd = 0;
    std::int64_t shortUsd = 0;
};

/// A quiet ground, and cascades: the faster the price fell in the last minutes, the more longs are closed,
/// and more than in proportion. The longs of the 48 hours to 2026-01-21T06:00Z sum to 1,547,300,000.
[[nodiscard]] std::vector<Closed> makeLiquidations(const Liveliness& liveliness, const std::vector<Bar>& bars,
                                                   std::uint64_t seed);

} // namespace holdline
