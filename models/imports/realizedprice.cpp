// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/mappedtable.h"
#include "models/imports/shippedmaps.h"

namespace holdline {

namespace {

Result<Done> readCostBasis(ImportFile& file, const ImportOptions& options, ImportSink& sink,
                           std::initializer_list<QByteArrayView> columns, const QString& band)
{
    const auto table = file.takeTable();
    TableMap map;
    map.timeColumn = table->columnNamed({"date", "time", "timestamp"});
    map.period = utcDay;
    SeriesKey key;
    key.name = QStringLiteral("cohort/") + band;
    key.column = QStringLiteral("cost_basis");
    key.source = QStringLiteral("file");
    map.columns.push_back({table->columnNamed(columns), key, QStringLiteral("USD"), true});
    return readMappedTable(*table, map, options, sink);
}

bool recognisesSth(const FileHead& head, const ImportOptions&)
{
    return head.columnNamed({"date", "time", "timestamp"}) >= 0 &&
           head.columnNamed({"sth_realized", "sth_realized_price"}) >= 0;
}

bool recognisesAll(const FileHead& head, const ImportOptions&)
{
    return head.columnNamed({"date", "time", "timestamp"}) >= 0 && head.hasColumn("realized_price");
}

Result<Done> readSth(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    return readCostBasis(file, options, sink, {"sth_realized", "sth_realized_price"}, QStringLiteral("sth"));
}

Result<Done> readAll(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    return readCostBasis(file, options, sink, {"realized_price"}, QStringLiteral("all"));
}

} // namespace

ImportDialect sthRealizedPriceDialect()
{
    return {QStringLiteral("STH realized price"), QStringLiteral("cohorts"),
            QStringLiteral("sth realized price"), recognisesSth, readSth};
}

ImportDialect realizedPriceDialect()
{
    return {QStringLiteral("realized price"), QStringLiteral("cohorts"), QStringLiteral("realized price"),
            recognisesAll, readAll};
}

} // namespace holdline
