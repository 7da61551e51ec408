// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/candlepage.h"
#include "models/feeds/jsonshapes.h"

#include <array>

namespace holdline {

/// What the venue calls its intervals. A plain `1D` opens at midnight in Hong Kong and is none of ours.
inline constexpr std::array<IntervalName, 6> okxIntervals{{{oneMinute, "1m"},
                                                           {fiveMinutes, "5m"},
                                                           {fifteenMinutes, "15m"},
                                                           {oneHour, "1H"},
                                                           {fourHours, "4H"},
                                                           {oneDay, "1Dutc"}}};

/// ts, open, high, low, close, vol, volCcy, volCcyQuote, confirm
using OkxCandleRow = TokenRow<9>;

/// Adds a candle, or the reason why not. Of spot `vol` is the base volume; of swaps, where `vol` counts
/// contracts, `volCcy` is.
void addOkxCandle(const OkxCandleRow& row, std::string_view symbol, CandleRecord frame, FeedRecords& records);

} // namespace holdline
