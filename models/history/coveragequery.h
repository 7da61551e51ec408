// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/seriesselection.h"

namespace holdline {

/// What is known about a series over the range, oldest first, entries cut at its borders: what is stored as
/// coverage, and the holes between candles of the finest interval as missing. `question.name` is the series.
/// Absent when no such series is stored.
[[nodiscard]] Result<std::optional<std::vector<Coverage>>> queryCoverage(Store& store,
                                                                         const SeriesQuestion& question);

} // namespace holdline
