// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/coverage.h"

#include <vector>

namespace holdline {

/// What lies before the end of the known; the rest is reckoned anew as time goes on.
[[nodiscard]] std::vector<Coverage> holesBefore(std::vector<Coverage> coverage, UtcTime end);

/// Takes a stretch out of the holes, or makes one between the end of the known and the stretch. True when the
/// holes changed.
bool growKnown(std::vector<Coverage>& holes, UtcTime end, TimeRange known);

/// The holes up to now, and the time from `due` to now.
[[nodiscard]] std::vector<Coverage> upTo(UtcTime now, const std::vector<Coverage>& holes, UtcTime due);

} // namespace holdline
