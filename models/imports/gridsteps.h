// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"

#include <optional>
#include <vector>

namespace holdline {

/// The step between neighbouring times that comes most often; of equals the shortest.
struct GridStep {
    Span length{};
    qint64 votes = 0; ///< 0: fewer than two different times
};

/// `times` in any order, UTC ms.
[[nodiscard]] GridStep gridStep(std::vector<qint64> times);

/// The value that comes most often, of equals the least; absent for none.
[[nodiscard]] std::optional<qint64> mostFrequent(std::vector<qint64> values);

/// How a run of rows lies on the grid of its interval.
struct GridReport {
    qint64 gaps = 0;       ///< holes between the first and the last row
    Span missing{};        ///< their length in all
    qint64 duplicates = 0; ///< rows whose time an earlier row has
    qint64 outOfOrder = 0; ///< rows that step against the direction of the file; forwards unless newest first
    qint64 offGrid = 0;    ///< rows whose time is no start of an interval
    bool isNewestFirst = false;
};

/// Sorts `times`, which are in the file's order.
[[nodiscard]] GridReport gridReport(std::vector<qint64>& times, Interval interval);

/// `2,347 minutes`, `17 hours`, `3 days`: in the unit of the interval.
[[nodiscard]] QString spanWords(Span length, Interval interval);

} // namespace holdline
