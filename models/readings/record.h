// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/sample.h"

#include <optional>
#include <span>

namespace holdline {

/// Since when the last value is the most extreme.
struct Record {
    UtcTime since;          ///< beginning of the value that was as extreme, or of the first value of all
    bool isOfAll = false;   ///< no value stored is as extreme
    bool isLargest = false; ///< the greatest, not the least
    bool operator==(const Record&) const = default;
};

/// Looked at is the side on which the last value lies: of values of both signs the side of its sign, else
/// that of its last change. Absent when the value before is as extreme already, or with fewer than three
/// values. Oldest first.
[[nodiscard]] std::optional<Record> recordOf(std::span<const Sample> samples, bool bySign);

/// Whether some value of its last 400 days is below zero: a flow and no rate that was negative once.
[[nodiscard]] bool takesBothSigns(std::span<const Sample> samples);

} // namespace holdline
