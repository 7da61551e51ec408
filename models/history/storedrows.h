// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <map>
#include <optional>
#include <vector>

namespace holdline {

/// What a store holds of a series, asked by its key; nothing when there is no such series. Which series there
/// are is asked once and remembered. Errors: Storage.
class StoredRows {
public:
    explicit StoredRows(Store& store) : m_store(store) {}

    [[nodiscard]] Result<std::vector<Interval>> intervals(const SeriesKey& key); ///< of candles, finest first
    [[nodiscard]] Result<std::vector<Candle>> candles(const SeriesKey& key, Interval interval,
                                                      TimeRange range);
    [[nodiscard]] Result<std::vector<Sample>> samples(const SeriesKey& key, TimeRange range);

private:
    Store& m_store;
    std::map<SeriesKey, std::optional<StoredSeries>> m_series;

    [[nodiscard]] Result<std::optional<StoredSeries>> series(const SeriesKey& key, SeriesKind kind);
};

} // namespace holdline
