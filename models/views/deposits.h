// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/viewdata.h"

#include <span>
#include <vector>

namespace holdline {

/// Marks over the days whose deposits were a spike by the rule of the brief's reading, oldest first.
[[nodiscard]] std::vector<PaneMark> depositSpikes(std::span<const Sample> days);

} // namespace holdline
