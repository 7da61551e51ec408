// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `taker.net_1d` of the last complete UTC day, and `taker.crossing` when that day is at or under the
/// threshold.
void readTaker(const BriefData& data, Brief& brief);

/// The last UTC day that is over, when its net taker volume is known; null otherwise.
[[nodiscard]] const DayClose* lastTakerDay(const BriefData& data);

} // namespace holdline
