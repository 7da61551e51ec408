// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timescale.h"
#include "models/scales/valuescale.h"
#include "models/series/candleseries.h"

#include <QRect>

#include <span>
#include <vector>

namespace holdline {

/// Widths in device pixels of candles that lie `spacing` device px apart. The body is as odd or even as the
/// wick, so that the wick stands in its middle, and leaves a gap to its neighbour where there is room.
struct CandleWidths {
    int body = 1;
    int wick = 1;
    bool operator==(const CandleWidths&) const = default;
};
[[nodiscard]] CandleWidths candleWidths(double spacing, int wick);

/// Candles as rectangles on whole device pixels, grouped by colour; the buffers are kept.
struct CandleShapes {
    std::vector<QRect> up; ///< wicks and bodies of close >= open
    std::vector<QRect> down;
    std::vector<QRect> hollow; ///< insides of rising bodies wide enough, to be filled with the ground

    void clear();
};

/// Candles that meet the clip's columns. Bars are oldest first.
void layOutCandles(std::span<const CandleBar> bars, Interval bucket, const TimeScale& time,
                   const ValueScale& values, const QRect& clip, int wick, CandleShapes& out);

} // namespace holdline
