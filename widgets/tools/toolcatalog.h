// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tools/tool.h"

namespace holdline {

/// All tools, in the order of the tool bar.
[[nodiscard]] const std::vector<Tool>& toolCatalog();
/// Null when there is none with that id.
[[nodiscard]] const Tool* findTool(QStringView id);

/// Lays a drawing out by its tool.
[[nodiscard]] std::optional<MarkShape> layOutDrawing(const Drawing& drawing, const MarkScene& scene);

} // namespace holdline
