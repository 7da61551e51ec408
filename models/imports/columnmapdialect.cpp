// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/columnmapdialect.h"

#include "models/imports/mappedtable.h"

namespace holdline {

namespace {

bool recognises(const FileHead& head, const ImportOptions& options)
{
    return head.shape != FileHead::Shape::Html &&
           (!options.map.empty() || options.kind == QStringLiteral("table"));
}

Error usage(const QString& sentence)
{
    return {Error::Kind::Usage, sentence};
}

QString listOf(const std::vector<QByteArray>& columns)
{
    return QString::fromUtf8(QByteArrayList(columns.begin(), columns.end()).join(", "));
}

/// As written first, then whatever the case.
int placeOf(const Table& table, const QString& name)
{
    const auto& columns = table.columns();
    const QByteArray wanted = name.toUtf8();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] == wanted)
            return static_cast<int>(i);
    }
    return table.columnNamed({normalName(wanted)});
}

Result<int> timePlace(const Table& table, const ImportOptions& options)
{
    if (!options.timeColumn.isEmpty()) {
        const int place = placeOf(table, options.timeColumn);
        return place >= 0 ? Result<int>(place)
                          : usage(QStringLiteral("the file has no column “%1” for --time; its columns: %2")
                                      .arg(options.timeColumn, listOf(table.columns())));
    }
    const int place =
        table.columnNamed({"unix", "unix_ms", "unix_us", "open_time", "open_time_ms", "open_time_us",
                           "timestamp", "timestamp_ms", "timestamp_us", "time", "time_ms", "time_us",
                           "datetime", "date", "observation_date", "day"});
    return place >= 0 ? Result<int>(place)
                      : usage(QStringLiteral(
                                  "the file has no column that is called a time; name it with --time; its "
                                  "columns: %1")
                                  .arg(listOf(table.columns())));
}

Result<TableMap> mapFor(const Table& table, const ImportOptions& options)
{
    TableMap map;
    const auto time = timePlace(table, options);
    if (time.hasError())
        return time.error();
    map.timeColumn = time.value();
    map.toColumn = table.columnNamed({"to"});
    map.knownAtColumn = table.columnNamed({"known_at", "knownat"});
    if (!options.zone.isEmpty())
        map.zone = QTimeZone(options.zone.toUtf8());
    for (const auto& target : options.map) {
        const int place = placeOf(table, target.column);
        if (place < 0)
            return usage(QStringLiteral("the file has no column “%1” for --map; its columns: %2")
                             .arg(target.column, listOf(table.columns())));
        SeriesKey key;
        key.name = target.series;
        key.column = target.seriesColumn;
        key.source = QStringLiteral("file");
        map.columns.push_back({place, key, {}});
    }
    return map;
}

Result<Done> read(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    if (options.map.empty())
        return usage(QStringLiteral("a table needs to be told what its columns are: --map COLUMN=SERIES"));
    const qint64 headerLine = file.head().lines.empty() ? 1 : file.head().lines.front().number;
    const auto table = file.takeTable(headerLine);
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
            .recognises = recognises,
            .read = read};
}

} // namespace holdline
