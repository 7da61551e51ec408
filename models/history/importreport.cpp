// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/importreport.h"

#include "models/foundation/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace holdline {

namespace {

QByteArray jsonTime(const std::optional<UtcTime>& time)
{
    return time ? jsonText(toIso(*time)) : QByteArray("null");
}

QByteArray jsonMap(const ImportReport& report)
{
    if (report.mapping.empty())
        return report.map.isEmpty() ? QByteArray("null") : jsonText(report.map);
    std::vector<std::pair<QString, QByteArrayList>> seriesOf; // by column, in the order of the map
    for (const auto& target : report.mapping) {
        const auto known = std::find_if(seriesOf.begin(), seriesOf.end(),
                                        [&](const auto& each) { return each.first == target.column; });
        auto& entry =
            known == seriesOf.end() ? seriesOf.emplace_back(target.column, QByteArrayList()) : *known;
        entry.second << jsonText(target.text);
    }
    QByteArrayList entries;
    for (const auto& [column, series] : seriesOf)
        entries << jsonText(column) + ':' +
                       (series.size() == 1 ? series.front() : '[' + series.join(',') + ']');
    return '{' + entries.join(',') + '}';
}

QByteArray jsonRejects(const std::vector<RejectedRow>& rejects)
{
    QByteArrayList entries;
    for (const auto& reject : rejects)
        entries << "{\"line\":" + QByteArray::number(reject.line) + ",\"reason\":" + jsonText(reject.reason) +
                       '}';
    return '[' + entries.join(',') + ']';
}

} // namespace

QByteArray toJson(const ImportReport& report)
{
    QByteArrayList entries;
    const auto add = [&](const char* key, const QByteArray& value) {
        entries << '"' + QByteArray(key) + "\":" + value;
    };
    add("file", jsonText(report.file));
    add("kind", jsonText(report.kind));
    add("rows", QByteArray::number(report.rows));
    add("added", QByteArray::number(report.added));
    add("unchanged", QByteArray::number(report.unchanged));
    add("revised", QByteArray::number(report.revised));
    add("rejected", QByteArray::number(report.rejected));
    add("from", jsonTime(report.from));
    add("to", jsonTime(report.to));
    add("map", jsonMap(report));
    add("rejects", jsonRejects(report.rejects));
    return '{' + entries.join(',') + '}';
}

} // namespace holdline
