// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/amount.h"
#include "models/market/interval.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace holdline {

/// The values of several columns over one stretch of time.
struct ValueRow {
    UtcTime from;
    UtcTime to;
    UtcTime knownAt;                           ///< not before the latest of its parts was
    std::vector<std::optional<Amount>> values; ///< one a column; absent when not known

    bool operator==(const ValueRow&) const = default;
};

/// Rows, oldest first (by from, then to), under the names of their columns.
struct ValueTable {
    QStringList columns;
    std::vector<ValueRow> rows;
};

/// How values of one bucket become one.
enum class Bucketing {
    Sum,  ///< of flows
    Last, ///< of stocks and prices
};

/// Merges rows into one for each bucket that holds their beginning; longer rows than a bucket are left out.
/// Absent where all are absent. A sum is known from the end of its bucket on, but for one that is still
/// running at the asked time.
[[nodiscard]] std::vector<ValueRow> bucketRows(const std::vector<ValueRow>& rows, Interval interval,
                                               Bucketing bucketing, std::optional<UtcTime> asOf = {});

/// Length of the longest row; zero when there is none.
[[nodiscard]] Span longestRow(const std::vector<ValueRow>& rows);

} // namespace holdline
