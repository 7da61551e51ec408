// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/columntargets.h"
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"

using namespace holdline;
using namespace holdline::testing;

namespace {

const QString price = QStringLiteral("price/x:BTCUSD");

/// `2025-03-03T<hh>:<mm>:00Z`
QByteArray timeOf(int minuteOfDay)
{
    return "2025-03-03T" + QByteArray::number(100 + minuteOfDay / 60).sliced(1) + ':' +
           QByteArray::number(100 + minuteOfDay % 60).sliced(1) + ":00Z";
}

struct Row {
    int minute = 0; ///< of the day
    QByteArray rest;
};

QByteArray candleFile(const std::vector<Row>& rows)
{
    QByteArray text = "time,open,high,low,close,volume\n";
    for (const Row& row : rows)
        text += timeOf(row.minute) + ',' + row.rest + '\n';
    return text;
}

/// Rows at equal steps, all of the same prices.
QByteArray even(int first, int step, int count, const QByteArray& rest)
{
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({first + i * step, rest});
    return candleFile(rows);
}

const QByteArray flat = "100,110,90,105,1";
const QByteArray changed = "100,110,90,107,1";

} // namespace

/// What a small file of a series that is stored already becomes: later values of its rows, or a series of
/// its own.
class TestCorrections : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void candles_data();
    void candles();
    void anHourMadeOfMinutesIsAnHour();
    void onlyTheSameSourceIsCorrected();
    void sums();
    void longerSumsOfStoredOnes();
    void tables_data();
    void tables();
};

void TestCorrections::candles_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("minutes"); ///< of the interval that is expected
    QTest::addColumn<int>("revised");
    const QByteArray minutes = even(600, 1, 60, flat);
    const QByteArray hours = even(600, 60, 12, flat);
    const auto row = [](const char* what, const QByteArray& before, const QByteArray& file, int interval,
                        int revised) { QTest::newRow(what) << before << file << interval << revised; };
    row("one minute", minutes, even(607, 1, 1, changed), 1, 1);
    row("three odd minutes", minutes, even(607, 2, 3, changed), 1, 3);
    row("two minutes five apart", minutes, even(605, 5, 2, changed), 1, 2);
    row("minutes an hour apart", even(600, 1, 181, flat), even(600, 60, 3, changed), 1, 3);
    row("every third minute of many", even(600, 1, 100, flat), even(600, 3, 30, changed), 1, 30);
    row("hours four apart", hours, even(660, 240, 2, changed), 60, 2);
    row("hours without a volume, off the grid of four", even(600, 60, 12, "1,9,1,5,"),
        even(840, 240, 2, "1,9,1,7,"), 60, 2);
    row("candles that nothing tells apart are what their grid says", even(600, 1, 60, "1,9,1,5,"),
        even(600, 5, 2, "1,9,1,5,"), 5, 0);
    row("a row that is not stored makes it a series of its own", minutes, even(650, 5, 3, changed), 5, 0);
}

void TestCorrections::candles()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, file);
    QFETCH(int, minutes);
    QFETCH(int, revised);
    Importing importing;
    importing.options.instrument = QStringLiteral("x:BTCUSD");
    QVERIFY(importing.import(before).hasValue());
    importing.clock.advance(std::chrono::hours{1});
    const auto report = importing.import(file);
    QCOMPARE(report.value().revised, revised);
    QCOMPARE(report.value().added, revised > 0 ? 0 : report.value().rows);
    const Interval interval{std::chrono::minutes{minutes}};
    QVERIFY2(report.value().words.first().startsWith(interval.name()),
             qPrintable(report.value().words.first()));
    const auto again = importing.import(file);
    QCOMPARE(again.value().unchanged, again.value().rows);
}

