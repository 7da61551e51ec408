// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <optional>
#include <span>
#include <vector>

namespace holdline {

/// Amounts by time, to be summed over many ranges.
class TimedSums final {
public:
    /// Times never go back.
    void add(UtcTime time, Amount amount);
    [[nodiscard]] bool hasAnyIn(TimeRange range) const;
    [[nodiscard]] Amount sumOver(TimeRange range) const;
    /// Absent when nothing is recorded in `life`.
    [[nodiscard]] std::optional<Amount> sumOver(std::span<const TimeRange> ranges, TimeRange life) const;

private:
    [[nodiscard]] std::size_t firstFrom(UtcTime time) const;

    std::vector<UtcTime> m_times;
    std::vector<Amount> m_sums; ///< up to and with each
};

} // namespace holdline
