// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/binanceevent.h"
#include "models/feeds/restrequest.h"

namespace holdline {

/// The text of a string for people, at most 200 letters; empty for what is no string.
[[nodiscard]] QString messageOf(simdjson::ondemand::value& value);

/// What `{"code","msg"}` means, on sockets and in answers.
[[nodiscard]] Reading binanceRefusal(const JsonToken& code, const QString& message);

/// Reads what both REST interfaces of Binance answer: candles, server time, errors. An error is one whatever
/// the HTTP status was.
class BinanceAnswers final {
public:
    /// Calls `use(std::string_view key, value)` for each of an object. Kind Data, unless it is an error.
    template <typename Use>
    [[nodiscard]] Reading readObject(QByteArrayView bytes, FeedRecords& records, Use use)
    {
        return m_reader.read(bytes, records, [&](simdjson::ondemand::document& document) {
            return fieldsOrRefusal(document.get_object(), use);
        });
    }
    /// Calls `use(value)` for each element of an array. Kind Data, unless it is an error.
    template <typename Use>
    [[nodiscard]] Reading readArray(QByteArrayView bytes, FeedRecords& records, Use use)
    {
        return m_reader.read(bytes, records, [&](simdjson::ondemand::document& document) {
            if (document.type().value() == simdjson::ondemand::json_type::object)
                return refusalOnly(document.get_object());
            eachElement(document.get_array(), use);
            return Reading{};
        });
    }

    /// Of `{"serverTime"}`.
    [[nodiscard]] Reading readServerTime(QByteArrayView bytes, FeedRecords& records);
    /// Of arrays of twelve, for both bounds of the request's range.
    [[nodiscard]] Reading readCandles(const RestRequest& request, QByteArrayView bytes, FeedRecords& records);

    [[nodiscard]] JsonReader& reader() { return m_reader; }

private:
    JsonReader m_reader;

    template <typename Use>
    static Reading fieldsOrRefusal(simdjson::ondemand::object object, Use use)
    {
        JsonToken code;
        QString message;
        eachField(object, [&](std::string_view key, simdjson::ondemand::value& value) {
            if (key == "code")
                code = tokenOf(value);
            else if (key == "msg")
                message = messageOf(value);
            else
                use(key, value);
        });
        return code.isGiven() ? binanceRefusal(code, message) : Reading{};
    }
    static Reading refusalOnly(simdjson::ondemand::object object);
};

} // namespace holdline
