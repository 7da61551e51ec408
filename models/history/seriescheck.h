// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <span>

namespace holdline {

/// What two sources say of one interval.
struct SampleDifference {
    UtcTime from;
    Amount first;
    Amount second;
    double pct = 0; ///< (second - first) / first x 100

    bool operator==(const SampleDifference&) const = default;
};

struct SampleComparison {
    qint64 intervals = 0; ///< that both have
    SampleDifference latest;
    SampleDifference largest; ///< by its size; of equal ones the latest
};

/// Compares samples interval by interval, both oldest first. What only one has, or the first has as zero,
/// does not count. Absent when nothing is left.
[[nodiscard]] std::optional<SampleComparison> compareSamples(std::span<const Sample> first,
                                                             std::span<const Sample> second);

/// One column of a series that two sources tell under the same definition.
struct SeriesCheck {
    QString name; ///< `cohort/sth`
    QString column;
    QString definition;
    QString firstSource; ///< the first made
    QString secondSource;
    SampleComparison comparison;
};

/// All such pairs of series whose name begins so (`cohort/`). Error: Storage.
[[nodiscard]] Result<std::vector<SeriesCheck>> checkSeries(Store& store, const QString& prefix);

/// A sentence when the latest difference is larger than that many per cent, else empty.
[[nodiscard]] QString warningOf(const SeriesCheck& check, double limitPct);

} // namespace holdline
