// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QString>

#include <optional>
#include <vector>

namespace holdline {

struct TimedValue {
    qint64 msecs = 0; ///< UTC; when the value was reached, so the close time of a candle
    double value = 0;

    bool operator==(const TimedValue&) const = default;
};

/// Closes of one asset with the first of them as 100.
struct IndexedLine {
    QString symbol = {};            ///< `ETH`
    std::vector<TimedValue> points; ///< oldest first, at most a few hundred; empty: no record in the range
    std::optional<double> changePct = {}; ///< last against first close in per cent
    QString source = {};

    bool operator==(const IndexedLine&) const = default;
};

/// Indexes closes to 100; those that are not above zero are left out.
[[nodiscard]] IndexedLine indexCloses(const QString& symbol, const std::vector<TimedValue>& closes);

/// The assets that are watched, in the order of the legend.
[[nodiscard]] const std::vector<QString>& watchedSymbols();

} // namespace holdline
