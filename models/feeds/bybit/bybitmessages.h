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

/// What the venue calls its intervals, in topics and in questions.
inline constexpr std::array<IntervalName, 6> bybitIntervals{{{oneMinute, "1"},
                                                             {fiveMinutes, "5"},
                                                             {fifteenMinutes, "15"},
                                                             {oneHour, "60"},
                                                             {fourHours, "240"},
                                                             {oneDay, "D"}}};

/// The instruments that one route tells of, and the index of the first among the feed's.
struct BybitInstruments {
    std::span<const FeedInstrument> followed;
    int first = 0;
};

/// Reads one message of a public v5 stream: `kline`, `allLiquidation` and its forerunner `liquidation`,
/// answers to subscriptions and pings. The side of a liquidation is that of the position. Liquidations of
/// inverse contracts, which count dollars, give no record.
[[nodiscard]] Reading readBybitMessage(JsonReader& json, const Route& route, BybitInstruments instruments,
                                       QByteArrayView bytes, FeedRecords& records);

/// Reads the envelope of a v5 answer and what the question was for.
[[nodiscard]] Reading readBybitAnswer(JsonReader& json, const RestRequest& request, QByteArrayView bytes,
                                      FeedRecords& records);

} // namespace holdline
