// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/captureformats.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <charconv>

namespace holdline {

namespace {

Error oddCapture(const char* why)
{
    return {Error::Kind::Malformed, QString::fromLatin1(why)};
}

/// Of an address or another program's name for an exchange.
QString sourceByName(const QString& name)
{
    struct Known {
        const char* part;
        const char* source;
    };
    static constexpr std::array known{Known{"fstream.binance", "binance-futures"},
                                      Known{"binance-futures", "binance-futures"},
                                      Known{"binance", "binance"},
                                      Known{"bybit", "bybit"},
                                      Known{"okx", "okx"},
                                      Known{"okex", "okx"},
                                      Known{"coinbase", "coinbase"},
                                      Known{"kraken", "kraken"},
                                      Known{"bitstamp", "bitstamp"}};
    for (const Known& one : known) {
        if (name.contains(QLatin1String(one.part), Qt::CaseInsensitive))
            return QString::fromLatin1(one.source);
    }
    return name;
}

/// Seconds with a fraction, or nanoseconds without one.
std::optional<UtcTime> receiveTime(QByteArrayView text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !(number > 0))
        return std::nullopt;
    const double seconds = number > 1e17 ? number / 1e9 : number;
    if (seconds > 253402300799.0)
        return std::nullopt;
    return fromMsecs(static_cast<qint64>(seconds * 1e3));
}

bool isJson(QByteArrayView text)
{
    return text.startsWith('{') || text.startsWith('[');
}

} // namespace

QString sourceByLook(QByteArrayView message)
{
    const auto has = [&](const char* part) { return message.indexOf(part) >= 0; };
    if (has("\"coin\":"))
        return QStringLiteral("hyperliquid");
    if (has("\"instId\"") || has("\"instType\""))
        return QStringLiteral("okx");
    if (has("\"topic\""))
        return QStringLiteral("bybit");
    if (has("\"product_id\""))
        return QStringLiteral("coinbase");
    if (has("bts:") || has("live_trades_"))
        return QStringLiteral("bitstamp");
    if (has("\"channel\""))
        return QStringLiteral("kraken");
    const bool isFutures = has("forceOrder") || has("markPrice") || has("\"pu\":") ||
                           has("\"X\":\"MARKET\"") || (has("\"T\":") && has("bookTicker"));
    if (isFutures)
        return QStringLiteral("binance-futures");
    if (has("\"e\":") || has("@") || has("lastUpdateId"))
        return QStringLiteral("binance");
    return {};
}

Result<std::optional<CaptureLine>> CaptureReader::readJson(QByteArrayView text)
{
    if (auto message = m_messages.read(text))
        return message;
    const QByteArray line = text.toByteArray();
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return oddCapture("the line is no JSON");
    const QJsonObject object = document.object();
    if (object.contains(QStringLiteral("exchange")) && object.contains(QStringLiteral("message"))) {
        const QJsonValue message = object.value(QStringLiteral("message"));
        const QByteArray payload = message.isString() ? message.toString().toUtf8()
                                   : message.isArray()
                                       ? QJsonDocument(message.toArray()).toJson(QJsonDocument::Compact)
                                       : QJsonDocument(message.toObject()).toJson(QJsonDocument::Compact);
        return std::optional(CaptureLine{CaptureLine::Kind::Message,
                                         {},
                                         sourceByName(object.value(QStringLiteral("exchange")).toString()),
                                         {},
                                         payload});
    }
    if (!object.contains(QStringLiteral("receivedAt")))
        return oddCapture("the line is a message without a time and a source");
    auto own = parseCaptureLine(line);
    if (own.hasError())
        return own.error();
    return std::optional(std::move(own.value()));
}

Result<std::optional<CaptureLine>> CaptureReader::readLog(const QByteArray& line)
{
    if (line.startsWith("wss://") || line.startsWith("https://") || line.startsWith("ws://")) {
        const qsizetype arrow = line.indexOf(" <-");
        if (arrow < 0)
            return oddCapture("the line is no part of a connection's log");
        m_source = sourceByName(QString::fromUtf8(line.left(arrow)));
        return std::optional<CaptureLine>();
    }
    const qsizetype space = line.indexOf(' ');
    QByteArray time = space < 0 ? QByteArray() : line.left(space);
    if (time.endsWith(':'))
        time.chop(1);
    const auto receivedAt = receiveTime(time);
    if (!receivedAt)
        return oddCapture("the line is no message");
    const QByteArray payload = line.mid(space + 1);
    if (!isJson(payload) && payload != "pong")
        return oddCapture("the line is no message");
    return std::optional(CaptureLine{CaptureLine::Kind::Message,
                                     *receivedAt,
                                     m_source.isEmpty() ? sourceByLook(payload) : m_source,
                                     {},
                                     payload});
}

Result<std::optional<CaptureLine>> CaptureReader::read(QByteArrayView text)
{
    const QByteArrayView line = text.trimmed();
    if (line.isEmpty())
        return std::optional<CaptureLine>();
    return line.startsWith('{') ? readJson(line) : readLog(line.toByteArray());
}

} // namespace holdline
