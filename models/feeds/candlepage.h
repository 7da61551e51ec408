// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/interval.h"

#include <optional>
#include <span>
#include <string_view>

namespace holdline {

/// What a venue calls an interval.
struct IntervalName {
    Interval interval;
    const char* name;
};

/// nullptr when the venue has no such interval.
[[nodiscard]] const char* nameOf(std::span<const IntervalName> names, Interval interval);

/// Absent when the venue's name stands for no interval of ours.
[[nodiscard]] std::optional<Interval> intervalNamed(std::span<const IntervalName> names,
                                                    std::string_view name);

/// How many open times a range holds.
[[nodiscard]] int openTimesIn(TimeRange range, Interval interval);

} // namespace holdline
