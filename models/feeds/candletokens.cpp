// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/candletokens.h"

#include "models/feeds/candlerecords.h"

namespace holdline {

namespace {

bool readPrice(const JsonToken& token, Price& price)
{
    const auto read = token.price();
    price = read.value_or(Price{});
    return read.has_value();
}

/// A sentence when it is no candle, else nothing.
QString fill(Candle& candle, const CandleTokens& tokens)
{
    if (!readPrice(tokens.open, candle.open) || !readPrice(tokens.high, candle.high) ||
        !readPrice(tokens.low, candle.low) || !readPrice(tokens.close, candle.close))
        return QStringLiteral("a candle has a price that is none");
    if (!isPossible(candle))
        return QStringLiteral("a candle's high and low do not hold its open and close");
    if (!readOptional(tokens.volume, candle.volume) || !readOptional(tokens.quoteVolume, candle.quoteVolume))
        return QStringLiteral("a candle has a volume that is none");
    if (!readOptional(tokens.trades, candle.trades))
        return QStringLiteral("a candle has a count of trades that is none");
    return {};
}

} // namespace

void addCandle(const CandleTokens& tokens, std::optional<UtcTime> openTime, const CandleRecord& frame,
               FeedRecords& records)
{
    CandleRecord record = frame;
    const QString flaw =
        openTime ? fill(record.candle, tokens) : QStringLiteral("a candle has no readable open time");
    if (!flaw.isEmpty()) {
        records.rejects.push_back(flaw);
        return;
    }
    record.candle.openTime = *openTime;
    records.candles.push_back(record);
}

} // namespace holdline
