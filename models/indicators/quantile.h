// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace holdline {

/// The value below which that share of values lies, between two neighbours in proportion (type 7 of Hyndman
/// and Fan, 1996). Absent without values.
[[nodiscard]] std::optional<double> quantile(std::vector<double> values, double share);

/// The share of values that lie nearer to their median than this one does: 0 is as usual as can be, 1 is
/// farther than all. Values as far count half. 0 with fewer than eight of them: there is no usual yet.
[[nodiscard]] double unusualness(double value, const std::vector<double>& values);

} // namespace holdline
