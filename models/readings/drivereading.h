// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `drive`: whether leverage (liquidations of one side in 48 hours) and spot (net taker volume of the last
/// UTC day, towards the same side) reach their thresholds together or apart. Longs that are closed go with
/// selling.
void readDrive(const BriefData& data, Brief& brief);

} // namespace holdline
