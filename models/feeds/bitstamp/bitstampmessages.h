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

/// `live_trades_btcusd`
[[nodiscard]] QByteArray bitstampTradeChannel(const FeedInstrument& instrument);

/// Reads one message of the stream: trades and what the venue says of the connection. Trades have no id,
/// because the venue's do not come in order.
[[nodiscard]] Reading readBitstampMessage(JsonReader& json, const Route& route,
                                          std::span<const FeedInstrument> instruments, QByteArrayView bytes,
                                          FeedRecords& records);

/// Reads candles. Those that lie closer together than was asked are of another interval: the answer is
/// rejected.
[[nodiscard]] Reading readBitstampAnswer(JsonReader& json, const RestRequest& request, QByteArrayView bytes,
                                         FeedRecords& records);

} // namespace holdline
