// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binanceanswer.h"

#include "models/feeds/binancecandle.h"
#include "models/feeds/candlerecords.h"

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

using Kind = Reading::Kind;

Reading rejected(const QString& reason)
{
    return {.kind = Kind::Rejected, .reason = reason};
}

/// Codes: the venue's documentation, "error codes".
Kind kindOf(qint64 code, const QString& message)
{
    switch (code) {
    case -1003: // too many requests
    case -1034: // too many connections
        return Kind::RateLimited;
    case -1000: // unknown
    case -1001: // disconnected within
    case -1006: // unexpected answer within
    case -1007: // too slow within
    case -1008: // overloaded
    case -1016: // shutting down
        return Kind::Unavailable;
    case 0:
        return message.contains(QStringLiteral("restricted location")) ? Kind::RegionRefused : Kind::Refused;
    default:
        return Kind::Refused;
    }
}

} // namespace

QString messageOf(ondemand::value& value)
{
    if (value.type().value() != ondemand::json_type::string) {
        pass(value);
        return {};
    }
    const std::string_view text = value.get_string();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(200);
}

Reading binanceRefusal(const JsonToken& code, const QString& message)
{
    const auto number = code.integer();
    if (!number)
        return rejected(QStringLiteral("an error has no readable code"));
    return {.kind = kindOf(*number, message),
            .reason = QStringLiteral("the venue answers %1: %2").arg(*number).arg(message)};
}

Reading BinanceAnswers::refusalOnly(ondemand::object object)
{
    const Reading reading =
        fieldsOrRefusal(object, [](std::string_view, ondemand::value& value) { pass(value); });
    return reading.kind == Kind::Data ? rejected(QStringLiteral("an object came where a list was due"))
                                      : reading;
}

Reading BinanceAnswers::readServerTime(QByteArrayView bytes, FeedRecords& records)
{
    Reading reading = readObject(bytes, records, [&](std::string_view key, ondemand::value& value) {
        if (key == "serverTime")
            records.serverTime = binanceTime(tokenOf(value));
        else
            pass(value);
    });
    if (reading.kind == Kind::Data && !records.serverTime)
        return rejected(QStringLiteral("the answer has no readable server time"));
    return reading;
}

Reading BinanceAnswers::readCandles(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    const Reading reading = readArray(bytes, records, [&](ondemand::value& row) {
        readCandleRow(row, request.instrument, request.interval, records);
    });
    putInOrder(records.candles, request.range);
    return reading;
}

} // namespace holdline
