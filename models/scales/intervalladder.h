// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "models/scales/timescale.h"

namespace holdline {

/// The interval to draw candles at: the wanted one, or, while it would be narrower than minPixels (device
/// px), the first of 1m 2m 3m 5m 10m 15m 30m 1h 2h 3h 4h 6h 8h 12h 1d 2d 3d 1w 2w 4w 8w and so on that is a
/// multiple of it and wide enough.
[[nodiscard]] Interval drawnInterval(Interval wanted, const TimeScale& scale, double minPixels);

/// The same for bars of flows, which read better at fewer lengths: 1m 5m 15m 1h 4h 1d 1w 2w 4w and so on.
[[nodiscard]] Interval drawnFlowInterval(Interval wanted, const TimeScale& scale, double minPixels);

} // namespace holdline
