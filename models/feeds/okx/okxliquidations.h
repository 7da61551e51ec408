// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/jsontoken.h"
#include "models/feeds/okx/okxcontracts.h"

#include <string_view>

namespace holdline {

/// One of the `details` of a contract.
struct OkxLiquidationTokens {
    JsonToken time;         ///< ms
    JsonToken side;         ///< of the order: `buy` closes a short
    JsonToken positionSide; ///< `long`, `short`, or `net`, which leaves it to the order
    JsonToken size;         ///< contracts
    JsonToken price;        ///< of bankruptcy
};

/// Adds it to `records`, or the reason why not.
void addOkxLiquidation(std::string_view instrument, const OkxLiquidationTokens& tokens,
                       const OkxContracts& contracts, FeedRecords& records);

} // namespace holdline
