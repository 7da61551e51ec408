// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <optional>
#include <span>
#include <vector>

namespace holdline {

/// The value of a date.
struct DatedValue {
    UtcTime date; ///< midnight UTC
    double value = 0;
};

/// How a value changes from one date to the next.
enum class ChangeKind {
    LogReturn,  ///< prices and indices; they are above zero
    Difference, ///< yields
};

/// Changes of two series between neighbouring dates that both have; oldest first, all three of one size.
struct SharedChanges {
    std::vector<UtcTime> dates; ///< of the later value
    std::vector<double> a;
    std::vector<double> b;
};
[[nodiscard]] SharedChanges sharedChanges(std::span<const DatedValue> a, ChangeKind kindA,
                                          std::span<const DatedValue> b, ChangeKind kindB);

/// Correlation of the `length` changes that end with that index; absent with fewer.
[[nodiscard]] std::optional<double> correlationAt(const SharedChanges& changes, std::size_t last,
                                                  std::size_t length);

} // namespace holdline
