// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/briefcsv.h"

#include "models/readings/briefjson.h"

#include <algorithm>

namespace holdline {

namespace {

QByteArray briefCell(const QByteArray& bytes)
{
    const bool isPlain = std::none_of(bytes.begin(), bytes.end(),
                                      [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
    return isPlain ? bytes : '"' + QByteArray(bytes).replace("\"", "\"\"") + '"';
}

QByteArray cellOfValue(const ReadingValue& value)
{
    if (std::holds_alternative<std::monostate>(value))
        return {};
    if (const auto* const text = std::get_if<QString>(&value))
        return briefCell(text->toUtf8());
    if (const auto* const time = std::get_if<UtcTime>(&value))
        return toIso(*time).toLatin1();
    return briefCell(jsonOf(value));
}

} // namespace

QByteArray briefToCsv(const Brief& brief)
{
    QByteArray csv = "id,value,unit,text,at,source,definition,known_at\n";
    for (const MarketReading& reading : brief.readings)
        csv += briefCell(reading.id.toUtf8()) + ',' + cellOfValue(reading.value) + ',' +
               briefCell(reading.unit.toUtf8()) + ',' + briefCell(reading.text.toUtf8()) + ',' +
               toIso(reading.at).toLatin1() + ',' + briefCell(reading.origin.source.toUtf8()) + ',' +
               briefCell(reading.origin.definition.toUtf8()) + ',' + toIso(reading.knownAt).toLatin1() + '\n';
    return csv;
}

} // namespace holdline