void TestCorrections::anHourMadeOfMinutesIsAnHour()
{
    Importing importing;
    importing.options.instrument = QStringLiteral("x:BTCUSD");
    std::vector<Row> minutes;
    for (int i = 0; i < 180; ++i) {
        const QByteArray first = QByteArray::number(100 + i);
        minutes.push_back({600 + i, first + ',' + QByteArray::number(101 + i) + ",99," + first + ",1"});
    }
    QVERIFY(importing.import(candleFile(minutes)).hasValue());
    const QByteArray hours = candleFile({{600, "100,160,99,159,60"}, {660, "160,220,99,219,60"}});
    QCOMPARE(importing.import(hours).value().added, 2);
    QCOMPARE(importing.candles(price, oneHour).size(), std::size_t{2});
    QCOMPARE(importing.candles(price, oneMinute).front().high, Price::whole(101));
    QCOMPARE(importing.import(hours).value().unchanged, 2);
    const auto later = importing.import(candleFile({{600, "100,160,99,159,61"}, {660, "160,220,99,219,60"}}));
    QCOMPARE(later.value().revised, 1);
    QCOMPARE(importing.candles(price, oneHour).front().volume->toText(), QByteArray("61"));
}

void TestCorrections::onlyTheSameSourceIsCorrected()
{
    Importing importing;
    importing.options.instrument = QStringLiteral("x:BTCUSD");
    QVERIFY(importing.import(even(600, 1, 60, flat)).hasValue());
    importing.options.source = QStringLiteral("other");
    QCOMPARE(importing.import(even(605, 5, 2, changed)).value().added, 2);
}

void TestCorrections::sums()
{
    Importing importing;
    importing.options.venue = QStringLiteral("cg");
    const QByteArray header = "time,long_usd,short_usd\n";
    const auto holey = importing.import(header + "2025-03-06T00:00:00,1,2\n2025-03-06T08:00:00,1,2\n"
                                                 "2025-03-06T12:00:00,1,2\n2025-03-06T20:00:00,1,2\n");
    QCOMPARE(holey.value().added, 4);
    const QString series = QStringLiteral("liquidations/cg");
    for (const Sample& sample : importing.samples(series, QStringLiteral("long_usd")))
        QVERIFY(sample.to - sample.from == fourHours.length);
    importing.clock.advance(std::chrono::hours{1});
    const auto one = importing.import(header + "2025-03-06T08:00:00,5,2\n");
    QCOMPARE(one.value().revised, 1);
    const auto longs = importing.samples(series, QStringLiteral("long_usd"));
    QCOMPARE(longs.size(), std::size_t{4});
    QCOMPARE(longs[1].value.toText(), QByteArray("5"));
    QCOMPARE(importing.import(header + "2025-03-06T08:00:00,5,2\n").value().unchanged, 1);
}

void TestCorrections::longerSumsOfStoredOnes()
{
    Importing importing;
    importing.options.venue = QStringLiteral("cg");
    const QByteArray header = "time,long_usd,short_usd\n";
    QByteArray hours = header;
    for (int hour = 0; hour < 8; ++hour)
        hours += timeOf(60 * hour) + ",1.5,2\n";
    QVERIFY(importing.import(hours).hasValue());
    const QByteArray longer = header + timeOf(0) + ",6,8\n" + timeOf(240) + ",6,8\n";
    QCOMPARE(importing.import(longer).value().added, 2);
    const auto longs = importing.samples(QStringLiteral("liquidations/cg"), QStringLiteral("long_usd"));
    QCOMPARE(longs.size(), std::size_t{10});
    QCOMPARE(longs[0].value.toText(), QByteArray("1.5"));
    QCOMPARE(longs[1].to - longs[1].from, Span(fourHours.length));
    QCOMPARE(importing.import(longer).value().unchanged, 2);
    const auto corrected = importing.import(header + timeOf(0) + ",7,8\n" + timeOf(240) + ",6,8\n");
    QCOMPARE(corrected.value().revised, 1);
    QCOMPARE(corrected.value().unchanged, 1);
}

