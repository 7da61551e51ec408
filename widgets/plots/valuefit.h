// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/panebars.h"
#include "widgets/plots/pixelgrid.h"

namespace holdline {

/// The value scale of a pane: the one its spec fixes, else one that fits the visible bars and the levels near
/// them with some air. Never without height.
[[nodiscard]] ValueScale fittedScale(const PaneSpec& spec, const PaneBars& bars, const View& view,
                                     const ViewData& data, TimeRange visible, const QRect& plot,
                                     PixelGrid grid);

} // namespace holdline
