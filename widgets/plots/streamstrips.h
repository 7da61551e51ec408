// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timescale.h"
#include "models/views/viewdata.h"
#include "widgets/plots/canvas.h"

#include <vector>

namespace holdline {

/// A stretch of a strip, in device px.
struct StripShape {
    QRect rect;
    CoverageState state = CoverageState::Known;
    bool operator==(const StripShape&) const = default;
};

/// Height of the strips at the foot of a pane with the air above them, device-independent px; 0 where the
/// pane has no stream that Holdline records.
[[nodiscard]] int stripsHeight(const PaneData& data);

/// One strip a stream, in their order from the top, at the foot of the plot: what each knows of the visible
/// time. Where it has no entry there is nothing. Between neighbours the one that is missing wins the pixel.
[[nodiscard]] std::vector<StripShape> layOutStrips(const PaneData& data, const TimeScale& time,
                                                   const QRect& plot, PixelGrid grid);

/// The colour of a stretch: what is missing stands out, what was never recorded recedes.
[[nodiscard]] QColor stripColour(const Inks& inks, CoverageState state);

void paintStrips(const Canvas& canvas, const std::vector<StripShape>& strips);

} // namespace holdline
