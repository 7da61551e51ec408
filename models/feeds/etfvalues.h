// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/jsontoken.h"

#include <map>
#include <optional>

namespace holdline {

/// Net flows of funds on bitcoin as providers tell them: the series `etf/btc/<fund>` and `etf/btc/total`, in
/// plain USD, by the date of a session in New York. Days are given as that date's midnight UTC.
[[nodiscard]] SeriesKey etfFlowKey(const QString& fund, const QString& source);
[[nodiscard]] inline SeriesKey etfTotalKey(const QString& source)
{
    return etfFlowKey(QStringLiteral("total"), source);
}
[[nodiscard]] DailyRecord etfFlowRecord(const SeriesKey& key, std::vector<DayValue> values);

/// A fund's ticker in capitals, whichever it is; empty when it is none.
[[nodiscard]] QString fundOf(const JsonToken& token);
/// A flow of less than a trillion dollars either way.
[[nodiscard]] std::optional<Amount> flowOf(const JsonToken& token);
/// Whether there is nothing, or what stands for nothing: `null`, `""`, `"-"`, `"–"`.
[[nodiscard]] bool isNotReported(const JsonToken& token);

/// Flows by fund (`IBIT`), oldest first, each day once.
using FundValues = std::map<QString, std::vector<DayValue>>;

/// Whether every fund that reported in the ten days before, of those on which any did, has a value on that
/// day. Until then its total is a sum of some. False when no fund is known at all.
[[nodiscard]] bool haveAllReported(const FundValues& funds, UtcTime day);
/// Takes the newest day out of a total when not all have reported for it, and says so.
void holdBackNewest(std::vector<DayValue>& total, const FundValues& funds, std::vector<QString>& rejects);

} // namespace holdline
