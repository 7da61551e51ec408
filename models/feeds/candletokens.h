// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/jsontoken.h"

namespace holdline {

/// A candle as a venue writes it. A token that is not given is a column that the venue does not have.
struct CandleTokens {
    JsonToken open = {};
    JsonToken high = {};
    JsonToken low = {};
    JsonToken close = {};
    JsonToken volume = {};
    JsonToken quoteVolume = {};
    JsonToken trades = {};
};

/// Adds a candle to `records` or, when there cannot be such a candle, the reason. `frame` is what is known
/// besides; without a time the candle is rejected. Volumes and trades that are null or empty are absent;
/// those that are no numbers reject the candle, as do a price of 0 or less and a high or low that does not
/// hold open and close.
void addCandle(const CandleTokens& tokens, std::optional<UtcTime> openTime, const CandleRecord& frame,
               FeedRecords& records);

} // namespace holdline
