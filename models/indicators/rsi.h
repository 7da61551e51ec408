// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace holdline {

/// Wilder's relative strength index after the last of closes, oldest first: the first averages are plain
/// means of `length` changes, each later one (length - 1) parts of the old and one of the new. 0 to 100; 100
/// without any loss, 50 where nothing moved. Absent with fewer than `length` + 1 closes.
/// Source: J. W. Wilder, New Concepts in Technical Trading Systems, 1978.
[[nodiscard]] std::optional<double> wilderRsi(std::span<const double> closes, int length = 14);

} // namespace holdline
