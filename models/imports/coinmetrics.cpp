// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/mappedtable.h"
#include "models/imports/shippedmaps.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

bool recognisesCoinMetrics(const FileHead& head, const ImportOptions&)
{
    static constexpr std::array<QByteArrayView, 12> metrics{
        "AdrActCnt", "CapMVRVCur", "CapMrktCurUSD", "FlowInExUSD", "FlowOutExUSD", "FlowInExNtv",
        "HashRate",  "PriceUSD",   "SplyCur",       "SplyExNtv",   "TxCnt",        "ReferenceRateUSD"};
    const auto known = std::count_if(head.columns.begin(), head.columns.end(), [](const QByteArray& column) {
        return std::find(metrics.begin(), metrics.end(), column) != metrics.end();
    });
    return head.hasColumn("time") && (known >= 2 || (known == 1 && head.hasColumn("asset")));
}

QString unitOfMetric(const QByteArray& metric)
{
    if (metric.endsWith("USD"))
        return QStringLiteral("USD");
    return metric.endsWith("Ntv") || metric == "SplyCur" ? QStringLiteral("BTC") : QString();
}

SeriesKey keyOf(const QByteArray& metric)
{
    SeriesKey key;
    key.source = QStringLiteral("coinmetrics");
    key.name = metric == "FlowInExUSD" ? QStringLiteral("whales/coinmetrics")
                                       : QStringLiteral("onchain/coinmetrics/") + QString::fromUtf8(metric);
    return key;
}

TableMap metricsMap(const Table& table)
{
    TableMap map;
    map.timeColumn = table.columnNamed({"time"});
    map.period = utcDay;
    map.skipsTexts = true;
    const int asset = table.columnNamed({"asset"});
    for (int i = 0; i < static_cast<int>(table.columns().size()); ++i) {
        const QByteArray& metric = table.columns()[static_cast<std::size_t>(i)];
        if (i != map.timeColumn && i != asset && !metric.isEmpty())
            map.columns.push_back({i, keyOf(metric), unitOfMetric(metric)});
    }
    if (asset >= 0) {
        map.fault = [asset](const TableRow& row) {
            const auto name = row.cells[static_cast<std::size_t>(asset)];
            return name.isEmpty() || normalName(name) == "btc" ? QString()
                                                               : QStringLiteral("of another asset than btc");
        };
    }
    return map;
}

Result<Done> readCoinMetrics(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto table = file.takeTable();
    return readMappedTable(*table, metricsMap(*table), options, sink);
}

} // namespace

ImportDialect coinMetricsDialect()
{
    return {QStringLiteral("Coin Metrics"), QStringLiteral("table"), QStringLiteral("coin metrics daily"),
            recognisesCoinMetrics, readCoinMetrics};
}

} // namespace holdline
