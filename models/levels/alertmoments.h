// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/alert.h"
#include "models/levels/levelledger.h"

#include <span>

namespace holdline {

/// When a condition came true. The same data give the same moment, whoever looks.
struct AlertMoment {
    UtcTime at;      ///< beginning of the candle, minute or day that it lies in
    UtcTime knownAt; ///< its end: an alert that is armed before that looks at it
    QString words;

    bool operator==(const AlertMoment&) const = default;
};

/// A value from a moment on; absent: unknown from then on.
struct AlertValue {
    UtcTime at;
    UtcTime knownAt;
    std::optional<Amount> value;

    bool operator==(const AlertValue&) const = default;
};

/// Open times of the candles that touch a level, as its ledger has them. Candles are of one interval, oldest
/// first; nothing met the level in the hour before the first.
[[nodiscard]] std::vector<AlertMoment> touchMoments(const Level& level, const LevelEdges& edges,
                                                    std::span<const LedgerCandle> candles, Interval interval);
/// Close times of the first close beyond after one that was not; a missing close does not part the two.
[[nodiscard]] std::vector<AlertMoment> closeMoments(const Level& level, const LevelEdges& edges,
                                                    std::span<const JudgedClose> closes);
/// Close times at which the state became one of `states` (empty: any) from another known one.
[[nodiscard]] std::vector<AlertMoment> stateMoments(const Level& level, std::span<const LevelState> rows,
                                                    const QStringList& states);
/// When the last known value was on the other side; `isEach`: each value on this side is news by itself.
[[nodiscard]] std::vector<AlertMoment> valueMoments(const AlertCondition& condition,
                                                    std::span<const AlertValue> values, bool isEach);

/// When a price reached the value though the close before it had not: it is that of the whole candle that
/// counts. Candles are of one interval, oldest first.
[[nodiscard]] std::vector<AlertMoment> priceMoments(const AlertCondition& condition,
                                                    std::span<const LedgerCandle> candles, Interval interval);

/// What came within one step of time.
struct FlowStep {
    UtcTime from;
    Amount sum;
};
/// Sums over the span that ends with each step from `from` on, told at the step's beginning. Steps lie on the
/// grid of `step` and come oldest first; one that is not there adds nothing, or, where every step must be
/// known, makes the sum unknown.
[[nodiscard]] std::vector<AlertValue> runningSums(std::span<const FlowStep> steps, Span step, Span over,
                                                  TimeRange range, bool needsEach);

} // namespace holdline
