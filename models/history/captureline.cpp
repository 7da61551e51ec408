// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/captureline.h"

#include "models/foundation/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace holdline {

namespace {

using Purpose = RestRequest::Purpose;

constexpr std::array purposes{Purpose::Candles, Purpose::ServerTime, Purpose::OpenInterest,
                              Purpose::Funding, Purpose::MarkPrice,  Purpose::Contracts,
                              Purpose::Day,     Purpose::Daily};

bool isUtf8(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.isNull();
}

/// Whether it may stand in a line as it is.
bool isPlainJson(const QByteArray& bytes)
{
    const bool looksSo =
        (bytes.startsWith('{') && bytes.endsWith('}')) || (bytes.startsWith('[') && bytes.endsWith(']'));
    if (!looksSo || bytes.contains('\n') || bytes.contains('\r'))
        return false;
    QJsonParseError error;
    QJsonDocument::fromJson(bytes, &error);
    return error.error == QJsonParseError::NoError;
}

QByteArray payloadOf(const CaptureLine& line)
{
    switch (line.kind) {
    case CaptureLine::Kind::Opened:
        return R"("payload":{"holdline":"opened"})";
    case CaptureLine::Kind::Closed:
        return R"("payload":{"holdline":"closed","why":)" + jsonText(QString::fromUtf8(line.payload)) + '}';
    case CaptureLine::Kind::Assets:
        return R"("payload":{"holdline":"assets","assets":)" + jsonText(QString::fromUtf8(line.payload)) +
               '}';
    case CaptureLine::Kind::Message:
    case CaptureLine::Kind::Answer:
        break;
    }
    if (isPlainJson(line.payload))
        return "\"payload\":" + line.payload;
    if (isUtf8(line.payload))
        return "\"payload\":" + jsonText(QString::fromUtf8(line.payload));
    return "\"payload64\":\"" + line.payload.toBase64() + '"';
}

QByteArray requestText(const CaptureLine& line)
{
    QByteArray text = ",\"request\":{\"purpose\":" + jsonText(line.purpose);
    if (!line.instrument.isEmpty())
        text += ",\"instrument\":" + jsonText(line.instrument);
    if (!line.question.isEmpty())
        text += ",\"question\":" + jsonText(line.question);
    if (!line.range.isEmpty())
        text += ",\"interval\":" + jsonText(line.interval.name()) +
                ",\"from\":" + jsonText(toIso(line.range.from)) + ",\"to\":" + jsonText(toIso(line.range.to));
    return text + '}';
}

std::optional<UtcTime> timeOf(const QJsonValue& value)
{
    if (value.isDouble()) {
        const double msecs = value.toDouble();
        if (msecs < static_cast<double>(toMsecs(earliestTime)) ||
            msecs > static_cast<double>(toMsecs(latestTime)))
            return std::nullopt;
        return fromMsecs(static_cast<qint64>(msecs));
    }
    const auto time = parseIso(value.toString().toUtf8());
    return time.hasValue() ? std::optional(time.value()) : std::nullopt;
}

/// The bytes of the payload as they stand in the line: a document made again might order or write them
/// otherwise.
QByteArray rawPayload(const QByteArray& line, const QJsonObject& object)
{
    if (object.contains(QStringLiteral("payload64")))
        return QByteArray::fromBase64(object.value(QStringLiteral("payload64")).toString().toLatin1());
    const QJsonValue payload = object.value(QStringLiteral("payload"));
    if (payload.isString())
        return payload.toString().toUtf8();
    const qsizetype key = line.indexOf("\"payload\"");
    const qsizetype colon = key < 0 ? -1 : line.indexOf(':', key);
    if (colon >= 0) {
        const QByteArray rest = line.mid(colon + 1).trimmed();
        QByteArray raw = rest.left(rest.lastIndexOf('}')).trimmed();
        if (isPlainJson(raw))
            return raw;
    }
    return payload.isArray() ? QJsonDocument(payload.toArray()).toJson(QJsonDocument::Compact)
                             : QJsonDocument(payload.toObject()).toJson(QJsonDocument::Compact);
}

void readConnection(const QJsonObject& payload, CaptureLine& line)
{
    const QString event = payload.value(QStringLiteral("holdline")).toString();
    if (event == QStringLiteral("opened"))
        line.kind = CaptureLine::Kind::Opened;
    if (event == QStringLiteral("assets")) {
        line.kind = CaptureLine::Kind::Assets;
        line.payload = payload.value(QStringLiteral("assets")).toString().toUtf8();
    }
    if (event == QStringLiteral("closed")) {
        line.kind = CaptureLine::Kind::Closed;
        line.payload = payload.value(QStringLiteral("why")).toString().toUtf8();
    }
}

void readRequest(const QJsonObject& object, CaptureLine& line)
{
    const QJsonObject request = object.value(QStringLiteral("request")).toObject();
    if (request.isEmpty())
        return;
    line.kind = CaptureLine::Kind::Answer;
    line.purpose = request.value(QStringLiteral("purpose")).toString();
    line.instrument = request.value(QStringLiteral("instrument")).toString();
    line.question = request.value(QStringLiteral("question")).toString();
    line.interval = parseInterval(request.value(QStringLiteral("interval")).toString()).value_or(oneMinute);
    const auto from = timeOf(request.value(QStringLiteral("from")));
    const auto to = timeOf(request.value(QStringLiteral("to")));
    if (from && to)
        line.range = {*from, *to};
    line.date = timeOf(object.value(QStringLiteral("date")));
}

/// -1: the feed has none of that name.
int questionCalled(const QString& name, const Feed& feed)
{
    const auto questions = feed.dailyPlan().questions;
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const DailyQuestion& question) { return question.name == name; });
    return found == questions.end() ? -1 : static_cast<int>(found - questions.begin());
}

} // namespace

