// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/jsontoken.h"

#include <string_view>

namespace holdline {

/// A liquidation as `allLiquidation` and `liquidation` write it.
struct BybitLiquidationTokens {
    JsonToken time; ///< ms
    JsonToken symbol;
    JsonToken side; ///< of the position: `Buy` is a long
    JsonToken quantity;
    JsonToken price; ///< of bankruptcy
};

/// Adds it to `records`, or the reason why not. `topicSymbol` stands in for a symbol that is not given.
void addBybitLiquidation(const BybitLiquidationTokens& tokens, std::string_view topicSymbol,
                         FeedRecords& records);

} // namespace holdline
