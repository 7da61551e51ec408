// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/candlepage.h"
#include "models/feeds/feedinstrument.h"
#include "models/feeds/feedrecords.h"
#include "models/feeds/jsonreader.h"
#include "models/feeds/reading.h"
#include "models/feeds/restrequest.h"
#include "models/feeds/route.h"

#include <array>
#include <span>

namespace holdline {

/// What the venue calls its intervals: their minutes.
inline constexpr std::array<IntervalName, 6> krakenIntervals{{{oneMinute, "1"},
                                                              {fiveMinutes, "5"},
                                                              {fifteenMinutes, "15"},
                                                              {oneHour, "60"},
                                                              {fourHours, "240"},
                                                              {oneDay, "1440"}}};

/// Reads one message of the v2 stream: `ohlc`, `status`, `heartbeat`, answers to methods. No candle is ever
/// said to be closed: it is when a later one comes. Candles have no quote volume: the average price that is
/// told is rounded.
[[nodiscard]] Reading readKrakenMessage(JsonReader& json, const Route& route,
                                        std::span<const FeedInstrument> instruments, QByteArrayView bytes,
                                        FeedRecords& records);

/// Reads candles: rows of time (s), open, high, low, close, average price, volume, count.
[[nodiscard]] Reading readKrakenAnswer(JsonReader& json, const RestRequest& request, QByteArrayView bytes,
                                       FeedRecords& records);

} // namespace holdline
