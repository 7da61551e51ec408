// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/cells.h"
#include "models/imports/etfdialects.h"
#include "models/imports/etfflows.h"
#include "models/imports/filetime.h"
#include "models/imports/htmltable.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

constexpr int leastFunds = 3;

struct TickerHeader {
    qint64 line = 0; ///< the last one of it
    std::vector<QByteArray> columns;
};

/// The line of tickers; above it may stand lines of issuers.
std::optional<TickerHeader> headerOfOneLine(const FileHead& head, const ImportOptions& options)
{
    for (const auto& line : head.lines) {
        const bool isForced = options.kind == QStringLiteral("etf flows") && line.fields.size() > 1 &&
                              normalName(line.fields[0]) == "date" && looksLikeTicker(line.fields[1]);
        if (knownFunds(line.fields) >= leastFunds || isFundsAndTotal(line.fields) || isForced)
            return TickerHeader{line.number, line.fields};
    }
    return {};
}

bool isDayOfFlows(const FileHead::Line& line)
{
    const auto time = readFileTime(line.fields.front());
    return line.fields.size() > leastFunds && time && time->form == FileTime::Form::Date;
}

bool isPartOfHeader(const FileHead::Line& line)
{
    return std::all_of(line.fields.begin(), line.fields.end(), [](const QByteArray& field) {
        const QByteArray name = normalName(field);
        return field.isEmpty() || name == "date" || name == "total" || looksLikeTicker(field);
    });
}

/// Tickers over several lines, as browsers copy cells of more than one paragraph. They are a header when
/// there are as many as cells in the first day.
std::optional<TickerHeader> headerOfLines(const FileHead& head)
{
    const auto day = std::find_if(head.lines.begin(), head.lines.end(), isDayOfFlows);
    if (day == head.lines.end() || day == head.lines.begin())
        return {};
    TickerHeader header{std::prev(day)->number, {"Date"}};
    for (auto line = head.lines.begin(); line != day; ++line) {
        for (const QByteArray& field : line->fields) {
            if (isPartOfHeader(*line) && !field.isEmpty() && normalName(field) != "date")
                header.columns.push_back(field);
        }
    }
    const bool fits = header.columns.size() == day->fields.size();
    return fits && knownFunds(header.columns) >= leastFunds ? std::optional(header) : std::nullopt;
}

std::optional<TickerHeader> headerOf(const FileHead& head, const ImportOptions& options)
{
    const auto oneLine = headerOfOneLine(head, options);
    const auto lines = headerOfLines(head);
    const bool fits = oneLine && (!lines || oneLine->columns.size() == lines->columns.size());
    return fits ? oneLine : lines;
}

bool recognisesFarside(const FileHead& head, const ImportOptions& options)
{
    switch (head.shape) {
    case FileHead::Shape::Lines:
        return headerOf(head, options).has_value();
    case FileHead::Shape::Html:
        return true;
    case FileHead::Shape::Json:
        return false;
    }
    Q_UNREACHABLE();
}

/// Rows around the days: sums, averages, fees.
bool isSummary(QByteArrayView first)
{
    static constexpr std::array<QByteArrayView, 7> words{"total", "average", "maximum", "minimum",
                                                         "fee",   "seed",    "blank"};
    const QByteArray name = normalName(first);
    return std::any_of(words.begin(), words.end(), [&](auto word) { return name.startsWith(word); }) ||
           std::none_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A page that lacks one of these is not the table that it was, and no days are to be had from it.
QString missingFund(const FileHead& head, const QString& asset, const QStringList& funds)
{
    if (head.shape != FileHead::Shape::Html || asset != QStringLiteral("btc"))
        return {};
    for (const auto& fund : {QStringLiteral("IBIT"), QStringLiteral("FBTC"), QStringLiteral("GBTC")}) {
        if (!funds.contains(fund))
            return fund;
    }
    return {};
}

class FarsideReader {
public:
    FarsideReader(const Table& table, const ImportOptions& options, ImportSink& sink)
        : m_table(table),
          m_options(options),
          m_sink(sink)
    {
        for (std::size_t i = 1; i < table.columns().size(); ++i) {
            const QByteArray& name = table.columns()[i];
            if (normalName(name) == "total")
                m_total = i;
            else if (looksLikeTicker(name) || knownFunds({name}) > 0)
                m_funds.push_back(i);
        }
    }

    [[nodiscard]] QStringList funds() const
    {
        QStringList names;
        for (const std::size_t fund : m_funds)
            names << nameOf(fund);
        return names;
    }
    void add(const TableRow& row)
    {
        if (row.cells.empty() || isSummary(row.cells.front()))
            return;
        EtfRow read;
        const QString fault = row.fault.isEmpty() ? take(row, read) : row.fault;
        if (!fault.isEmpty())
            return m_sink.reject(row.line, fault);
        m_rows.push_back(std::move(read));
    }
    void finish(const QString& asset) { giveEtfRows(m_rows, asset, EtfTotals::HoldBackUnfinished, m_sink); }

private:
    const Table& m_table;
    const ImportOptions& m_options;
    ImportSink& m_sink;
    std::vector<std::size_t> m_funds;
    std::optional<std::size_t> m_total;
    std::vector<EtfRow> m_rows;

    [[nodiscard]] QString nameOf(std::size_t column) const
    {
        return fundNamed(QString::fromUtf8(m_table.columns()[column]));
    }
    QString take(const TableRow& row, EtfRow& read)
    {
        read.line = row.line;
        QString fault = readEtfDate(row.cells.front(), m_options.now, read.date);
        for (std::size_t i = 0; i < m_funds.size() && fault.isEmpty(); ++i) {
            const auto value = flow(row, m_funds[i], fault);
            if (value)
                read.flows.emplace_back(nameOf(m_funds[i]), *value);
        }
        if (m_total && fault.isEmpty())
            read.total = flow(row, *m_total, fault);
        if (read.flows.empty())
            read.total.reset(); // before any fund reports, the table prints a total of 0.0
        return fault;
    }
    [[nodiscard]] std::optional<Amount> flow(const TableRow& row, std::size_t column, QString& fault) const
    {
        const auto cell = row.cells[column];
        if (isMissingCell(cell))
            return std::nullopt;
        const auto value = readCell(cell, millions);
        if (!value)
            fault = notANumber(m_table.columns()[column], cell);
        return value;
    }
};

Result<std::unique_ptr<Table>> openTable(ImportFile& file, const ImportOptions& options)
{
    if (file.head().shape == FileHead::Shape::Html)
        return HtmlTable::read(file.text(), "etf",
                               [](const auto& cells) { return knownFunds(cells) >= leastFunds; });
    const auto header = headerOf(file.head(), options);
    return file.takeTable(header->line, header->columns);
}

Result<Done> readFarside(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto table = openTable(file, options);
    if (table.hasError())
        return table.error();
    FarsideReader reader(*table.value(), options, sink);
    const QString asset = assetOfFunds(reader.funds(), options);
    if (asset.isEmpty())
        return unknownAsset();
    const QString missing = missingFund(file.head(), asset, reader.funds());
    if (!missing.isEmpty())
        return malformed(QStringLiteral("the web page's table has no column %1").arg(missing));
    TableRow row;
    while (table.value()->next(row) && !sink.shouldStop())
        reader.add(row);
    if (const auto error = table.value()->error())
        return *error;
    reader.finish(asset);
    return Done{};
}

} // namespace

ImportDialect farsideDialect()
{
    return {.name = QStringLiteral("Farside"),
            .kind = QStringLiteral("etf flows"),
            .recognises = recognisesFarside,
            .read = readFarside};
}

} // namespace holdline
