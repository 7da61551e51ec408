// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `level.<id>.state`, `.since`, `.distance_pct`, `.touches` of each level that is valid. The distance is
/// from the price to the nearest edge in per cent of the price, positive when the level is above it, 0
/// inside.
void readLevels(const BriefData& data, Brief& brief);

} // namespace holdline
