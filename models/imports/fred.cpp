// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/filetime.h"
#include "models/imports/mappedtable.h"
#include "models/imports/shippedmaps.h"

#include <QRegularExpression>

#include <algorithm>

namespace holdline {

namespace {

bool isSeriesId(const QByteArray& name)
{
    static const QRegularExpression id(QStringLiteral("^[A-Z][A-Z0-9_]{1,}$"));
    return id.match(QString::fromLatin1(name)).hasMatch();
}

bool recognises(const FileHead& head, const ImportOptions&)
{
    return head.shape == FileHead::Shape::Lines && head.columns.size() >= 2 &&
           head.columnNamed({"observation_date", "date"}) == 0 &&
           std::all_of(head.columns.begin() + 1, head.columns.end(), isSeriesId);
}

/// Yields and rates of FRED are in per cent; other units are not told by the file.
QString unitOf(const QByteArray& id)
{
    return id.startsWith("DGS") || id.startsWith("DFEDTAR") || id.startsWith("IRLT") ? QStringLiteral("%")
                                                                                     : QString();
}

/// Daily values are closes. A value of a week or more covers the time to the next one.
bool isDaily(const FileHead& head)
{
    std::vector<qint64> gaps;
    std::optional<UtcTime> before;
    for (std::size_t i = 1; i < head.lines.size(); ++i) {
        const auto time = head.lines[i].fields.empty() ? std::nullopt : readFileTime(head.lines[i].fields[0]);
        if (!time)
            continue;
        if (before)
            gaps.push_back(std::abs((time->time - *before).count()));
        before = time->time;
    }
    return gaps.empty() || *std::min_element(gaps.begin(), gaps.end()) < oneWeek.length.count();
}

Result<Done> read(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto table = file.takeTable();
    TableMap map;
    map.timeColumn = 0;
    if (isDaily(file.head()))
        map.period = newYorkClose;
    for (int i = 1; i < static_cast<int>(table->columns().size()); ++i) {
        const QByteArray& id = table->columns()[static_cast<std::size_t>(i)];
        SeriesKey key;
        key.name = QStringLiteral("macro/") + QString::fromLatin1(id.toLower());
        key.source = QStringLiteral("fred");
        map.columns.push_back({i, key, unitOf(id)});
    }
    return readMappedTable(*table, map, options, sink);
}

} // namespace

ImportDialect fredDialect()
{
    return {QStringLiteral("FRED"), QStringLiteral("table"), QStringLiteral("fred"), recognises, read};
}

} // namespace holdline
