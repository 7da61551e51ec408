// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"

using namespace holdline;
using namespace holdline::testing;

namespace {

const QByteArray header = "date,fund,net_flow_usd\n";
const QString total = QStringLiteral("etf/btc/total");

QByteArray lastValue(Importing& importing)
{
    const auto samples = importing.samples(total);
    return samples.empty() ? QByteArray("none") : samples.back().value.toText();
}

} // namespace

/// The total of a day of ETF flows: what a source says, else the sum of all funds that are stored.
class TestEtfTotals : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void oneFundIsRevised();
    void fundsComeOneByOne();
    void onlyTheDaysOfTheFileAreReckoned();
    void theSourcesOwnTotalStays_data();
    void theSourcesOwnTotalStays();
    void aTotalIsKnownWithItsLastPart();
    void sourcesAreNotMixed();
};

void TestEtfTotals::oneFundIsRevised()
{
    Importing importing;
    QVERIFY(importing.import(header + "2025-03-06,IBIT,1000000.5\n2025-03-06,FBTC,5\n").hasValue());
    QCOMPARE(lastValue(importing), QByteArray("1000005.5"));
    importing.clock.advance(std::chrono::hours{1});
    const QByteArray later = header + "2025-03-06,IBIT,1000001.5\n";
    const auto report = importing.import(later);
    QCOMPARE(report.value().revised, 1);
    QCOMPARE(report.value().rows, 1);
    QCOMPARE(lastValue(importing), QByteArray("1000006.5"));
    QCOMPARE(importing.samples(total).size(), std::size_t{1});
    QCOMPARE(importing.samples(total).front().knownAt, importing.clock.now());
    importing.clock.advance(std::chrono::hours{1});
    QCOMPARE(importing.import(later).value().unchanged, 1);
    QVERIFY(importing.samples(total).front().knownAt < importing.clock.now());
}

void TestEtfTotals::fundsComeOneByOne()
{
    const QByteArray a = header + "2025-07-02,IBIT,5\n";
    const QByteArray b = header + "2025-07-02,FBTC,7\n2025-07-03,FBTC,1\n";
    for (const auto& files : {std::vector{a, b}, std::vector{b, a}}) {
        Importing importing;
        QVERIFY(importing.import(files.front()).hasValue());
        QVERIFY(!importing.samples(total).empty());
        QVERIFY(importing.import(files.back()).hasValue());
        const auto totals = importing.samples(total);
        QCOMPARE(totals.size(), std::size_t{2});
        QCOMPARE(totals[0].value.toText(), QByteArray("12"));
        QCOMPARE(totals[1].value.toText(), QByteArray("1"));
        QCOMPARE(importing.import(files.front()).value().revised, 0);
        QCOMPARE(importing.samples(total), totals);
    }
}

void TestEtfTotals::onlyTheDaysOfTheFileAreReckoned()
{
    Importing importing;
    QVERIFY(importing.import(header + "2025-07-02,IBIT,5\n2025-07-03,IBIT,6\n").hasValue());
    importing.clock.advance(std::chrono::hours{1});
    QVERIFY(importing.import(header + "2025-07-03,FBTC,1\n2025-07-04,FBTC,-\n").hasValue());
    const auto totals = importing.samples(total);
    QCOMPARE(totals.size(), std::size_t{2});
    QCOMPARE(totals[0].value.toText(), QByteArray("5"));
    QCOMPARE(toIso(totals[0].knownAt), QStringLiteral("2025-07-03T04:00:00Z"));
    QCOMPARE(totals[1].value.toText(), QByteArray("7"));
}

void TestEtfTotals::theSourcesOwnTotalStays_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray fund = header + "2025-07-02,FBTC,7\n";
    QTest::newRow("a total alone") << QByteArray(header + "2025-07-02,Total,100\n") << fund
                                   << QByteArray("100");
    QTest::newRow("a list with a total")
        << QByteArray(header + "2025-07-02,IBIT,5\n2025-07-02,total,100\n") << fund << QByteArray("100");
    QTest::newRow("a total before its funds, in one file")
        << QByteArray(header + "2025-07-02,Total,100\n2025-07-02,IBIT,5\n") << fund << QByteArray("100");
    QTest::newRow("a table whose total has more funds than it shows")
        << QByteArray("Date,IBIT,GBTC,BITB,Total\n02 Jul 2025,10,1,1,35\n") << fund << QByteArray("35000000");
    QTest::newRow("JSON") << QByteArray("[{\"date\":\"2025-07-02\",\"flows\":{\"IBIT\":10},\"total\":12.5}]")
                          << fund << QByteArray("12500000");
    QTest::newRow("a sum is replaced by the source's own")
        << fund << QByteArray(header + "2025-07-02,Total,100\n") << QByteArray("100");
    QTest::newRow("no total in the row: the sum")
        << QByteArray("Date,IBIT,GBTC,BITB,Total\n02 Jul 2025,1,2,3,\n") << fund << QByteArray("6000007");
}

void TestEtfTotals::theSourcesOwnTotalStays()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QByteArray, expected);
    Importing importing;
    importing.options.asset = QStringLiteral("btc");
    QVERIFY(importing.import(first).hasValue());
    QVERIFY(importing.import(second).hasValue());
    QCOMPARE(importing.samples(total).size(), std::size_t{1});
    QCOMPARE(lastValue(importing), expected);
    QCOMPARE(importing.import(second).value().revised, 0);
    QCOMPARE(lastValue(importing), expected);
}

void TestEtfTotals::aTotalIsKnownWithItsLastPart()
{
    Importing importing;
    QVERIFY(importing.import(header + "2025-07-02,IBIT,5\n2025-07-02,FBTC,7\n").hasValue());
    const auto totals = importing.samples(total);
    QCOMPARE(toIso(totals.front().from), QStringLiteral("2025-07-02T13:30:00Z"));
    QCOMPARE(toIso(totals.front().to), QStringLiteral("2025-07-02T20:00:00Z"));
    QCOMPARE(toIso(totals.front().knownAt), QStringLiteral("2025-07-03T04:00:00Z"));
    QCOMPARE(importing.find(total)->unit, QStringLiteral("USD"));
}

void TestEtfTotals::sourcesAreNotMixed()
{
    Importing importing;
    QVERIFY(importing.import(header + "2025-07-02,IBIT,5\n").hasValue());
    importing.options.source = QStringLiteral("other");
    QVERIFY(importing.import(header + "2025-07-02,IBIT,6\n").hasValue());
    const auto found = importing.store().find(total);
    QCOMPARE(found.value().size(), std::size_t{2});
    const auto samples = importing.store().samples(found.value().back().id, {UtcTime::min(), UtcTime::max()});
    QCOMPARE(samples.value().front().value.toText(), QByteArray("6"));
}

QTEST_GUILESS_MAIN(TestEtfTotals)
#include "tst_etftotals.moc"
