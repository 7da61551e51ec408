// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"

#include <optional>
#include <vector>

namespace holdline {

/// What the times of a file's rows say about the interval that each row covers.
struct GuessedInterval {
    Interval interval;
    bool isClear = false; ///< many rows say so; a guess from few may be undone by what is stored

    bool operator==(const GuessedInterval&) const = default;
};

/// `times` in any order, UTC ms, repeats allowed; absent for fewer than two different ones. Many rows: the
/// usual interval (`1s`, `1m` … `1w`) that at least half of the spacings are, at least twenty. Few rows, or
/// rows with many holes: the longest usual interval of which all spacings are multiples; rather than one
/// below a minute, the longest that nine of ten rows keep. Else the commonest spacing; so too for midnights
/// four weeks and more apart: months and quarters are no multiples of anything.
[[nodiscard]] std::optional<GuessedInterval> guessInterval(std::vector<qint64> times);

} // namespace holdline
