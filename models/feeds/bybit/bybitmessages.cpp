// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bybit/bybitmessages.h"

#include "models/feeds/bybit/bybitliquidations.h"
#include "models/feeds/candletokens.h"
#include "models/feeds/feednames.h"
#include "models/feeds/jsonshapes.h"

#include <vector>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

/// An element of `data`: a candle or a liquidation.
struct Element {
    CandleTokens candle;
    JsonToken start;
    JsonToken confirm;
    BybitLiquidationTokens liquidation;
};

/// Keys of messages may come in any order: all is gathered first.
struct Message {
    JsonToken topic;
    JsonToken time;
    JsonToken operation;
    JsonToken success;
    JsonToken words;
    bool hasData = false;
    std::vector<Element> elements;
};

Element elementOf(ondemand::value& value)
{
    Element element;
    if (!isObject(value)) {
        pass(value);
        return element;
    }
    CandleTokens& candle = element.candle;
    BybitLiquidationTokens& forced = element.liquidation;
    readTokens(value.get_object(), {{"start", &element.start},
                                    {"open", &candle.open},
                                    {"high", &candle.high},
                                    {"low", &candle.low},
                                    {"close", &candle.close},
                                    {"volume", &candle.volume},
                                    {"turnover", &candle.quoteVolume},
                                    {"confirm", &element.confirm},
                                    {"T", &forced.time},
                                    {"s", &forced.symbol},
                                    {"S", &forced.side},
                                    {"v", &forced.quantity},
                                    {"p", &forced.price},
                                    {"updatedTime", &forced.time},
                                    {"symbol", &forced.symbol},
                                    {"side", &forced.side},
                                    {"size", &forced.quantity},
                                    {"price", &forced.price}});
    return element;
}

/// An array, or its only element.
void gatherData(ondemand::value& value, Message& message)
{
    message.hasData = true;
    if (isArray(value))
        eachElement(value.get_array(),
                    [&](ondemand::value& each) { message.elements.push_back(elementOf(each)); });
    else
        message.elements.push_back(elementOf(value));
}

Message messageOf(ondemand::object object)
{
    Message message;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (takeToken(key, value,
                      {{"topic", &message.topic},
                       {"ts", &message.time},
                       {"op", &message.operation},
                       {"success", &message.success},
                       {"ret_msg", &message.words}}))
            return;
        if (key == "data")
            gatherData(value, message);
        else
            pass(value);
    });
    return message;
}

std::string_view partOf(std::string_view topic, int index)
{
    for (; index > 0 && !topic.empty(); --index) {
        const auto dot = topic.find('.');
        topic = dot == std::string_view::npos ? std::string_view() : topic.substr(dot + 1);
    }
    return topic.substr(0, topic.find('.'));
}

void addCandles(const Message& message, BybitInstruments instruments, FeedRecords& records)
{
    const std::string_view topic = message.topic.text();
    const int place = instrumentCalled(instruments.followed, viewOf(partOf(topic, 2)));
    const auto interval = intervalNamed(bybitIntervals, partOf(topic, 1));
    if (place < 0 || !interval)
        return;
    CandleRecord frame;
    frame.instrument = instruments.first + place;
    frame.interval = *interval;
    frame.at = message.time.time(TimeUnit::Milliseconds).value_or(UtcTime{});
    for (const Element& element : message.elements) {
        frame.isClosed = element.confirm.boolean().value_or(false);
        addCandle(element.candle, element.start.time(TimeUnit::Milliseconds), frame, records);
    }
}

Reading readData(const Message& message, const Route& route, BybitInstruments instruments,
                 FeedRecords& records)
{
    const std::string_view topic = message.topic.text();
    const std::string_view channel = partOf(topic, 0);
    const int stream = streamCalled(route, viewOf(topic));
    const bool isForced = channel == "allLiquidation" || channel == "liquidation";
    if (!isForced && channel != "kline")
        return {Reading::Kind::Data, stream};
    if (!message.hasData)
        return {Reading::Kind::Rejected, stream, QStringLiteral("a topic without data")};
    if (isForced) {
        for (const Element& element : message.elements)
            addBybitLiquidation(element.liquidation, partOf(topic, 1), records);
    } else {
        addCandles(message, instruments, records);
    }
    return {Reading::Kind::Data, stream};
}

/// The pong of spot and linear streams has the operation `ping`, that of options `pong`.
Reading readOperation(const Message& message)
{
    const std::string_view operation = message.operation.text();
    if (message.success.boolean() == false)
        return {Reading::Kind::Refused, -1,
                QStringLiteral("a subscription was refused: %1").arg(wordsOf(message.words))};
    if (operation == "ping" || operation == "pong" || message.words.text() == "pong")
        return {Reading::Kind::Alive};
    if (operation == "subscribe" && message.success.boolean() == true)
        return {Reading::Kind::Acknowledged};
    return {};
}

} // namespace

Reading readBybitMessage(JsonReader& json, const Route& route, BybitInstruments instruments,
                         QByteArrayView bytes, FeedRecords& records)
{
    return json.read(bytes, records, [&](ondemand::document& document) {
        const Message message = messageOf(document.get_object());
        return message.topic.isGiven() ? readData(message, route, instruments, records)
                                       : readOperation(message);
    });
}

} // namespace holdline
