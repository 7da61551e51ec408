// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <array>

namespace holdline {

inline constexpr qint64 secondsOfDay = 86'400;

/// Coins whose age lies in [from, to); seconds. A month has 30 days, a year 365, and the two years that end
/// the band before `2y-3y` are years.
struct AgeBand {
    const char* name;
    qint64 from;
    qint64 to;
};

/// No coin is as old.
inline constexpr qint64 endlessAge = qint64{1} << 40;

inline constexpr std::array<AgeBand, 13> ageBands{{
    {"0-1d", 0, secondsOfDay},
    {"1d-1w", secondsOfDay, 7 * secondsOfDay},
    {"1w-1m", 7 * secondsOfDay, 30 * secondsOfDay},
    {"1m-3m", 30 * secondsOfDay, 90 * secondsOfDay},
    {"3m-6m", 90 * secondsOfDay, 180 * secondsOfDay},
    {"6m-12m", 180 * secondsOfDay, 360 * secondsOfDay},
    {"12m-18m", 360 * secondsOfDay, 540 * secondsOfDay},
    {"18m-24m", 540 * secondsOfDay, 730 * secondsOfDay},
    {"2y-3y", 730 * secondsOfDay, 1095 * secondsOfDay},
    {"3y-5y", 1095 * secondsOfDay, 1825 * secondsOfDay},
    {"5y-7y", 1825 * secondsOfDay, 2555 * secondsOfDay},
    {"7y-10y", 2555 * secondsOfDay, 3650 * secondsOfDay},
    {"10y+", 3650 * secondsOfDay, endlessAge},
}};

/// The band of an age; an age below zero counts as zero.
[[nodiscard]] std::size_t bandOfAge(qint64 seconds);

/// The bands, and behind them short-term holders, long-term holders and all coins: one figure for each.
inline constexpr std::size_t shortTermCohort = ageBands.size();
inline constexpr std::size_t longTermCohort = shortTermCohort + 1;
inline constexpr std::size_t allCohort = longTermCohort + 1;
inline constexpr std::size_t cohortCount = allCohort + 1;
template <typename T>
using PerCohort = std::array<T, cohortCount>;

/// `0-1d` … `10y+`, `sth`, `lth`, `all`.
[[nodiscard]] const QStringList& cohortNames();
[[nodiscard]] QString cohortName(std::size_t cohort);
/// Whether a name is that of one of the ages.
[[nodiscard]] bool isAgeBand(const QString& name);

/// What makes a holder a long-term one.
struct HolderThreshold {
    enum class Rule {
        Hard,     ///< an age of so many days or more
        Logistic, ///< a weight that rises from 0 to 1 about so many days, ten days wide
    };
    Rule rule = Rule::Hard;
    int days = 155;

    [[nodiscard]] qint64 seconds() const { return days * secondsOfDay; }
    /// `< 155 d`, `logistic 155 d`: as a definition names it.
    [[nodiscard]] QString toText() const;
    bool operator==(const HolderThreshold&) const = default;
};

/// One whole of a weight; weights are whole numbers, so that sums stay exact.
inline constexpr qint64 wholeWeight = 1'000'000'000;
/// The share of coins of an age that a logistic threshold counts as long-term, in parts of `wholeWeight`,
/// rounded to the nearest: 1 / (1 + exp(-(a - days) / 10)), a in days; 0 from 55 days before the threshold
/// down and 1 from 55 days after it up.
/// Source: Glassnode, "Quantifying Bitcoin HODLer Supply", 2020.
[[nodiscard]] qint64 longTermWeight(const HolderThreshold& threshold, qint64 ageSeconds);
/// Ages at and beyond which the weight of a logistic threshold is 0 and 1.
inline constexpr int logisticReachDays = 55;

} // namespace holdline
