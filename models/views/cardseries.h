// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "models/views/indexedline.h"

namespace holdline {

/// Of the stored series with that name and column the one that reaches farthest, of equals the first made;
/// absent when none has a row. Two sources are never mixed.
[[nodiscard]] Result<std::optional<StoredSeries>> chooseSeries(Store& store, const QString& name,
                                                               const QString& column);

/// The last close of each bucket of the range, at the time it was made, oldest first. Error: Storage.
[[nodiscard]] Result<std::vector<TimedValue>> closesOf(Store& store, const StoredSeries& candles,
                                                       TimeRange range, Interval bucket,
                                                       std::optional<UtcTime> asOf);

/// The values of samples at the end of their interval.
[[nodiscard]] std::vector<TimedValue> endValues(const std::vector<Sample>& samples);

} // namespace holdline
