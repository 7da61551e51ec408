// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/viewdata.h"

namespace holdline {

/// What is shown while nobody has said otherwise: thirteen days that end with the last candle and some
/// future, or all data when they are fewer; empty when there are none.
[[nodiscard]] TimeRange openingRange(const ViewData& data);

} // namespace holdline
