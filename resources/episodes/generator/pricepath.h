// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "resources/episodes/generator/volatility.h"

namespace holdline {

/// A candle in smallest price steps (cents for bitcoin); its minute is its place in the row.
struct Bar {
    std::int64_t open = 0;
    std::int64_t high = 0;
    std::int64_t low = 0;
    std::int64_t close = 0;
};

/// Bitcoin by the minute, in cents: chance between the published figures and a few round waypoints, each
/// met exactly. Within a stretch the drift goes where the unrest is, as in a market, and not evenly in time.
[[nodiscard]] std::vector<Bar> makePricePath(const Liveliness& liveliness, std::uint64_t seed);

} // namespace holdline
