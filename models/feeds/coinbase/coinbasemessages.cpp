// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coinbase/coinbasemessages.h"

#include "models/feeds/candlerecords.h"
#include "models/feeds/candletokens.h"
#include "models/feeds/feednames.h"
#include "models/feeds/jsonshapes.h"

#include <algorithm>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

struct Message {
    JsonToken type;
    JsonToken product;
    JsonToken time;
    JsonToken price;
    JsonToken size;
    JsonToken side;
    JsonToken tradeId;
    JsonToken open;
    JsonToken high;
    JsonToken low;
    JsonToken volume;
    JsonToken words;
    JsonToken reason;
};

Message messageOf(ondemand::object object)
{
    Message message;
    readTokens(object, {{"type", &message.type},
                        {"product_id", &message.product},
                        {"time", &message.time},
                        {"price", &message.price},
                        {"size", &message.size},
                        {"side", &message.side},
                        {"trade_id", &message.tradeId},
                        {"open_24h", &message.open},
                        {"high_24h", &message.high},
                        {"low_24h", &message.low},
                        {"volume_24h", &message.volume},
                        {"message", &message.words},
                        {"reason", &message.reason}});
    return message;
}

/// Why the message is no trade, or an empty text.
QString readTrade(const Message& message, TradeRecord& trade)
{
    const auto time = isoTimeOf(message.time);
    const auto price = message.price.price();
    const auto quantity = message.size.quantity();
    const std::string_view makerSide = message.side.text();
    if (!time)
        return QStringLiteral("a trade has no readable time");
    if (!price)
        return QStringLiteral("a trade has a price that is none");
    if (!quantity || quantity->units == 0)
        return QStringLiteral("a trade has a quantity that is none");
    if (makerSide != "sell" && makerSide != "buy")
        return QStringLiteral("a trade has no side");
    trade.time = *time;
    trade.price = *price;
    trade.quantity = *quantity;
    trade.isTakerBuy = makerSide == "sell";
    trade.id = std::max<qint64>(message.tradeId.integer().value_or(0), 0);
    return {};
}

/// Why the message is no day, or an empty text.
QString readDay(const Message& message, DayRecord& day)
{
    const auto time = isoTimeOf(message.time);
    const auto last = message.price.price();
    const auto open = message.open.price();
    const auto high = message.high.price();
    const auto low = message.low.price();
    const auto volume = message.volume.volume();
    if (!time)
        return QStringLiteral("figures of 24 hours have no readable time");
    if (!last || !open || !high || !low || *high < *low)
        return QStringLiteral("figures of 24 hours have a price that is none");
    if (!volume)
        return QStringLiteral("figures of 24 hours have a volume that is none");
    day.time = *time;
    day.last = *last;
    day.open = *open;
    day.high = *high;
    day.low = *low;
    day.volume = *volume;
    return {};
}

void addTrade(const Message& message, int instrument, FeedRecords& records)
{
    TradeRecord trade;
    trade.instrument = instrument;
    const QString fault = readTrade(message, trade);
    if (fault.isEmpty())
        records.trades.push_back(trade);
    else
        records.rejects.push_back(fault);
}

void addDay(const Message& message, int instrument, FeedRecords& records)
{
    DayRecord day;
    day.instrument = instrument;
    const QString fault = readDay(message, day);
    if (fault.isEmpty())
        records.days.push_back(day);
    else
        records.rejects.push_back(fault);
}

Reading readData(const Message& message, const Route& route, std::span<const FeedInstrument> instruments,
                 FeedRecords& records)
{
    const std::string_view type = message.type.text();
    const QByteArrayView product = viewOf(message.product.text());
    const int instrument = instrumentCalled(instruments, product);
    const auto stream = [&](const char* channel) {
        return streamCalled(route, channel + product.toByteArray());
    };
    if (type == "match" || type == "last_match") {
        if (instrument >= 0)
            addTrade(message, instrument, records);
        return {Reading::Kind::Data, stream("matches:")};
    }
    if (type == "ticker") {
        if (instrument >= 0)
            addDay(message, instrument, records);
        return {Reading::Kind::Data, stream("ticker:")};
    }
    if (type == "heartbeat")
        return {Reading::Kind::Alive, stream("heartbeat:")};
    return {};
}

/// Candles are an array; an object says why there are none.
Reading readRefusal(ondemand::object object)
{
    JsonToken words;
    readTokens(object, {{"message", &words}});
    if (!words.isText())
        return {Reading::Kind::Rejected, -1, QStringLiteral("an answer that is no list of candles")};
    const QString said = wordsOf(words);
    const bool isTooOften = said.contains(QLatin1StringView("rate limit"), Qt::CaseInsensitive);
    return {isTooOften ? Reading::Kind::RateLimited : Reading::Kind::Refused, -1, said};
}

using CandleRow = TokenRow<6>;

/// time, low, high, open, close, volume
void addCandles(const RestRequest& request, ondemand::array array, FeedRecords& records)
{
    CandleRecord frame;
    frame.instrument = request.instrument;
    frame.interval = request.interval;
    eachElement(array, [&](ondemand::value& value) {
        const CandleRow row = CandleRow::of(value);
        const auto& cell = row.cells;
        if (row.count < cell.size())
            records.rejects.push_back(QStringLiteral("a candle has too few columns"));
        else
            addCandle({cell[3], cell[2], cell[1], cell[4], cell[5]}, cell[0].time(TimeUnit::Seconds), frame,
                      records);
    });
    putInOrder(records.candles, request.range);
}

} // namespace

Reading readCoinbaseMessage(JsonReader& json, const Route& route, std::span<const FeedInstrument> instruments,
                            QByteArrayView bytes, FeedRecords& records)
{
    return json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Message message = messageOf(document.get_object());
        const std::string_view type = message.type.text();
        if (type == "subscriptions")
            return {Reading::Kind::Acknowledged};
        if (type == "error")
            return {Reading::Kind::Refused, -1,
                    QStringLiteral("a subscription was refused: %1")
                        .arg(wordsOf(message.reason.isText() ? message.reason : message.words))};
        return readData(message, route, instruments, records);
    });
}

Reading readCoinbaseAnswer(JsonReader& json, const RestRequest& request, QByteArrayView bytes,
                           FeedRecords& records)
{
    return json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        if (document.type().value() == ondemand::json_type::object)
            return readRefusal(document.get_object());
        addCandles(request, document.get_array(), records);
        return {};
    });
}

} // namespace holdline
