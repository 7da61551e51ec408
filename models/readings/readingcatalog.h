// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// A family of readings: adds those that can be made, and says of the others why not.
using ReadingFamily = void (*)(const BriefData&, Brief&);

[[nodiscard]] const std::vector<ReadingFamily>& readingCatalog();

/// All readings at a time, the most unusual first; equally unusual ones in the order of the catalog.
[[nodiscard]] Brief makeBrief(const BriefData& data);

} // namespace holdline
