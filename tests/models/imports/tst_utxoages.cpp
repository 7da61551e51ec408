// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"

#include <QFileInfo>
#include <QProcess>
#include <QtTest>

#include <map>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

/// A published table of 4,305 days; it belongs to those who made it and is not kept here: named by
/// HOLDLINE_UTXO_AGES, else beside the repository.
QString tableFile()
{
    const QString named = qEnvironmentVariable("HOLDLINE_UTXO_AGES");
    return named.isEmpty()
               ? QStringLiteral(HOLDLINE_SOURCE_DIR "/../shared/data/utxo/"
                                                    "utxo_age_bands_realized_cap_daily_2009_2020-10.csv.gz")
               : named;
}

/// Unpacked by another program.
QByteArray unpacked(const QString& path)
{
    QProcess gzip;
    gzip.start(u"gzip"_s, {u"-dc"_s, path});
    return gzip.waitForFinished() ? gzip.readAllStandardOutput() : QByteArray();
}

} // namespace

class TestUtxoAges final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    /// Cost bases computed here from the columns in floating point, against those that were stored.
    void costBasesAreThoseOfTheColumns()
    {
        if (!QFileInfo::exists(tableFile()))
            QSKIP("the table is not on this machine");
        const QByteArray text = unpacked(tableFile());
        Importing importing;
        const auto report = importing.import(text);
        QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
        QCOMPARE(report.value().rows, 4305);
        QCOMPARE(report.value().rejected, 1); // 2020-10-21 ends at 13:25

        const QList<QByteArray> lines = text.split('\n');
        const QList<QByteArray> head = lines.first().trimmed().split(',');
        const std::map<QString, QByteArray> bands{{u"0-1d"_s, "under_1d"},   {u"1d-1w"_s, "1d_1w"},
                                                  {u"1w-1m"_s, "1w_1m"},     {u"1m-3m"_s, "1m_3m"},
                                                  {u"3m-6m"_s, "3m_6m"},     {u"6m-12m"_s, "6m_12m"},
                                                  {u"2y-3y"_s, "2y_3y"},     {u"12m-18m"_s, "12m_18m"},
                                                  {u"18m-24m"_s, "18m_24m"}, {u"3y-5y"_s, "3y_5y"}};
        for (const auto& [band, ages] : bands) {
            const auto value = head.indexOf("utxo_value_" + ages);
            const auto realcap = head.indexOf("utxo_realcap_" + ages);
            QVERIFY(value > 0 && realcap > 0);
            std::map<UtcTime, Amount> stored;
            for (const Sample& sample : importing.samples(u"cohort/"_s + band, u"cost_basis"_s))
                stored[sample.from] = sample.value;
            std::size_t met = 0;
            for (qsizetype i = 1; i + 2 < lines.size(); ++i) { // without the last day
                const QList<QByteArray> cells = lines[i].split(',');
                const double coins = cells[value].toDouble() / 1e8;
                const double expected = coins > 0 ? cells[realcap].toDouble() / coins : 0;
                const auto found = stored.find(moment(cells[0].constData()));
                if (found == stored.end()) {
                    QVERIFY2(expected < 1e-8, lines[i].left(10).constData());
                    continue;
                }
                ++met;
                QVERIFY2(std::abs(found->second.toDouble() - expected) <= 1e-8 + expected * 1e-12,
                         lines[i].left(10).constData());
            }
            QCOMPARE(met, stored.size());
            QVERIFY(met > 2500); // the oldest coins have a price from 2013 on
        }
    }
};

QTEST_GUILESS_MAIN(TestUtxoAges)
#include "tst_utxoages.moc"