void TestCorrections::tables_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("counts"); ///< added, unchanged, revised
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to"); ///< of the file's first row
    const QByteArray hours = "time,v\n2025-03-07T10:00:00Z,1\n2025-03-07T11:00:00Z,2\n2025-03-07T12:00:00Z,"
                             "3\n2025-03-07T13:00:00Z,4\n";
    const QByteArray months = "observation_date,UNRATE\n2025-01-01,4.0\n2025-02-01,4.1\n2025-03-01,4.2\n";
    const QByteArray closes = "observation_date,UNRATE\n2025-02-06,4.0\n2025-02-07,4.1\n";
    const auto row = [](const char* what, const QByteArray& before, const QByteArray& file,
                        const char* counts, const char* from, const char* to) {
        QTest::newRow(what) << before << file << QString::fromLatin1(counts) << QByteArray(from)
                            << QByteArray(to);
    };
    row("a row again", hours, "time,v\n2025-03-07T12:00:00Z,3\n", "0 1 0", "2025-03-07T12:00:00Z",
        "2025-03-07T13:00:00Z");
    row("a row with another value", hours, "time,v\n2025-03-07T12:00:00Z,7\n", "0 0 1",
        "2025-03-07T12:00:00Z", "2025-03-07T13:00:00Z");
    row("two rows far apart", hours, "time,v\n2025-03-07T10:00:00Z,9\n2025-03-07T13:00:00Z,4\n", "0 1 1",
        "2025-03-07T10:00:00Z", "2025-03-07T11:00:00Z");
    row("a stored row and a new one", hours, "time,v\n2025-03-07T13:00:00Z,4\n2025-03-07T15:00:00Z,5\n",
        "1 1 0", "2025-03-07T13:00:00Z", "2025-03-07T14:00:00Z");
    row("a row that is not stored covers a day", hours, "time,v\n2025-03-07T12:30:00Z,3\n", "1 0 0",
        "2025-03-07T12:30:00Z", "2025-03-08T12:30:00Z");
    row("a month", months, "observation_date,UNRATE\n2025-02-01,4.4\n", "0 0 1", "2025-02-01", "2025-03-01");
    row("a close", closes, "observation_date,UNRATE\n2025-02-06,4.4\n", "0 0 1", "2025-02-06T14:30:00Z",
        "2025-02-06T21:00:00Z");
    row("closes weeks apart", "observation_date,UNRATE\n2025-02-06,4\n2025-02-07,5\n2025-02-21,6\n",
        "observation_date,UNRATE\n2025-02-07,4.4\n2025-02-21,6\n", "0 1 1", "2025-02-07T14:30:00Z",
        "2025-02-07T21:00:00Z");
}

void TestCorrections::tables()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, file);
    QFETCH(QString, counts);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    Importing importing;
    const bool isMapped = before.startsWith("time,v");
    if (isMapped)
        importing.options.map = {*parseColumnTarget(QStringLiteral("v=macro/unrate"))};
    QVERIFY(importing.import(before).hasValue());
    importing.clock.advance(std::chrono::hours{1});
    const auto report = importing.import(file);
    QCOMPARE(QStringLiteral("%1 %2 %3")
                 .arg(report.value().added)
                 .arg(report.value().unchanged)
                 .arg(report.value().revised),
             counts);
    QCOMPARE(toIso(*report.value().from), toIso(moment(from.constData())));
    const auto stored = importing.samples(QStringLiteral("macro/unrate"));
    const auto found = std::find_if(stored.begin(), stored.end(),
                                    [&](const Sample& s) { return s.from == moment(from.constData()); });
    QVERIFY(found != stored.end());
    QCOMPARE(toIso(found->to), toIso(moment(to.constData())));
    QCOMPARE(importing.import(file).value().unchanged, report.value().rows);
}

QTEST_GUILESS_MAIN(TestCorrections)
#include "tst_corrections.moc"
