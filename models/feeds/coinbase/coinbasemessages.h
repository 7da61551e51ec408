// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedinstrument.h"
#include "models/feeds/feedrecords.h"
#include "models/feeds/jsonreader.h"
#include "models/feeds/reading.h"
#include "models/feeds/restrequest.h"
#include "models/feeds/route.h"

#include <span>

namespace holdline {

/// Reads one message of the Exchange stream: matches, tickers, heartbeats. The side of a match is the
/// maker's: `sell` means that the taker bought.
[[nodiscard]] Reading readCoinbaseMessage(JsonReader& json, const Route& route,
                                          std::span<const FeedInstrument> instruments, QByteArrayView bytes,
                                          FeedRecords& records);

/// Reads candles: rows of time (s), low, high, open, close, volume. Intervals without trades have no row.
[[nodiscard]] Reading readCoinbaseAnswer(JsonReader& json, const RestRequest& request, QByteArrayView bytes,
                                         FeedRecords& records);

} // namespace holdline
