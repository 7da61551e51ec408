// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/binanceevent.h"
#include "models/feeds/reading.h"
#include "models/feeds/route.h"

#include <string>

namespace holdline {

/// Reads what a Binance socket sends around its events: `{"stream","data"}`, bare events, arrays of them,
/// answers to subscriptions, errors, the end of a connection.
class BinanceFrame final {
public:
    using Instruments = std::vector<FeedInstrument>;
    /// Adds what an event tells, and a reject when it is none; does nothing with events of no use.
    using Use = void (*)(const BinanceEvent& event, const Instruments& instruments, FeedRecords& records);

    BinanceFrame(const Route& route, Instruments instruments, Use use);

    [[nodiscard]] Reading read(QByteArrayView bytes, FeedRecords& records);

private:
    /// What else than an event stands in an outermost object.
    struct Frame {
        std::string_view stream;
        JsonToken code;
        QString message;
        bool hasData = false;
        bool hasResult = false;
    };

    std::vector<std::string> m_streams;
    Instruments m_instruments;
    Use m_use;
    JsonReader m_reader;
    BinanceEvent m_event;
    bool m_saysGoodbye = false;

    /// `{"stream":…,"data":{…}}` of a named event, in this order, as the venue documents it; false: it is
    /// not, and nothing is told yet.
    [[nodiscard]] bool readDocumented(QByteArrayView bytes, Frame& frame);
    Reading readObject(simdjson::ondemand::object object, FeedRecords& records);
    void takeFrame(std::string_view key, simdjson::ondemand::value& value, Frame& frame,
                   FeedRecords& records);
    void readData(simdjson::ondemand::value& value, FeedRecords& records);
    void readEvents(simdjson::ondemand::array array, FeedRecords& records);
    void readEvent(simdjson::ondemand::object object, FeedRecords& records);
    void useEvent(FeedRecords& records);
    [[nodiscard]] Reading meaning(const Frame& frame, FeedRecords& records);
    [[nodiscard]] int indexOfStream(std::string_view name) const;
    [[nodiscard]] std::string streamOfEvent() const;
};

} // namespace holdline
