// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

namespace holdline {

/// The side of the position that was closed by force (not of the order that closed it).
enum class PositionSide { Long, Short };

/// One forced order. Two equal tuples in one message or file are two orders.
struct Liquidation {
    UtcTime time;
    PositionSide side = PositionSide::Long;
    Price price;       ///< average price in the quote currency
    Quantity quantity; ///< base asset
    Amount usd;        ///< filled quantity x average price

    auto operator<=>(const Liquidation&) const = default;
};

} // namespace holdline
