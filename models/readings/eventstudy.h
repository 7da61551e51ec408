// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/amount.h"
#include "models/market/sample.h"

#include <QString>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace holdline {

/// How long after an occurrence is looked at.
inline constexpr std::array<Span, 4> studySpans{std::chrono::hours{1}, std::chrono::hours{24},
                                                std::chrono::hours{72}, std::chrono::hours{168}};
/// The fan reaches over the last span in steps of an hour.
inline constexpr int fanSteps = 168;

/// Something that happened before.
struct StudyOccurrence {
    UtcTime at; ///< from when it was known
    QString title;

    bool operator==(const StudyOccurrence&) const = default;
};

/// The close of a candle.
struct TimedClose {
    UtcTime at; ///< close time
    Price close;
};

/// An amount over [from, to), as `Sample`; several kinds of flow.
enum class StudyFlow { LongLiquidations, NetTaker, FundFlow };
inline constexpr std::size_t studyFlowCount = 3;

/// What a study looks at, all known at `asOf`, all oldest first.
struct StudyData {
    UtcTime asOf;
    std::vector<StudyOccurrence> occurrences;
    std::vector<TimedClose> closes;
    Span closeStep{};                                      ///< length of their candles
    std::array<std::vector<Sample>, studyFlowCount> flows; ///< each reaches to the next value that may come
    std::array<Span, studyFlowCount> flowSteps{};          ///< shorter spans know nothing of it; zero: any
};

/// What followed one occurrence, over each span; absent where the span reaches beyond the as-of time or what
/// is stored. The price at a time is that of the last candle that closed by then. Flows that lie within the
/// span count; without any of them the sum is absent, not zero.
struct StudyRow {
    StudyOccurrence occurrence;
    std::array<std::optional<double>, studySpans.size()> priceChangePct = {};
    std::array<std::array<std::optional<double>, studyFlowCount>, studySpans.size()> flowUsd = {};
    /// Whether it counts in the summary of that span: false where an earlier one that counts is less than the
    /// span before it, so that no time counts twice.
    std::array<bool, studySpans.size()> counts = {};
};

/// Median and quartiles of those that count and are known.
struct StudySummary {
    int count = 0;
    int overlapping = 0; ///< left out, as their time counts already
    int running = 0;     ///< not over at the as-of time, or not stored
    std::optional<double> lowerQuartile;
    std::optional<double> median;
    std::optional<double> upperQuartile;
};

/// The price an hour after another, in per cent of the price at the occurrence.
struct FanStep {
    std::optional<double> lowerQuartile;
    std::optional<double> median;
    std::optional<double> upperQuartile;
    int count = 0;
};

struct EventStudy {
    std::vector<StudyRow> rows; ///< oldest first
    std::array<StudySummary, studySpans.size()> price;
    std::array<std::array<StudySummary, studyFlowCount>, studySpans.size()> flows;
    std::vector<FanStep> fan; ///< of 0, 1, … fanSteps hours; of the occurrences that count over the last span
};

/// What followed earlier occurrences. One after the as-of time is not looked at.
[[nodiscard]] EventStudy studyOf(const StudyData& data);

/// Fewer than that many are said to be too few to learn from.
inline constexpr int fewestForStudy = 8;

} // namespace holdline
