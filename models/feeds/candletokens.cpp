// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/candletokens.h"

namespace holdline {

namespace {

bool takePrice(const JsonToken& token, Price& price)
{
    const auto read = token.price();
    price = read.value_or(Price{});
    return read.has_value();
}

/// False when there is something that is no volume.
bool takeVolume(const JsonToken& token, std::optional<Amount>& volume)
{
    volume = token.volume();
    return volume || token.isLeftOut();
}

bool takeTrades(const JsonToken& token, std::optional<qint64>& trades)
{
    trades = token.integer();
    return trades ? *trades >= 0 : token.isLeftOut();
}

/// Why the tokens are no candle, or an empty text.
QString readCandle(const CandleTokens& tokens, Candle& candle)
{
    if (!takePrice(tokens.open, candle.open) || !takePrice(tokens.high, candle.high) ||
        !takePrice(tokens.low, candle.low) || !takePrice(tokens.close, candle.close))
        return QStringLiteral("a candle with something else than a price above 0");
    if (candle.high < candle.low)
        return QStringLiteral("a candle whose high is below its low");
    if (!takeVolume(tokens.volume, candle.volume) || !takeVolume(tokens.quoteVolume, candle.quoteVolume))
        return QStringLiteral("a candle with something else than a volume of 0 or more");
    if (!takeTrades(tokens.trades, candle.trades))
        return QStringLiteral("a candle with something else than a count of trades");
    return {};
}

} // namespace

void addCandle(const CandleTokens& tokens, std::optional<UtcTime> openTime, const CandleRecord& frame,
               FeedRecords& records)
{
    CandleRecord record = frame;
    const QString fault =
        openTime ? readCandle(tokens, record.candle) : QStringLiteral("a candle without a time");
    if (!fault.isEmpty()) {
        records.rejects.push_back(fault);
        return;
    }
    record.candle.openTime = *openTime;
    records.candles.push_back(record);
}

} // namespace holdline
