// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/store/store.h"

#include <vector>

namespace holdline {

/// One stored series, what it covers and where it came from.
struct SourceEntry {
    StoredSeries series;
    SeriesExtent extent;
};

/// All that is stored, by key.
[[nodiscard]] Result<std::vector<SourceEntry>> loadSourceEntries(Store& store);

} // namespace holdline
