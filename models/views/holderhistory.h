// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "models/views/steprun.h"

#include <optional>

namespace holdline {

/// One series over the shown time, from one source under one definition.
struct HistoryLine {
    QString name = {}; ///< of what: `1d-1w`, `sth`
    std::vector<StepRun> runs = {};
    std::optional<double> last = {}; ///< of the last run
    std::optional<UtcTime> lastAt =
        {}; ///< end of the time that it holds for; of a day that goes on, when it was known
    QString source = {};
    QString definition = {};

    [[nodiscard]] bool isEmpty() const { return runs.empty(); }
    bool operator==(const HistoryLine&) const = default;
};

/// What holders paid, lost and realized over time, with the price.
struct HolderHistory {
    TimeRange range = {};
    HistoryLine price = {};
    std::vector<HistoryLine> bases = {}; ///< bands with a cost basis in the range, as cohortNames() has them
    HistoryLine lossShare = {};          ///< of short-term holders: share of their supply in loss, 0 to 1
    std::vector<HistoryLine> sopr = {};  ///< `sth` and `adjusted`; where neither is stored `all`
};

inline constexpr Span leastHistory = std::chrono::hours{24 * 90};

/// The view's range up to the moment, and at least the 90 days before it.
[[nodiscard]] TimeRange historyRange(TimeRange view, UtcTime at);
/// A day, or what gives no more than about 400 steps in the range.
[[nodiscard]] Interval historyStep(TimeRange range);

/// All but the price. Of several sources of one series the one that chooseSeries() takes. Error: Storage.
[[nodiscard]] Result<HolderHistory> loadHolderHistory(Store& store, TimeRange range,
                                                      std::optional<UtcTime> asOf);

} // namespace holdline
