// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"

#include <QStringList>

namespace holdline {

// Answers are `{"code":0,"message":"success","data":[…]}`, `{…,"data":{"list":[…]}}` or a bare list; rows
// come in any order. Another code than 0 is Refused, 429 RateLimited, 5xx Unavailable, whatever HTTP said.
// `records` is cleared first. Source: https://sosovalue-1.gitbook.io/sosovalue-api-doc

/// Reads rows such as `{"date":"2026-01-20","total_net_inflow":-151200000.5}` by the name of their flow, in
/// plain USD. A flow may also be `{"value":…,"status":"1"}`; any other status, there or in the row, means
/// that it is not reported yet, and it is left out like `null` and a dash. A row that cannot be read is left
/// out with a reject.
[[nodiscard]] Reading readSosovalueFlows(JsonReader& json, std::string_view flowName, QByteArrayView bytes,
                                         FeedRecords& records, std::vector<DayValue>& values);

/// Reads the tickers of rows such as `{"ticker":"IBIT",…}`, each once, in their order.
[[nodiscard]] Reading readSosovalueFunds(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                         QStringList& funds);

} // namespace holdline
