// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/reading.h"

#include <optional>

namespace holdline {

/// The result of an auction of twenty-year bonds.
struct MofAuction {
    UtcTime date; ///< in Tokyo, as midnight UTC
    Amount cover; ///< competitive bids over bids accepted
    /// Basis points: yield at the lowest accepted price less that at the average price. Absent where one
    /// price held for all.
    std::optional<Amount> tail;
};

/// Reads the page of a day's result: a table with a line of headings and one of results, of which the first
/// cell names the security. A page without a byte, which was not there, and one of another security hold
/// none; one whose headings are not known, or with numbers that cannot be, is Rejected. `records` is cleared
/// first. Source: https://www.mof.go.jp/english/policy/jgbs/auction/calendar/index.htm
[[nodiscard]] Reading readMofAuction(QByteArrayView page, FeedRecords& records,
                                     std::optional<MofAuction>& auction);

} // namespace holdline
