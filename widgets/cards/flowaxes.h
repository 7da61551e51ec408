// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/fundflows.h"

namespace holdline {

/// Two value axes with one zero: of the stacked bars and of the running sum, in US dollars.
struct FlowAxes {
    double flowLow = -1;
    double flowHigh = 1;
    double sumLow = -1;
    double sumHigh = 1;
    double leastStack = 0; ///< deepest sum of outflows of one session, 0 or less
    double greatestStack = 0;
};

/// Both sides keep at least a tenth of the height, so that zero is never at an edge.
[[nodiscard]] FlowAxes flowAxes(const GroupedFlows& flows);

} // namespace holdline
