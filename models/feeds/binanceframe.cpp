// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binanceframe.h"

#include "models/feeds/binanceanswer.h"

#include <algorithm>

namespace holdline {

namespace ondemand = simdjson::ondemand;

BinanceFrame::BinanceFrame(const Route& route, Instruments instruments, Use use)
    : m_instruments(std::move(instruments)),
      m_use(use)
{
    for (const StreamSpec& stream : route.streams)
        m_streams.push_back(stream.name.toStdString());
}

Reading BinanceFrame::read(QByteArrayView bytes, FeedRecords& records)
{
    m_saysGoodbye = false;
    Frame frame;
    if (readDocumented(bytes, frame)) {
        records.clear();
        return meaning(frame, records);
    }
    return m_reader.read(bytes, records, [this, &records](ondemand::document& document) {
        if (document.type().value() != ondemand::json_type::array)
            return readObject(document.get_object(), records);
        readEvents(document.get_array(), records);
        const int stream = indexOfStream(streamOfEvent());
        return Reading{.kind = m_saysGoodbye ? Reading::Kind::Goodbye : Reading::Kind::Data,
                       .stream = stream};
    });
}

bool BinanceFrame::readDocumented(QByteArrayView bytes, Frame& frame)
{
    JsonCursor cursor = m_reader.cursor(bytes);
    if (!cursor.take('{') || cursor.takeKey() != "stream")
        return false;
    frame.stream = cursor.takeString();
    if (frame.stream.empty() || !cursor.take(',') || cursor.takeKey() != "data")
        return false;
    m_event.clear();
    return m_event.take(cursor) && cursor.take('}') && cursor.isAtEnd() && !m_event.name().empty();
}

Reading BinanceFrame::readObject(ondemand::object object, FeedRecords& records)
{
    m_event.clear();
    Frame frame;
    eachField(object, [&](std::string_view key, ondemand::value& value) {
        if (key.size() < 3 && key != "id")
            m_event.take(key, value);
        else
            takeFrame(key, value, frame, records);
    });
    return meaning(frame, records);
}

void BinanceFrame::takeFrame(std::string_view key, ondemand::value& value, Frame& frame, FeedRecords& records)
{
    if (key == "data") {
        frame.hasData = true;
        readData(value, records);
    } else if (key == "stream") {
        frame.stream = tokenOf(value).text();
    } else if (key == "code") {
        frame.code = tokenOf(value);
    } else if (key == "msg") {
        frame.message = messageOf(value);
    } else if (key == "error") {
        eachField(value.get_object(), [&](std::string_view innerKey, ondemand::value& inner) {
            if (innerKey == "code" || innerKey == "msg")
                takeFrame(innerKey, inner, frame, records);
            else
                pass(inner);
        });
    } else if (key == "result") {
        frame.hasResult = true;
        pass(value);
    } else {
        m_event.take(key, value);
    }
}

void BinanceFrame::readData(ondemand::value& value, FeedRecords& records)
{
    if (value.type().value() == ondemand::json_type::array)
        readEvents(value.get_array(), records);
    else
        readEvent(value.get_object(), records);
}

void BinanceFrame::readEvents(ondemand::array array, FeedRecords& records)
{
    m_event.clear();
    eachElement(array, [&](ondemand::value& value) {
        if (value.type().value() == ondemand::json_type::object)
            return readEvent(value.get_object(), records);
        pass(value);
        records.rejects.push_back(QStringLiteral("a part of a list of events is no event"));
    });
}

void BinanceFrame::readEvent(ondemand::object object, FeedRecords& records)
{
    m_event.clear();
    eachField(object, [this](std::string_view key, ondemand::value& value) { m_event.take(key, value); });
    useEvent(records);
}

void BinanceFrame::useEvent(FeedRecords& records)
{
    if (m_event.name() == "serverShutdown")
        m_saysGoodbye = true;
    else if (m_event.name().empty() && !m_event.isBook())
        records.rejects.push_back(QStringLiteral("an event has no name"));
    else
        m_use(m_event, m_instruments, records);
}

Reading BinanceFrame::meaning(const Frame& frame, FeedRecords& records)
{
    if (frame.code.isGiven()) {
        records.clear();
        return binanceRefusal(frame.code, frame.message);
    }
    if (frame.hasResult)
        return {.kind = Reading::Kind::Acknowledged};
    if (!frame.hasData && m_event.name().empty() && !m_event.isBook())
        return {.kind = Reading::Kind::Rejected, .reason = QStringLiteral("it is neither event nor answer")};
    if (!frame.hasData)
        useEvent(records);
    if (m_saysGoodbye || frame.stream == "!serverShutdown")
        return {.kind = Reading::Kind::Goodbye};
    return {.stream = indexOfStream(frame.stream.empty() ? streamOfEvent() : frame.stream)};
}

int BinanceFrame::indexOfStream(std::string_view name) const
{
    const auto found = std::ranges::find(m_streams, name);
    return found == m_streams.end() ? -1 : static_cast<int>(found - m_streams.begin());
}

/// A bare event does not say its stream; of several that carry it this is the widest.
std::string BinanceFrame::streamOfEvent() const
{
    std::string symbol(m_event.fields['s'].text());
    for (char& letter : symbol)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    const auto name = m_event.name();
    if (name == "kline")
        return symbol.append("@kline_").append(m_event.inner['i'].text());
    if (name == "24hrMiniTicker")
        return symbol + "@miniTicker";
    if (name == "markPriceUpdate")
        return symbol + "@markPrice@1s";
    if (name == "forceOrder")
        return "!forceOrder@arr";
    return symbol.append("@").append(name);
}

} // namespace holdline
