// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/restrequest.h"

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

/// Leaves the candles with open time in the request's range, oldest first; of one open time, those that the
/// venue told later in the answer stay behind the others.
void keepAsked(const RestRequest& request, std::vector<CandleRecord>& candles);

} // namespace holdline
