// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/sourceentry.h"

namespace holdline {

Result<std::vector<SourceEntry>> loadSourceEntries(Store& store)
{
    auto series = store.list();
    if (series.hasError())
        return series.error();
    std::vector<SourceEntry> entries;
    entries.reserve(series.value().size());
    for (const auto& stored : series.value()) {
        const auto extent = store.extent(stored.id);
        if (extent.hasError())
            return extent.error();
        entries.push_back({stored, extent.value()});
    }
    return entries;
}

} // namespace holdline
