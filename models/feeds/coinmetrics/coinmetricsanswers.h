// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"

#include <QString>

namespace holdline {

/// Values of one metric, and where it goes on.
struct CoinmetricsPage {
    std::vector<DayValue> values; ///< oldest first
    QString nextToken;            ///< names the next page; empty: this is the last
};

/// Reads `{"data":[{"asset":"btc","time":"2026-11-01T00:00:00.000000000Z","FlowInExUSD":"2100.5"}],
/// "next_page_token":"…","next_page_url":"…"}`. A day without the metric has no value; a row that cannot be
/// read is left out with a reject. `{"error":{"type":"forbidden","message":"…"}}` is Refused, whatever HTTP
/// said. `records` is cleared first. Source: https://docs.coinmetrics.io/api/v4
[[nodiscard]] Reading readCoinmetrics(JsonReader& json, std::string_view metric, QByteArrayView bytes,
                                      FeedRecords& records, CoinmetricsPage& page);

} // namespace holdline
