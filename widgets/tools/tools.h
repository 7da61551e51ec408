// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tools/tool.h"

namespace holdline {

// Each in a file of its own name.
[[nodiscard]] Tool horizontalLevelTool();
[[nodiscard]] Tool priceBandTool();
[[nodiscard]] Tool horizontalRayTool();
[[nodiscard]] Tool trendLineTool();
[[nodiscard]] Tool rayTool();
[[nodiscard]] Tool verticalLineTool();
[[nodiscard]] Tool crossLineTool();
[[nodiscard]] Tool rectangleTool();
[[nodiscard]] Tool arrowTool();
[[nodiscard]] Tool textNoteTool();
[[nodiscard]] Tool calloutTool();
[[nodiscard]] Tool priceLabelTool();
[[nodiscard]] Tool measureTool();
[[nodiscard]] Tool datePriceRangeTool();

} // namespace holdline
