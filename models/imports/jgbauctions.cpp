// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/cells.h"
#include "models/imports/filetime.h"
#include "models/imports/shippedmaps.h"
#include "models/market/periods.h"

#include <map>

namespace holdline {

namespace {

struct Measure {
    int column = -1;
    QByteArrayView name;
    QString suffix;
    QString unit;
};

bool recognisesJgbAuctions(const FileHead& head, const ImportOptions&)
{
    return head.hasColumn("date") && head.hasColumn("tenor") && head.hasColumn("bid_to_cover");
}

/// `20-Year` → 20; 0 for anything else.
int yearsOfTenor(QByteArrayView tenor)
{
    const qsizetype dash = tenor.indexOf('-');
    bool isNumber = false;
    const int years = tenor.first(dash < 0 ? tenor.size() : dash).toByteArray().toInt(&isNumber);
    const QByteArray rest = dash < 0 ? QByteArray("year") : normalName(tenor.sliced(dash + 1));
    return isNumber && years > 0 && rest.startsWith("year") ? years : 0;
}

class AuctionReader {
public:
    AuctionReader(const Table& table, const ImportOptions& options, ImportSink& sink)
        : m_sink(sink),
          m_latest(options.now + oneDay.length),
          m_date(table.columnNamed({"date"})),
          m_tenor(table.columnNamed({"tenor"})),
          m_measures{
              {table.columnNamed({"bid_to_cover"}), "bid_to_cover", QStringLiteral("bid_to_cover"), {}},
              {table.columnNamed({"yield"}), "yield", QStringLiteral("auction_yield"), QStringLiteral("%")},
              {table.columnNamed({"size_bn_jpy"}), "size_bn_jpy", QStringLiteral("auction_size"),
               QStringLiteral("bn JPY")}}
    {
    }

    void add(const TableRow& row)
    {
        const QString fault = row.fault.isEmpty() ? take(row) : row.fault;
        if (!fault.isEmpty())
            m_sink.reject(row.line, fault);
    }

private:
    ImportSink& m_sink;
    UtcTime m_latest;
    int m_date;
    int m_tenor;
    std::vector<Measure> m_measures;

    QString take(const TableRow& row)
    {
        const auto date = readFileTime(row.cells[static_cast<std::size_t>(m_date)]);
        if (!date)
            return notATime(row.cells[static_cast<std::size_t>(m_date)]);
        if (date->time > m_latest)
            return QStringLiteral("a time later than a day from now");
        const int years = yearsOfTenor(row.cells[static_cast<std::size_t>(m_tenor)]);
        if (years == 0)
            return QStringLiteral("not a tenor like 20-Year: %1")
                .arg(quoted(row.cells[static_cast<std::size_t>(m_tenor)]));
        const Period period = tokyoAuction(oneDay.bucketStart(date->time));
        std::vector<SeriesSample> samples;
        for (const Measure& measure : m_measures) {
            const auto cell =
                measure.column < 0 ? QByteArrayView() : row.cells[static_cast<std::size_t>(measure.column)];
            if (isMissingCell(cell))
                continue;
            const auto value = readCell(cell);
            if (!value)
                return notANumber(measure.name, cell);
            samples.push_back({seriesOf(years, measure), {period.from, period.to, period.knownAt, *value}});
        }
        m_sink.samples(samples);
        return {};
    }
    int seriesOf(int years, const Measure& measure)
    {
        SeriesKey key;
        key.name = QStringLiteral("macro/jgb%1_%2").arg(years).arg(measure.suffix);
        key.source = QStringLiteral("mof");
        return m_sink.series(key, SeriesKind::Samples, measure.unit);
    }
};

Result<Done> readJgbAuctions(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto table = file.takeTable();
    AuctionReader reader(*table, options, sink);
    TableRow row;
    while (table->next(row) && !sink.shouldStop())
        reader.add(row);
    const auto error = table->error();
    return error ? Result<Done>(*error) : Done{};
}

} // namespace

ImportDialect jgbAuctionsDialect()
{
    return {QStringLiteral("JGB auctions"), QStringLiteral("table"), QStringLiteral("jgb auctions"),
            recognisesJgbAuctions, readJgbAuctions};
}

} // namespace holdline
