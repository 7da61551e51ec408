// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace holdline {

/// Pearson's correlation of pairs, -1 to 1. `a.size() == b.size()`. Absent with fewer than three pairs, or
/// where one of the two never changes.
[[nodiscard]] std::optional<double> correlation(std::span<const double> a, std::span<const double> b);

} // namespace holdline
