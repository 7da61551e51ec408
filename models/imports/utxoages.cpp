// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/agebands.h"
#include "models/feeds/cohortvalues.h"
#include "models/imports/cells.h"
#include "models/imports/cohorttable.h"
#include "models/imports/filetime.h"
#include "models/market/periods.h"

namespace holdline {

namespace {

constexpr QByteArrayView valuePrefix = "utxo_value_";
constexpr QByteArrayView realcapPrefix = "utxo_realcap_";
constexpr int satoshi = -8;

/// Where a band's coins and their cost stand.
struct AgeColumns {
    QString band;
    int value = -1;   ///< satoshi
    int realcap = -1; ///< USD
};

/// `under_1d`, `1d_1w`; empty for ages that are cut elsewhere.
QString bandOfAges(QByteArrayView ages)
{
    return ages == "under_1d" ? cohortName(0) : bandNamed(ages);
}

class AgeReader final {
public:
    AgeReader(const Table& table, const ImportOptions& options, ImportSink& sink)
        : m_sink(sink),
          m_latest(options.now + oneDay.length),
          m_date(table.columnNamed({"date"})),
          m_price(table.columnNamed({"price_usd"})),
          m_ages{{QStringLiteral("all"), table.columnNamed({"total_utxo_value"}),
                  table.columnNamed({"realized_cap"})}}
    {
        QStringList others;
        for (int i = 0; i < static_cast<int>(table.columns().size()); ++i) {
            const QByteArrayView name = table.columns()[static_cast<std::size_t>(i)];
            if (!name.startsWith(valuePrefix))
                continue;
            const QByteArray ages = name.sliced(valuePrefix.size()).toByteArray();
            const QByteArray realcap = realcapPrefix.toByteArray() + ages;
            if (const QString band = bandOfAges(ages); !band.isEmpty())
                m_ages.push_back({band, i, table.columnNamed({realcap})});
            else
                others << QString::fromUtf8(ages);
        }
        if (!others.isEmpty())
            sink.say(QStringLiteral("ages left out, being cut where no band is: %1")
                         .arg(others.join(QStringLiteral(", "))));
    }

    void take(const TableRow& row)
    {
        QString fault = row.fault;
        std::vector<SeriesSample> samples;
        if (fault.isEmpty())
            fault = read(row, samples);
        if (fault.isEmpty())
            m_sink.samples(samples);
        else
            m_sink.reject(row.line, fault);
    }

private:
    static QByteArrayView cell(const TableRow& row, int column)
    {
        return column < 0 ? QByteArrayView() : row.cells[static_cast<std::size_t>(column)];
    }

    QString read(const TableRow& row, std::vector<SeriesSample>& samples)
    {
        const auto time = readFileTime(cell(row, m_date));
        if (!time)
            return notATime(cell(row, m_date));
        if (time->time > m_latest)
            return QStringLiteral("a time later than a day from now");
        const auto whole = readCell(cell(row, m_ages.front().realcap));
        if (isMissingCell(cell(row, m_price)) && whole && whole->units > 0)
            return QStringLiteral("the day has no price, so it is not over");
        const Period period = utcDay(oneDay.bucketStart(time->time));
        for (const AgeColumns& age : m_ages) {
            if (const QString fault = readAge(row, age, period, samples); !fault.isEmpty())
                return fault;
        }
        return {};
    }

    QString readAge(const TableRow& row, const AgeColumns& age, const Period& period,
                    std::vector<SeriesSample>& samples)
    {
        if (isMissingCell(cell(row, age.value)))
            return {};
        const auto supply = readCell(cell(row, age.value), satoshi);
        if (!supply || !isSupply(*supply))
            return QStringLiteral("not a supply: %1").arg(quoted(cell(row, age.value)));
        const auto put = [&](const QString& column, const QString& unit, Amount value) {
            const SeriesKey key{.name = QStringLiteral("cohort/") + age.band,
                                .column = column,
                                .source = QStringLiteral("file"),
                                .definition = QStringLiteral("raw UTXO")};
            samples.push_back({m_sink.series(key, SeriesKind::Samples, unit),
                               {period.from, period.to, period.knownAt, value}});
        };
        put(QStringLiteral("supply_btc"), QStringLiteral("BTC"), *supply);
        if (isMissingCell(cell(row, age.realcap)))
            return {};
        const auto money = readCell(cell(row, age.realcap));
        if (!money)
            return notANumber("realized cap", cell(row, age.realcap));
        // Before there was a price, and where there is no coin, there is no cost.
        if (const auto cost = costOf(*money, *supply))
            put(QStringLiteral("cost_basis"), QStringLiteral("USD"), *cost);
        return {};
    }

    ImportSink& m_sink;
    UtcTime m_latest;
    int m_date;
    int m_price;
    std::vector<AgeColumns> m_ages;
};

bool recognisesUtxoAges(const FileHead& head, const ImportOptions&)
{
    return head.hasColumn("date") && head.hasColumn("total_utxo_value") && head.hasColumn("realized_cap") &&
           head.hasColumn("utxo_value_1d_1w") && head.hasColumn("utxo_realcap_1d_1w");
}

Result<Done> readUtxoAges(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto table = file.takeTable();
    AgeReader reader(*table, options, sink);
    TableRow row;
    while (table->next(row) && !sink.shouldStop())
        reader.take(row);
    const auto error = table->error();
    return error ? Result<Done>(*error) : Done{};
}

} // namespace

ImportDialect utxoAgesDialect()
{
    return {.name = QStringLiteral("supply and realized cap by age"),
            .kind = QStringLiteral("cohorts"),
            .recognises = recognisesUtxoAges,
            .read = readUtxoAges};
}

} // namespace holdline
