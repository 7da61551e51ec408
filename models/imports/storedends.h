// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importsink.h"

#include <vector>

namespace holdline {

/// A row of a table that waits until it is known what rows of it cover.
struct PendingRow {
    UtcTime date; ///< as the file writes it
    UtcTime from;
    std::optional<UtcTime> to; ///< where the row tells
    std::optional<UtcTime> knownAt;
    std::vector<std::pair<std::size_t, Amount>> values; ///< place in the map, value
};

/// Few rows that begin where stored samples of their series do are later values of the same stretches: gives
/// them the ends of these, when all rows are so. When only some are, of one length: that length, which holds
/// for the others too. Rows that are the sums of stored samples over their own likely length correct none.
/// `keys`: of the series, by place in the map. `likely`: what the rows' own grid says.
[[nodiscard]] std::optional<Span> takeStoredEnds(ImportSink& sink, std::span<const SeriesKey> keys,
                                                 std::span<PendingRow> rows, std::optional<Span> likely);

} // namespace holdline
