// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/storedrows.h"

namespace holdline {

Result<std::optional<StoredSeries>> StoredRows::series(const SeriesKey& key, SeriesKind kind)
{
    const auto asked = m_series.find(key);
    if (asked != m_series.end())
        return asked->second;
    const auto found = m_store.find(key.name);
    if (found.hasError())
        return found.error();
    auto& stored = m_series[key];
    for (const auto& series : found.value()) {
        if (series.key == key && series.kind == kind)
            stored = series;
    }
    return stored;
}

Result<std::vector<Interval>> StoredRows::intervals(const SeriesKey& key)
{
    const auto stored = series(key, SeriesKind::Candles);
    if (stored.hasError())
        return stored.error();
    return stored.value() ? stored.value()->intervals : std::vector<Interval>();
}

Result<std::vector<Candle>> StoredRows::candles(const SeriesKey& key, Interval interval, TimeRange range)
{
    const auto stored = series(key, SeriesKind::Candles);
    if (stored.hasError())
        return stored.error();
    return stored.value() ? m_store.candles(stored.value()->id, interval, range) : std::vector<Candle>();
}

Result<std::vector<Sample>> StoredRows::samples(const SeriesKey& key, TimeRange range)
{
    const auto stored = series(key, SeriesKind::Samples);
    if (stored.hasError())
        return stored.error();
    return stored.value() ? m_store.samples(stored.value()->id, range) : std::vector<Sample>();
}

} // namespace holdline
