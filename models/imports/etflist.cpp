// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/cells.h"
#include "models/imports/etfdialects.h"
#include "models/imports/etfflows.h"

namespace holdline {

namespace {

const std::initializer_list<QByteArrayView> fundNames{"fund", "ticker", "etf"};
const std::initializer_list<QByteArrayView> dollarNames{"net_flow_usd", "flow_usd"};
const std::initializer_list<QByteArrayView> millionNames{"flow_usd_millions", "net_flow_usd_millions"};

bool recognisesEtfList(const FileHead& head, const ImportOptions&)
{
    return head.hasColumn("date") && head.columnNamed(fundNames) >= 0 &&
           (head.columnNamed(dollarNames) >= 0 || head.columnNamed(millionNames) >= 0);
}

/// Rows of one fund and day each; a fund that is called `total` is the source's own.
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
    [[nodiscard]] bool hasRows() const { return !m_rows.empty(); }
    void finish(const QString& asset);

private:
    struct Row {
        qint64 line = 0;
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
        Row read{.line = row.line, .date = {}, .fund = {}, .flow = {}};
        const QString fault =
            readEtfDate(row.cells[static_cast<std::size_t>(m_date)], m_options.now, read.date);
        if (!fault.isEmpty())
            return fault;
        read.fund = fundNamed(QString::fromUtf8(row.cells[static_cast<std::size_t>(m_fund)]));
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
    std::vector<EtfRow> rows;
    for (const Row& row : m_rows) {
        EtfRow& given = rows.emplace_back();
        given.line = row.line;
        given.date = row.date;
        if (row.fund == QStringLiteral("total"))
            given.total = row.flow;
        else if (row.flow)
            given.flows.emplace_back(row.fund, *row.flow);
    }
    giveEtfRows(rows, asset, EtfTotals::AtOnce, m_sink);
}

Result<Done> readEtfList(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto table = file.takeTable();
    EtfListReader reader(*table, options, sink);
    TableRow row;
    while (table->next(row) && !sink.shouldStop())
        reader.add(row);
    if (const auto error = table->error())
        return *error;
    const QString asset = assetOfFunds(reader.funds(), options);
    if (asset.isEmpty() && reader.hasRows())
        return unknownAsset();
    reader.finish(asset);
    return Done{};
}

} // namespace

ImportDialect etfListDialect()
{
    return {.name = QStringLiteral("list of ETF flows"),
            .kind = QStringLiteral("etf flows"),
            .recognises = recognisesEtfList,
            .read = readEtfList};
}

} // namespace holdline
