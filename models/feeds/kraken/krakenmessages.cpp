// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/kraken/krakenmessages.h"

#include "models/feeds/candletokens.h"
#include "models/feeds/feednames.h"
#include "models/feeds/jsonshapes.h"

#include <vector>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

/// An element of `data`: a candle, or the state of the venue.
struct Element {
    CandleTokens candle;
    JsonToken symbol;
    JsonToken interval;
    JsonToken begin;
    JsonToken system;
};

/// Keys of messages may come in any order: all is gathered first.
struct Message {
    JsonToken channel;
    JsonToken method;
    JsonToken success;
    JsonToken error;
    JsonToken symbol; ///< of a subscription
    JsonToken time;
    bool hasData = false;
    std::vector<Element> elements;
};

Element elementOf(ondemand::value& value)
{
    Element element;
    CandleTokens& candle = element.candle;
    if (isObject(value))
        readTokens(value.get_object(), {{"symbol", &element.symbol},
                                        {"interval", &element.interval},
                                        {"interval_begin", &element.begin},
                                        {"open", &candle.open},
                                        {"high", &candle.high},
                                        {"low", &candle.low},
                                        {"close", &candle.close},
                                        {"volume", &candle.volume},
                                        {"trades", &candle.trades},
                                        {"system", &element.system}});
    else
        pass(value);
    return element;
}

Message messageOf(ondemand::object object)
{
    Message message;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (takeToken(key, value,
                      {{"channel", &message.channel},
                       {"method", &message.method},
                       {"success", &message.success},
                       {"error", &message.error},
                       {"symbol", &message.symbol},
                       {"timestamp", &message.time}}))
            return;
        if (key == "result" && isObject(value)) {
            readTokens(value.get_object(), {{"symbol", &message.symbol}});
        } else if (key == "data") {
            message.hasData = true;
            eachElement(value.get_array(),
                        [&](ondemand::value& each) { message.elements.push_back(elementOf(each)); });
        } else {
            pass(value);
        }
    });
    return message;
}

int streamOf(const JsonToken& symbol, const Route& route)
{
    return streamCalled(route, "ohlc:" + viewOf(symbol.text()).toByteArray());
}

Reading readMethod(const Message& message, const Route& route)
{
    const int stream = streamOf(message.symbol, route);
    const std::string_view method = message.method.text();
    if (message.success.boolean() == false)
        return {Reading::Kind::Refused, stream,
                QStringLiteral("a subscription was refused: %1").arg(wordsOf(message.error))};
    if (method == "pong")
        return {Reading::Kind::Alive};
    if (method == "subscribe" && message.success.boolean() == true)
        return {Reading::Kind::Acknowledged, stream};
    return {};
}

Reading readStatus(const Message& message)
{
    const JsonToken system = message.elements.empty() ? JsonToken() : message.elements.back().system;
    if (!system.isText())
        return {Reading::Kind::Rejected, -1, QStringLiteral("a status without a state")};
    if (system.text() == "online" || system.text() == "post_only")
        return {Reading::Kind::Alive};
    return {Reading::Kind::Halted, -1, QStringLiteral("the venue's state is %1").arg(wordsOf(system))};
}

void addCandleOf(const Element& element, const Message& message, std::span<const FeedInstrument> instruments,
                 FeedRecords& records)
{
    CandleRecord frame;
    frame.instrument = instrumentCalled(instruments, viewOf(element.symbol.text()));
    frame.at = isoTimeOf(message.time).value_or(UtcTime{});
    const auto interval = intervalNamed(krakenIntervals, element.interval.plain());
    if (!element.symbol.isText() || element.interval.plain().empty()) {
        records.rejects.push_back(QStringLiteral("a candle has no symbol or no interval"));
    } else if (frame.instrument >= 0 && interval) {
        frame.interval = *interval;
        addCandle(element.candle, isoTimeOf(element.begin), frame, records);
    }
}

Reading readChannel(const Message& message, const Route& route, std::span<const FeedInstrument> instruments,
                    FeedRecords& records)
{
    const std::string_view channel = message.channel.text();
    if (channel == "heartbeat")
        return {Reading::Kind::Alive};
    if (channel != "ohlc" && channel != "status")
        return {};
    if (!message.hasData)
        return {Reading::Kind::Rejected, -1, QStringLiteral("a channel without data")};
    if (channel == "status")
        return readStatus(message);
    for (const Element& element : message.elements)
        addCandleOf(element, message, instruments, records);
    return {Reading::Kind::Data,
            message.elements.empty() ? -1 : streamOf(message.elements.back().symbol, route)};
}

} // namespace

Reading readKrakenMessage(JsonReader& json, const Route& route, std::span<const FeedInstrument> instruments,
                          QByteArrayView bytes, FeedRecords& records)
{
    return json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Message message = messageOf(document.get_object());
        return message.channel.isGiven() ? readChannel(message, route, instruments, records)
                                         : readMethod(message, route);
    });
}

} // namespace holdline
