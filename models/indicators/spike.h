// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace holdline {

/// The median of the 30 values before that index, fewer where there are fewer; absent with fewer than ten. A
/// value is called a spike by how many times this it is.
[[nodiscard]] std::optional<double> medianBefore(std::span<const double> values, std::size_t index);

} // namespace holdline
