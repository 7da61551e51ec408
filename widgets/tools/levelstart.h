// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tools/tool.h"

namespace holdline {

/// A level between the prices of the anchors, without a life.
[[nodiscard]] Level levelFrom(const ToolStart& start);

} // namespace holdline
