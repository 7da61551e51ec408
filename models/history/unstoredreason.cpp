// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/unstoredreason.h"

#include <algorithm>

namespace holdline {

QString unstoredReason(const FeedRecords& records, const Reading& reading)
{
    const bool hasClosed = std::any_of(records.candles.begin(), records.candles.end(),
                                       [](const CandleRecord& record) { return record.isClosed; });
    if (hasClosed || !records.liquidations.empty() || !records.gauges.empty() || !records.dailies.empty())
        return {};
    if (!records.rejects.empty())
        return records.rejects.front();
    if (!reading.reason.isEmpty())
        return reading.reason;
    if (!records.candles.empty())
        return QStringLiteral("its candle is still open");
    if (!records.trades.empty())
        return QStringLiteral("a trade moves the open candle and is not stored");
    if (!records.days.empty())
        return QStringLiteral("figures of the last 24 hours are shown, not stored");
    if (records.serverTime)
        return QStringLiteral("it tells the venue's time");
    if (reading.kind == Reading::Kind::Acknowledged || reading.kind == Reading::Kind::Alive)
        return QStringLiteral("it says that the connection lives");
    return QStringLiteral("an event that Holdline does not use");
}

} // namespace holdline
