// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/coverage.h"

#include <span>
#include <vector>

namespace holdline {

/// What is stored after `given` has replaced it within its ranges: oldest first, never overlapping,
/// neighbours of the same state and reason joined. Later entries of `given` win over earlier ones; empty
/// ranges are left out.
[[nodiscard]] std::vector<Coverage> mergeCoverage(std::span<const Coverage> stored,
                                                  std::span<const Coverage> given);

} // namespace holdline
