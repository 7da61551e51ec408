// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/cells.h"
#include "models/imports/liquidationdialects.h"
#include "models/imports/liquidationseries.h"
#include "models/imports/mappedtable.h"

namespace holdline {

namespace {

const std::initializer_list<QByteArrayView> sumTimeNames{
    "time", "timestamp", "date", "datetime", "time_ms", "time_us", "timestamp_ms", "timestamp_us"};
const std::initializer_list<QByteArrayView> longNames{"long_usd", "long_liquidation_usd",
                                                      "aggregated_long_liquidation_usd"};
const std::initializer_list<QByteArrayView> shortNames{"short_usd", "short_liquidation_usd",
                                                       "aggregated_short_liquidation_usd"};

bool recognisesLiquidationSums(const FileHead& head, const ImportOptions&)
{
    return head.columnNamed(sumTimeNames) >= 0 && head.columnNamed(longNames) >= 0 &&
           head.columnNamed(shortNames) >= 0;
}

Result<Done> readLiquidationSums(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const qint64 headerLine = file.head().lines.empty() ? 1 : file.head().lines.front().number;
    const auto table = file.takeTable(headerLine);
    SeriesKey key;
    key.name = liquidationSeries(venueOf(options, {}), assetOfSymbol(options.instrument));
    key.source = QStringLiteral("file");
    TableMap map;
    map.timeColumn = table->columnNamed(sumTimeNames);
    if (!options.zone.isEmpty())
        map.zone = QTimeZone(options.zone.toUtf8());
    key.column = QStringLiteral("long_usd");
    map.columns.push_back({table->columnNamed(longNames), key, QStringLiteral("USD")});
    key.column = QStringLiteral("short_usd");
    map.columns.push_back({table->columnNamed(shortNames), key, QStringLiteral("USD")});
    map.fault = [first = map.columns[0].column, second = map.columns[1].column](const TableRow& row) {
        for (const int column : {first, second}) {
            const auto value = readCell(row.cells[static_cast<std::size_t>(column)]);
            if (value && value->units < 0)
                return QStringLiteral("a negative sum of liquidations");
        }
        return QString();
    };
    return readMappedTable(*table, map, options, sink);
}

} // namespace

ImportDialect liquidationSumsDialect()
{
    return {.name = QStringLiteral("sums of liquidations"),
            .kind = QStringLiteral("liquidations"),
            .recognises = recognisesLiquidationSums,
            .read = readLiquidationSums};
}

} // namespace holdline
