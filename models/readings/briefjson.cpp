// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/briefjson.h"

#include "models/foundation/jsontext.h"

namespace holdline {

namespace {

QByteArray fieldsOf(const std::vector<ReadingField>& fields)
{
    QByteArrayList members;
    for (const ReadingField& field : fields)
        members << jsonText(field.name) + ':' + jsonOf(field.value);
    return '{' + members.join(',') + '}';
}

struct JsonWriter {
    QByteArray operator()(std::monostate) const { return "null"; }
    QByteArray operator()(Amount amount) const { return amount.toText(); }
    QByteArray operator()(bool isSo) const { return isSo ? "true" : "false"; }
    QByteArray operator()(const QString& text) const { return jsonText(text); }
    QByteArray operator()(UtcTime time) const { return jsonTime(time); }
    QByteArray operator()(const std::vector<ReadingField>& fields) const { return fieldsOf(fields); }
};

QByteArray readingText(const MarketReading& reading)
{
    QByteArray json = "{\"id\":" + jsonText(reading.id) + ",\"value\":" + jsonOf(reading.value) +
                      ",\"unit\":" + jsonText(reading.unit) + ",\"text\":" + jsonText(reading.text) +
                      ",\"at\":" + jsonTime(reading.at) + ",\"source\":" + jsonText(reading.origin.source) +
                      ",\"definition\":" + jsonText(reading.origin.definition) +
                      ",\"knownAt\":" + jsonTime(reading.knownAt) +
                      ",\"unusual\":" + Amount::fromDouble(reading.unusual).toText();
    if (!reading.citation.isEmpty())
        json += ",\"citation\":" + jsonText(reading.citation);
    return json + '}';
}

} // namespace

QByteArray jsonOf(const ReadingValue& value)
{
    return std::visit(JsonWriter{}, value);
}

QByteArray briefToJson(const Brief& brief)
{
    QByteArrayList readings;
    for (const MarketReading& reading : brief.readings)
        readings << readingText(reading);
    QByteArrayList missing;
    for (const MissingReading& one : brief.missing)
        missing << "{\"id\":" + jsonText(one.id) + ",\"reason\":" + jsonText(one.reason) + '}';
    return "{\"asOf\":" + jsonTime(brief.asOf) + ",\"instrument\":" + jsonText(brief.instrument) +
           ",\"readings\":[" + readings.join(",\n") + "],\"missing\":[" + missing.join(",\n") + "]}\n";
}

} // namespace holdline
