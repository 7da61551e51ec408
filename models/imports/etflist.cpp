// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/cells.h"
#include "models/imports/etfdialects.h"
#include "models/imports/etfflows.h"

#include <map>

namespace holdline {

namespace {

constexpr int millions = 6;

const std::initializer_list<QByteArrayView> fundNames{"fund", "ticker", "etf"};
const std::initializer_list<QByteArrayView> dollarNames{"net_flow_usd", "flow_usd"};
const std::initializer_list<QByteArrayView> millionNames{"flow_usd_millions", "net_flow_usd_millions"};

bool recognises(const FileHead& head, const ImportOptions&)
{
    return head.hasColumn("date") && head.columnNamed(fundNames) >= 0 &&
           (head.columnNamed(dollarNames) >= 0 || head.columnNamed(millionNames) >= 0);
}

/// Rows of one fund and day each, put together by day. The total is one more row of the day's last fund.
class EtfListReader {
public:
    EtfListReader(const Table& table, const ImportOptions& options, ImportSink& sink)
        : m_options(options),
          m_sink(sink),
          m_date(table.columnNamed({"date"})),
          m_fund(table.columnNamed(fundNames))
    {
        m_flow = table.columnNamed(dollarNames);
        m_power = m_flow < 0 ? millions : 0;
        m_flow = m_flow < 0 ? table.columnNamed(millionNames) : m_flow;
    }

    void add(const TableRow& row)
    {
        const QString fault = row.fault.isEmpty() ? take(row) : row.fault;
        if (!fault.isEmpty())
            m_sink.reject(row.line, fault);
    }
    [[nodiscard]] const QStringList& funds() const { return m_funds; }
    /// Each row of the file stays a row; the last one of a day brings the day's total.
    void finish(const QString& asset);

private:
    struct Row {
        UtcTime date;
        QString fund;
        std::optional<Amount> flow;
    };

    const ImportOptions& m_options;
    ImportSink& m_sink;
    int m_date;
    int m_fund;
    int m_flow = -1;
    int m_power = 0;
    QStringList m_funds;
    std::vector<Row> m_rows;

    QString take(const TableRow& row)
    {
        Row read;
        const QString fault =
            readEtfDate(row.cells[static_cast<std::size_t>(m_date)], m_options.now, read.date);
        if (!fault.isEmpty())
            return fault;
        read.fund = QString::fromUtf8(row.cells[static_cast<std::size_t>(m_fund)]);
        if (read.fund.isEmpty() || read.fund.size() > 40 || read.fund.contains(QLatin1Char('/')))
            return QStringLiteral("no name of a fund");
        const auto cell = row.cells[static_cast<std::size_t>(m_flow)];
        if (!isMissingCell(cell)) {
            read.flow = readCell(cell, m_power);
            if (!read.flow)
                return notANumber("flow", cell);
        }
        if (read.fund.compare(QStringLiteral("total"), Qt::CaseInsensitive) == 0)
            read.fund = QStringLiteral("total");
        else if (!m_funds.contains(read.fund))
            m_funds << read.fund;
        m_rows.push_back(std::move(read));
        return {};
    }
};

void EtfListReader::finish(const QString& asset)
{
    struct Day {
        std::map<QString, Amount> flows; ///< the last row of a fund holds
        std::size_t lastRow = 0;
    };
    std::map<UtcTime, Day> days;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Day& day = days[m_rows[i].date];
        if (m_rows[i].flow && m_rows[i].fund != QStringLiteral("total"))
            day.flows[m_rows[i].fund] = *m_rows[i].flow;
        day.lastRow = i;
    }
    std::vector<EtfRow> rows;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const Day& day = days.at(row.date);
        EtfRow given{.line = 0, .date = row.date, .flows = {}, .total = {}};
        const bool isTotal = row.fund == QStringLiteral("total");
        if (row.flow && !isTotal)
            given.flows.emplace_back(row.fund, *row.flow);
        // A list of one fund says nothing about all of them.
        if (day.lastRow == i && !day.flows.empty() && m_funds.size() > 1) {
            Amount sum;
            for (const auto& [fund, flow] : day.flows)
                sum += flow;
            given.total = sum;
        } else if (isTotal && day.flows.empty()) {
            given.total = row.flow;
        }
        rows.push_back(std::move(given));
    }
    giveEtfRows(rows, asset, EtfTotals::AsGiven, m_sink);
}

Result<Done> read(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto table = file.takeTable();
    EtfListReader reader(*table, options, sink);
    TableRow row;
    while (table->next(row) && !sink.shouldStop())
        reader.add(row);
    if (const auto error = table->error())
        return *error;
    const QString asset = assetOfFunds(reader.funds(), options);
    if (asset.isEmpty() && !reader.funds().isEmpty())
        return unknownAsset();
    reader.finish(asset);
    return Done{};
}

} // namespace

ImportDialect etfListDialect()
{
    return {.name = QStringLiteral("list of ETF flows"),
            .kind = QStringLiteral("etf flows"),
            .recognises = recognises,
            .read = read};
}

} // namespace holdline
