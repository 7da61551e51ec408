// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/serieslist.h"

#include <algorithm>

namespace holdline {

namespace {

bool isSame(const SeriesEntry& entry, const StoredSeries& series)
{
    return entry.name == series.key.name && entry.source == series.key.source &&
           entry.definition == series.key.definition && entry.kind == series.kind;
}

void absorb(SeriesExtent& extent, const SeriesExtent& column)
{
    if (extent.rows == 0) {
        extent = column;
        return;
    }
    if (column.rows == 0)
        return;
    extent.range = {std::min(extent.range.from, column.range.from),
                    std::max(extent.range.to, column.range.to)};
    extent.rows = std::max(extent.rows, column.rows);
    extent.gaps = std::max(extent.gaps, column.gaps);
}

} // namespace

Result<std::vector<SeriesEntry>> listSeries(Store& store)
{
    auto stored = store.list();
    if (stored.hasError())
        return stored.error();
    std::sort(stored.value().begin(), stored.value().end(),
              [](const StoredSeries& a, const StoredSeries& b) { return a.id < b.id; });
    std::vector<SeriesEntry> entries;
    for (const StoredSeries& series : stored.value()) {
        const auto extent = store.extent(series.id);
        if (extent.hasError())
            return extent.error();
        auto entry = std::find_if(entries.begin(), entries.end(),
                                  [&](const SeriesEntry& candidate) { return isSame(candidate, series); });
        if (entry == entries.end())
            entry = entries.insert(
                entries.end(),
                {series.key.name, series.kind, series.key.source, series.key.definition, series.unit, {}});
        absorb(entry->extent, extent.value());
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const SeriesEntry& a, const SeriesEntry& b) { return a.name < b.name; });
    return entries;
}

} // namespace holdline
