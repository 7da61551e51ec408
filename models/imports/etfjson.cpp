// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/cells.h"
#include "models/imports/etfdialects.h"
#include "models/imports/etfflows.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr QByteArrayView flowPrefix = "flows.";

bool recognisesEtfJson(const FileHead& head, const ImportOptions&)
{
    return head.shape == FileHead::Shape::Json && head.hasColumn("date") &&
           std::any_of(head.columns.begin(), head.columns.end(),
                       [](const QByteArray& column) { return column.startsWith(flowPrefix); });
}

std::optional<Amount> flow(QByteArrayView cell, QByteArrayView name, QString& fault)
{
    if (isMissingCell(cell))
        return std::nullopt;
    const auto value = readCell(cell, millions);
    if (!value)
        fault = notANumber(name, cell);
    return value;
}

QString take(const Table& table, const TableRow& row, UtcTime now, EtfRow& read)
{
    read.line = row.line;
    const int total = table.columnNamed({"total"});
    QString fault =
        readEtfDate(row.cells[static_cast<std::size_t>(table.columnNamed({"date"}))], now, read.date);
    for (std::size_t i = 0; i < row.cells.size() && fault.isEmpty(); ++i) {
        const QByteArray& name = table.columns()[i];
        if (static_cast<int>(i) == total)
            read.total = flow(row.cells[i], name, fault);
        if (!name.startsWith(flowPrefix))
            continue;
        if (const auto value = flow(row.cells[i], name, fault))
            read.flows.emplace_back(fundNamed(QString::fromUtf8(name.sliced(flowPrefix.size()))), *value);
    }
    return fault;
}

QStringList fundsOf(const Table& table)
{
    QStringList funds;
    for (const auto& name : table.columns()) {
        if (name.startsWith(flowPrefix))
            funds << QString::fromUtf8(name.sliced(flowPrefix.size()));
    }
    return funds;
}

Result<Done> readEtfJson(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto table = file.takeTable();
    const QString asset = assetOfFunds(fundsOf(*table), options);
    if (asset.isEmpty())
        return unknownAsset();
    std::vector<EtfRow> rows;
    TableRow row;
    while (table->next(row)) {
        EtfRow read;
        const QString fault = row.fault.isEmpty() ? take(*table, row, options.now, read) : row.fault;
        if (fault.isEmpty())
            rows.push_back(std::move(read));
        else
            sink.reject(row.line, fault);
    }
    giveEtfRows(rows, asset, EtfTotals::AtOnce, sink);
    return Done{};
}

} // namespace

ImportDialect etfJsonDialect()
{
    return {QStringLiteral("ETF flows as JSON"), QStringLiteral("etf flows"), QStringLiteral("etf flow json"),
            recognisesEtfJson, readEtfJson};
}

} // namespace holdline
