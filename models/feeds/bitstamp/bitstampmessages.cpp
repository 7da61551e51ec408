// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitstamp/bitstampmessages.h"

#include "models/feeds/feednames.h"
#include "models/feeds/jsonshapes.h"

#include <algorithm>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

/// Keys of messages may come in any order: all is gathered first.
struct Message {
    JsonToken event;
    JsonToken channel;
    JsonToken words; ///< of an error
    JsonToken price;
    JsonToken amount;
    JsonToken type;
    JsonToken microtime;
    JsonToken time;
};

Message messageOf(ondemand::object object)
{
    Message message;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (takeToken(key, value, {{"event", &message.event}, {"channel", &message.channel}}))
            return;
        if (key == "data" && isObject(value))
            readTokens(value.get_object(), {{"message", &message.words},
                                            {"price_str", &message.price},
                                            {"amount_str", &message.amount},
                                            {"type", &message.type},
                                            {"microtimestamp", &message.microtime},
                                            {"timestamp", &message.time}});
        else
            pass(value);
    });
    return message;
}

int instrumentOf(std::string_view channel, std::span<const FeedInstrument> instruments)
{
    const auto found =
        std::find_if(instruments.begin(), instruments.end(), [&](const FeedInstrument& instrument) {
            return bitstampTradeChannel(instrument) == viewOf(channel);
        });
    return found == instruments.end() ? -1 : static_cast<int>(found - instruments.begin());
}

/// Why the message is no trade, or an empty text.
QString readTrade(const Message& message, TradeRecord& trade)
{
    const auto microtime = message.microtime.time(TimeUnit::Microseconds);
    const auto time = microtime ? microtime : message.time.time(TimeUnit::Seconds);
    const auto price = message.price.price();
    const auto quantity = message.amount.quantity();
    const auto type = message.type.integer();
    if (!time)
        return QStringLiteral("a trade has no readable time");
    if (!price)
        return QStringLiteral("a trade has a price that is none");
    if (!quantity || quantity->units == 0)
        return QStringLiteral("a trade has a quantity that is none");
    if (type != 0 && type != 1)
        return QStringLiteral("a trade has no side");
    trade.time = *time;
    trade.price = *price;
    trade.quantity = *quantity;
    trade.isTakerBuy = type == 0;
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

} // namespace

QByteArray bitstampTradeChannel(const FeedInstrument& instrument)
{
    return "live_trades_" + instrument.symbol.toLower();
}

Reading readBitstampMessage(JsonReader& json, const Route& route, std::span<const FeedInstrument> instruments,
                            QByteArrayView bytes, FeedRecords& records)
{
    return json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Message message = messageOf(document.get_object());
        const std::string_view event = message.event.text();
        const std::string_view channel = message.channel.text();
        const int stream = streamCalled(route, viewOf(channel));
        if (event == "bts:heartbeat")
            return {Reading::Kind::Alive};
        if (event == "bts:request_reconnect")
            return {Reading::Kind::Goodbye, -1, QStringLiteral("the venue asks to connect again")};
        if (event == "bts:subscription_succeeded")
            return {Reading::Kind::Acknowledged, stream};
        if (event == "bts:error")
            return {Reading::Kind::Refused, stream,
                    QStringLiteral("a subscription was refused: %1").arg(wordsOf(message.words))};
        const int instrument = event == "trade" ? instrumentOf(channel, instruments) : -1;
        if (instrument >= 0)
            addTrade(message, instrument, records);
        return {Reading::Kind::Data, stream};
    });
}

} // namespace holdline
