// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timelinelayout.h"
#include "models/views/view.h"

namespace holdline {

[[nodiscard]] bool isAutoscaled(const PaneSpec& pane);
/// Shows that part of the axis; a range that is none is ignored.
void setValues(PaneSpec& pane, const ValueScale& shown);
void setAutoscaled(PaneSpec& pane);
/// A range that a logarithm has no place for is given up.
void setLogarithmic(PaneSpec& pane, bool logarithmic);

/// Moves the border below the shown pane by dy device px; the two panes that share it keep their sum. No pane
/// gets lower than least device px. Collapsed panes are passed over.
void moveBorder(View& view, const TimelineLayout& layout, int border, double dy, double least);
/// All panes that are not collapsed get one height.
void equalisePanes(View& view);
/// Shows the pane alone, or all again.
void toggleMaximised(View& view, const QString& kind);
/// Reduces the pane to its title line, or restores it; the last open pane stays.
void toggleCollapsed(View& view, int pane);

/// Shows a pane of that kind as the lowest, or takes it away; the last pane stays.
void togglePane(View& view, const QString& kind);

} // namespace holdline
