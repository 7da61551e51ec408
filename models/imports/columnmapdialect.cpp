// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/columnmapdialect.h"

#include "models/imports/candlereader.h"
#include "models/imports/columntargets.h"
#include "models/imports/mappedtable.h"

#include <algorithm>

namespace holdline {

namespace {

bool recognisesColumnMap(const FileHead& head, const ImportOptions& options)
{
    return head.shape != FileHead::Shape::Html &&
           (!options.map.empty() || options.kind == QStringLiteral("table"));
}

Error badMap(const QString& sentence)
{
    return {Error::Kind::Usage, sentence};
}

using Columns = std::vector<QByteArray>;

QString listOf(const Columns& columns)
{
    return QString::fromUtf8(QByteArrayList(columns.begin(), columns.end()).join(", "));
}

/// As written first, then whatever the case.
std::optional<std::size_t> placeOf(const Columns& columns, const QString& name)
{
    const QByteArray wanted = name.toUtf8();
    auto found = std::find(columns.begin(), columns.end(), wanted);
    if (found == columns.end())
        found = std::find_if(columns.begin(), columns.end(), [&](const QByteArray& column) {
            return normalName(column) == normalName(wanted);
        });
    return found == columns.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

Result<std::size_t> timePlace(const Columns& columns, const ImportOptions& options)
{
    if (!options.timeColumn.isEmpty()) {
        const auto place = placeOf(columns, options.timeColumn);
        return place ? Result<std::size_t>(*place)
                     : badMap(QStringLiteral("the file has no column “%1” for --time; its columns: %2")
                                  .arg(options.timeColumn, listOf(columns)));
    }
    for (const char* name : {"unix", "unix_ms", "unix_us", "open_time", "open_time_ms", "open_time_us",
                             "timestamp", "timestamp_ms", "timestamp_us", "time", "time_ms", "time_us",
                             "datetime", "date", "observation_date", "day"}) {
        const auto place = placeOf(columns, QString::fromLatin1(name));
        if (place)
            return *place;
    }
    return badMap(QStringLiteral("the file has no column that is called a time; name it with --time; its "
                                 "columns: %1")
                      .arg(listOf(columns)));
}

/// Places of the map's columns, in its order.
Result<std::vector<std::size_t>> places(const Columns& columns, const ImportOptions& options)
{
    std::vector<std::size_t> places;
    for (const auto& target : options.map) {
        const auto place = placeOf(columns, target.column);
        if (!place)
            return badMap(QStringLiteral("the file has no column “%1” for --map; its columns: %2")
                              .arg(target.column, listOf(columns)));
        places.push_back(*place);
    }
    return places;
}

Result<TableMap> mapFor(const Table& table, const ImportOptions& options)
{
    TableMap map;
    const auto time = timePlace(table.columns(), options);
    if (time.hasError())
        return time.error();
    const auto columns = places(table.columns(), options);
    if (columns.hasError())
        return columns.error();
    map.timeColumn = static_cast<int>(time.value());
    map.toColumn = table.columnNamed({"to"});
    map.knownAtColumn = table.columnNamed({"known_at", "knownat"});
    if (!options.zone.isEmpty())
        map.zone = QTimeZone(options.zone.toUtf8());
    for (std::size_t i = 0; i < options.map.size(); ++i) {
        SeriesKey key;
        key.name = options.map[i].series;
        key.column = options.map[i].seriesColumn;
        key.source = QStringLiteral("file");
        map.columns.push_back({static_cast<int>(columns.value()[i]), key, {}});
    }
    return map;
}

qint64 headerLine(const FileHead& head)
{
    return head.lines.empty() ? 1 : head.lines.front().number;
}

/// The columns under the names that a file of candles gives them.
Result<Done> readAsCandles(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const Columns& columns = file.head().columns;
    const auto time = timePlace(columns, options);
    if (time.hasError())
        return time.error();
    const auto mapped = places(columns, options);
    if (mapped.hasError())
        return mapped.error();
    Columns names(columns.size());
    names[time.value()] = "time";
    for (std::size_t i = 0; i < options.map.size(); ++i)
        names[mapped.value()[i]] = options.map[i].seriesColumn.toLatin1();
    const CandleLayout layout = layoutByNames(names, file.head().separator, headerLine(file.head()));
    if (!layout.isComplete())
        return badMap(QStringLiteral("the column of times cannot be a figure of a candle too"));
    ImportOptions ofSeries = options;
    ofSeries.instrument = options.map.front().series;
    return readCandles(file, ofSeries, sink, layout);
}

Result<Done> readColumnMap(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    if (options.map.empty())
        return badMap(QStringLiteral("a table needs to be told what its columns are: --map COLUMN=SERIES"));
    const auto fits = checkTargets(options.map);
    if (fits.hasError())
        return fits;
    if (areCandles(options.map))
        return readAsCandles(file, options, sink);
    const auto table = file.takeTable(headerLine(file.head()));
    const auto map = mapFor(*table, options);
    if (map.hasError())
        return map.error();
    return readMappedTable(*table, map.value(), options, sink);
}

} // namespace

ImportDialect columnMapDialect()
{
    return {.name = QStringLiteral("table by a map"),
            .kind = QStringLiteral("table"),
            .recognises = recognisesColumnMap,
            .read = readColumnMap};
}

} // namespace holdline
