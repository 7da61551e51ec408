// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/okx/okxmessages.h"

#include "models/feeds/feednames.h"
#include "models/feeds/okx/okxcandles.h"
#include "models/feeds/okx/okxliquidations.h"

#include <vector>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

constexpr int rateLimited = 50011;
constexpr int serviceUpgrade = 64008;

/// An element of `data`: a candle, or a contract with its liquidations.
struct Element {
    OkxCandleRow row;
    JsonToken instrument;
    std::vector<OkxLiquidationTokens> details;
};

/// Keys of messages may come in any order: all is gathered first.
struct Message {
    JsonToken event;
    JsonToken code;
    JsonToken words;
    JsonToken channel;
    JsonToken instrument;
    bool hasData = false;
    std::vector<Element> elements;
};

OkxLiquidationTokens detailOf(ondemand::value& value)
{
    OkxLiquidationTokens tokens;
    if (isObject(value))
        readTokens(value.get_object(), {{"ts", &tokens.time},
                                        {"side", &tokens.side},
                                        {"posSide", &tokens.positionSide},
                                        {"sz", &tokens.size},
                                        {"bkPx", &tokens.price}});
    else
        pass(value);
    return tokens;
}

Element elementOf(ondemand::value& value)
{
    Element element;
    if (!isObject(value)) {
        element.row = OkxCandleRow::of(value);
        return element;
    }
    eachField(value.get_object(), [&](std::string_view key, ondemand::value& field) {
        if (takeToken(key, field, {{"instId", &element.instrument}}))
            return;
        if (key == "details")
            eachElement(field.get_array(),
                        [&](ondemand::value& each) { element.details.push_back(detailOf(each)); });
        else
            pass(field);
    });
    return element;
}

Message messageOf(ondemand::object object)
{
    Message message;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (takeToken(key, value,
                      {{"event", &message.event}, {"code", &message.code}, {"msg", &message.words}}))
            return;
        if (key == "arg") {
            readTokens(value.get_object(), {{"channel", &message.channel}, {"instId", &message.instrument}});
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

int streamOf(const Message& message, const Route& route)
{
    QByteArray name = viewOf(message.channel.text()).toByteArray();
    if (!message.instrument.text().empty())
        name += ':' + viewOf(message.instrument.text()).toByteArray();
    return streamCalled(route, name);
}

void addCandles(const Message& message, std::span<const FeedInstrument> instruments, FeedRecords& records)
{
    const std::string_view symbol = message.instrument.text();
    const auto interval = intervalNamed(okxIntervals, message.channel.text().substr(6));
    CandleRecord frame;
    frame.instrument = instrumentCalled(instruments, viewOf(symbol));
    if (frame.instrument < 0 || !interval)
        return;
    frame.interval = *interval;
    for (const Element& element : message.elements)
        addOkxCandle(element.row, symbol, frame, records);
}

void addLiquidations(const Message& message, const OkxContracts& contracts, FeedRecords& records)
{
    for (const Element& element : message.elements) {
        for (const OkxLiquidationTokens& detail : element.details)
            addOkxLiquidation(element.instrument.text(), detail, contracts, records);
    }
}

Reading readEvent(const Message& message, const Route& route)
{
    const std::string_view event = message.event.text();
    const int stream = streamOf(message, route);
    if (event == "subscribe" || event == "unsubscribe")
        return {Reading::Kind::Acknowledged, stream};
    if (event == "channel-conn-count")
        return {Reading::Kind::Alive, stream};
    if (event == "notice" && message.code.integer() == serviceUpgrade)
        return {Reading::Kind::Goodbye, -1, wordsOf(message.words)};
    if (event == "error" && message.code.integer() == rateLimited)
        return {Reading::Kind::RateLimited, stream, wordsOf(message.words)};
    if (event == "error")
        return {Reading::Kind::Refused, stream,
                QStringLiteral("a subscription was refused: %1").arg(wordsOf(message.words))};
    return {};
}

} // namespace

Reading readOkxMessage(JsonReader& json, const Route& route, std::span<const FeedInstrument> instruments,
                       const OkxContracts& contracts, QByteArrayView bytes, FeedRecords& records)
{
    if (bytes.trimmed() == "pong") {
        records.clear();
        return {Reading::Kind::Alive};
    }
    return json.read(bytes, records, [&](ondemand::document& document) -> Reading {
        const Message message = messageOf(document.get_object());
        if (message.event.isGiven())
            return readEvent(message, route);
        const std::string_view channel = message.channel.text();
        const int stream = streamOf(message, route);
        const bool isForced = channel == "liquidation-orders";
        if (!isForced && !channel.starts_with("candle"))
            return {Reading::Kind::Data, stream};
        if (!message.hasData)
            return {Reading::Kind::Rejected, stream, QStringLiteral("a channel without data")};
        if (isForced && contracts.empty())
            return {Reading::Kind::TooEarly, stream,
                    QStringLiteral("the sizes of contracts are not known yet")};
        if (isForced)
            addLiquidations(message, contracts, records);
        else
            addCandles(message, instruments, records);
        return {Reading::Kind::Data, stream};
    });
}

} // namespace holdline
