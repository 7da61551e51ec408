// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/marketreading.h"
#include "widgets/report/sheet.h"

namespace holdline {

/// The sentences that stand out, each with the number of its source, and the sources below. It is at least as
/// large as the view says, and as high as its text; a view without a size gives a width that reads well.
[[nodiscard]] Sheet briefSheet(const Brief& brief, const View& view, const ViewData& data);

} // namespace holdline
