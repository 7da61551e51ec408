// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/coverage.h"
#include "models/scales/timescale.h"
#include "widgets/plots/canvas.h"

#include <QLine>

#include <vector>

namespace holdline {

/// Rising diagonals inside a rectangle, `step` device px apart, fixed to `anchor`, so that they move with the
/// time they mark.
[[nodiscard]] std::vector<QLine> hatchLines(const QRect& rect, int step, int anchor);

/// Hatches the time that is not known and says so where there is room.
void paintUnknown(const Canvas& canvas, const std::vector<Coverage>& coverage, const TimeScale& time,
                  const QRect& plot, int textTop);

} // namespace holdline
