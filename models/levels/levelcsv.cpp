// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/levelcsv.h"

#include "models/levels/leveltext.h"

#include <algorithm>

namespace holdline {

namespace {

QByteArray csvText(const QString& text)
{
    QByteArray field = text.toUtf8();
    const bool needsQuotes = std::any_of(
        field.begin(), field.end(), [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
    return needsQuotes ? '"' + field.replace("\"", "\"\"") + '"' : field;
}

QByteArray csvTime(const std::optional<UtcTime>& time)
{
    return time ? toIso(*time).toLatin1() : QByteArray();
}

} // namespace

QByteArray levelsToCsv(std::span<const Level> levels)
{
    QByteArray csv = QByteArrayLiteral(
        "id,instrument,name,low,high,role,validFrom,validTo,origin,source,definition,note\n");
    for (const Level& level : levels) {
        const QList<QByteArray> fields{
            csvText(level.id),        csvText(level.instrument), csvText(level.name),
            level.low.toText(),       level.high.toText(),       toText(level.role).toLatin1(),
            csvTime(level.validFrom), csvTime(level.validTo),    toText(level.origin).toLatin1(),
            csvText(level.source),    csvText(level.definition), csvText(level.note)};
        csv += fields.join(',') + '\n';
    }
    return csv;
}

} // namespace holdline
