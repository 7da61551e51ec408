// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedinstrument.h"
#include "models/feeds/feedrecords.h"
#include "models/feeds/jsonreader.h"
#include "models/feeds/okx/okxcontracts.h"
#include "models/feeds/reading.h"
#include "models/feeds/restrequest.h"
#include "models/feeds/route.h"

#include <span>

namespace holdline {

/// Reads one message of the public and business streams of v5: candles, `liquidation-orders`, events, and the
/// bare text `pong`.
[[nodiscard]] Reading readOkxMessage(JsonReader& json, const Route& route,
                                     std::span<const FeedInstrument> instruments,
                                     const OkxContracts& contracts, QByteArrayView bytes,
                                     FeedRecords& records);

/// Reads the envelope of a v5 answer: candles, or the table of contracts, which goes into `contracts`.
[[nodiscard]] Reading readOkxAnswer(JsonReader& json, const RestRequest& request,
                                    std::span<const FeedInstrument> instruments, OkxContracts& contracts,
                                    QByteArrayView bytes, FeedRecords& records);

} // namespace holdline