QString toText(RestRequest::Purpose purpose)
{
    switch (purpose) {
    case Purpose::Candles:
        return QStringLiteral("candles");
    case Purpose::ServerTime:
        return QStringLiteral("time");
    case Purpose::OpenInterest:
        return QStringLiteral("open interest");
    case Purpose::Funding:
        return QStringLiteral("funding");
    case Purpose::MarkPrice:
        return QStringLiteral("mark price");
    case Purpose::Contracts:
        return QStringLiteral("contracts");
    case Purpose::Day:
        return QStringLiteral("24 h");
    case RestRequest::Purpose::Daily:
        return QStringLiteral("daily");
    }
    return {};
}

QByteArray toCapture(const CaptureLine& line)
{
    QByteArray text = "{\"receivedAt\":\"" + toIso(line.receivedAt).toLatin1() +
                      "\",\"source\":" + jsonText(line.source) + ",\"stream\":" + jsonText(line.stream);
    if (line.kind == CaptureLine::Kind::Answer) {
        text += requestText(line);
        if (line.date)
            text += ",\"date\":\"" + toIso(*line.date).toLatin1() + '"';
    }
    return text + ',' + payloadOf(line) + "}\n";
}

Result<CaptureLine> parseCaptureLine(const QByteArray& bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return malformed(QStringLiteral("the line is no JSON object"));
    const QJsonObject object = document.object();
    const auto at = timeOf(object.value(QStringLiteral("receivedAt")));
    if (!at)
        return malformed(QStringLiteral("the line has no time in receivedAt"));
    if (!object.contains(QStringLiteral("payload")) && !object.contains(QStringLiteral("payload64")))
        return malformed(QStringLiteral("the line has no payload"));
    CaptureLine line{CaptureLine::Kind::Message, *at, object.value(QStringLiteral("source")).toString(),
                     object.value(QStringLiteral("stream")).toString(), rawPayload(bytes, object)};
    readConnection(object.value(QStringLiteral("payload")).toObject(), line);
    readRequest(object, line);
    return line;
}

std::optional<RestRequest> requestOf(const CaptureLine& line, const Feed& feed)
{
    for (const Purpose purpose : purposes) {
        if (toText(purpose) != line.purpose)
            continue;
        RestRequest request{purpose,   line.stream.section(QLatin1Char(' '), 1), 1, -1, line.interval,
                            line.range};
        const auto& instruments = feed.instruments();
        for (std::size_t index = 0; index < instruments.size(); ++index) {
            if (instruments[index].id == line.instrument)
                request.instrument = static_cast<int>(index);
        }
        if (request.instrument < 0 && !line.instrument.isEmpty())
            return std::nullopt;
        request.question = questionCalled(line.question, feed);
        if (request.question < 0 && purpose == Purpose::Daily)
            return std::nullopt;
        return request;
    }
    return std::nullopt;
}

CaptureLine answerLine(const Feed& feed, const RestRequest& request, const QByteArray& body,
                       std::optional<UtcTime> date, UtcTime receivedAt)
{
    CaptureLine line{CaptureLine::Kind::Answer, receivedAt, feed.traits().id,
                     QStringLiteral("GET ") + request.path, body};
    line.date = date;
    line.purpose = toText(request.purpose);
    if (request.instrument >= 0)
        line.instrument = feed.instruments()[static_cast<std::size_t>(request.instrument)].id;
    if (request.question >= 0)
        line.question = feed.dailyPlan().questions[static_cast<std::size_t>(request.question)].name;
    line.interval = request.interval;
    line.range = request.range;
    return line;
}

} // namespace holdline
