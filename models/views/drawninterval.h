// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "models/scales/timescale.h"

namespace holdline {

/// The finest round interval, `wanted` or coarser, whose columns are at least that many device px wide.
[[nodiscard]] Interval drawnInterval(Interval wanted, const TimeScale& time, double leastWidth);

/// `1 h`, `15 m`, `1 d` as read by people.
[[nodiscard]] QString intervalText(Interval interval);

} // namespace holdline
