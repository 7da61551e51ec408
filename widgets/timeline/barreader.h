// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/viewdata.h"

namespace holdline {

/// The candle of the view's interval that begins at a time, in words for reading aloud: `21 Jan 17:00, open
/// 87,602, high 88,290, low 87,264, close 87,932`. A gap is said to be one.
[[nodiscard]] QString barWords(const ViewData& data, const View& view, UtcTime open);

/// The pane's name for people.
[[nodiscard]] QString paneTitle(const ViewData& data, const PaneSpec& pane);

} // namespace holdline
