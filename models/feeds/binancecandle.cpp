// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binancecandle.h"

#include "models/feeds/candlerecords.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

struct BinanceCandleTokens {
    JsonToken openTime, open, high, low, close, volume, quoteVolume, takerBuyQuote, trades;
};

/// A sentence when it is no candle, else nothing.
QString fillBinance(Candle& candle, const BinanceCandleTokens& tokens)
{
    const auto openTime = binanceTime(tokens.openTime);
    if (!openTime)
        return QStringLiteral("a candle has no readable open time");
    const auto open = tokens.open.price();
    const auto high = tokens.high.price();
    const auto low = tokens.low.price();
    const auto close = tokens.close.price();
    if (!open || !high || !low || !close)
        return QStringLiteral("a candle has a price that is none");
    candle.openTime = *openTime;
    candle.open = *open;
    candle.high = *high;
    candle.low = *low;
    candle.close = *close;
    if (!isPossible(candle))
        return QStringLiteral("a candle's high and low do not hold its open and close");
    if (!readOptional(tokens.volume, candle.volume) ||
        !readOptional(tokens.quoteVolume, candle.quoteVolume) ||
        !readOptional(tokens.takerBuyQuote, candle.takerBuyQuote))
        return QStringLiteral("a candle has a volume that is none");
    if (!readOptional(tokens.trades, candle.trades))
        return QStringLiteral("a candle has a count of trades that is none");
    return {};
}

void add(const BinanceCandleTokens& tokens, CandleRecord record, FeedRecords& records)
{
    const QString flaw = fillBinance(record.candle, tokens);
    if (flaw.isEmpty())
        records.candles.push_back(record);
    else
        records.rejects.push_back(flaw);
}

/// Binance and Holdline call the intervals that both have by the same names.
std::optional<Interval> intervalOf(std::string_view name)
{
    if (name == "1m")
        return oneMinute;
    return parseInterval(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
}

} // namespace

void readKlineEvent(const BinanceEvent& event, const std::vector<FeedInstrument>& instruments,
                    FeedRecords& records)
{
    const auto& kline = event.inner;
    const auto name = event.fields['s'].text().empty() ? kline['s'].text() : event.fields['s'].text();
    if (name.empty() || kline['i'].text().empty())
        return records.rejects.push_back(QStringLiteral("a candle has no symbol or no interval"));
    const int instrument = indexOfSymbol(instruments, name);
    const auto interval = intervalOf(kline['i'].text());
    if (instrument < 0 || !interval)
        return;
    add({kline['t'], kline['o'], kline['h'], kline['l'], kline['c'], kline['v'], kline['q'], kline['Q'],
         kline['n']},
        {.instrument = instrument,
         .interval = *interval,
         .candle = {},
         .isClosed = kline['x'].boolean().value_or(false),
         .at = binanceTime(event.fields['E']).value_or(UtcTime{})},
        records);
}

void readCandleRow(ondemand::value& row, int instrument, Interval interval, FeedRecords& records)
{
    if (row.type().value() != ondemand::json_type::array) {
        pass(row);
        return records.rejects.push_back(QStringLiteral("a candle is no list"));
    }
    constexpr std::size_t needed = 11;
    std::array<JsonToken, needed> cells;
    std::size_t count = 0;
    eachElement(row.get_array(), [&](ondemand::value& value) {
        if (count < needed)
            cells[count] = tokenOf(value);
        else
            pass(value);
        ++count;
    });
    if (count < needed)
        return records.rejects.push_back(QStringLiteral("a candle has too few columns"));
    add({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[7], cells[10], cells[8]},
        {.instrument = instrument, .interval = interval, .candle = {}}, records);
}

bool hasBinanceInterval(Interval interval)
{
    return parseInterval(interval.name()).has_value();
}

RestRequest binanceCandleRequest(const QString& path, const FeedInstrument& instrument, Interval interval,
                                 TimeRange range, int limit)
{
    const UtcTime last = std::max(range.from, interval.bucketStart(range.to - Span{1}));
    return {.purpose = RestRequest::Purpose::Candles,
            .path = QStringLiteral("%1?symbol=%2&interval=%3&startTime=%4&endTime=%5&limit=%6")
                        .arg(path, QString::fromLatin1(instrument.symbol), interval.name())
                        .arg(toMsecs(range.from))
                        .arg(toMsecs(last))
                        .arg(limit),
            .interval = interval,
            .range = range};
}

} // namespace holdline
