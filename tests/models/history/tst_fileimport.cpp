// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/fileimport.h"
#include "models/imports/columntargets.h"
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"
#include "tests/support/importsamples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace holdline;
using namespace holdline::testing;

namespace {

qint64 sum(const ImportReport& report)
{
    return report.added + report.unchanged + report.revised + report.rejected;
}

QByteArray mutated(QByteArray text, QRandomGenerator& random)
{
    const int changes = 1 + random.bounded(8);
    for (int i = 0; i < changes && !text.isEmpty(); ++i) {
        const auto place = static_cast<qsizetype>(random.bounded(static_cast<quint32>(text.size())));
        const auto length = std::min<qsizetype>(random.bounded(1, 20), text.size() - place);
        static constexpr char favourites[] = "0123456789,.;-\"\n\r\t{}[]:\0<>eE()ZT";
        switch (random.bounded(5)) {
        case 0:
            text[place] = static_cast<char>(random.bounded(256));
            break;
        case 1:
            text[place] = favourites[random.bounded(static_cast<int>(sizeof favourites))];
            break;
        case 2:
            text.remove(place, length);
            break;
        case 3:
            text.insert(place, text.sliced(place, length));
            break;
        default:
            text.truncate(place);
            break;
        }
    }
    return text;
}

} // namespace

class TestFileImport : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void everyDialect_data() { sampleRows(); }
    void everyDialect();
    void theSameFileAgainAddsNothing_data() { sampleRows(); }
    void theSameFileAgainAddsNothing();
    void changedBytesNeverBreakTheCount_data() { sampleRows(); }
    void changedBytesNeverBreakTheCount();
    void cancelTakesNothing();
    void aFailureHalfWayTakesNothing();
    void refusals_data();
    void refusals();
    void jsonKeepsItsOrder();
    void conflictingRowsOfOneFile();
    void rowsInAnyOrder();
    void theIntervalOfShuffledRows();
    void theLastOfEqualTimesHolds();
    void theOrderOfRowsIsTold_data();
    void theOrderOfRowsIsTold();
    void jsonThatIsNoNumber();
    void aSeriesWithoutGoodRowsIsNotMade();

private:
    static void sampleRows()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(importSamples().size()); ++i)
            QTest::newRow(importSamples()[static_cast<std::size_t>(i)].name) << i;
    }
    static const ImportSample& sample(int index) { return importSamples()[static_cast<std::size_t>(index)]; }
};

void TestFileImport::everyDialect()
{
    QFETCH(int, index);
    const ImportSample& given = sample(index);
    Importing importing;
    importing.options.instrument = given.instrument;
    const auto report = importing.import(given.text);
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QCOMPARE(report.value().kind, QString::fromLatin1(given.kind));
    QCOMPARE(report.value().map, QString::fromLatin1(given.map));
    QCOMPARE(report.value().rows, given.rows);
    QCOMPARE(report.value().rejected, given.rejected);
    QCOMPARE(report.value().unchanged, given.withoutValues);
    QCOMPARE(report.value().added, given.rows - given.rejected - given.withoutValues);
}

void TestFileImport::theSameFileAgainAddsNothing()
{
    QFETCH(int, index);
    Importing importing;
    importing.options.instrument = sample(index).instrument;
    QVERIFY(importing.import(sample(index).text).hasValue());
    importing.clock.advance(std::chrono::hours{1});
    importing.options.now = importing.clock.now();
    const auto again = importing.import(sample(index).text);
    QVERIFY(again.hasValue());
    QCOMPARE(again.value().added, 0);
    QCOMPARE(again.value().revised, 0);
    QCOMPARE(again.value().unchanged, again.value().rows - again.value().rejected);
    QCOMPARE(again.value().rejected, sample(index).rejected);
}

void TestFileImport::changedBytesNeverBreakTheCount()
{
    QFETCH(int, index);
    QRandomGenerator random(static_cast<quint32>(index) + 20260121U);
    for (int i = 0; i < 100; ++i) {
        const QByteArray text = mutated(sample(index).text, random);
        Importing importing;
        importing.options.instrument = sample(index).instrument;
        const auto report = importing.import(text);
        if (report.hasError()) {
            QVERIFY(!report.error().message.isEmpty());
            QVERIFY(importing.store().list().value().empty());
            continue;
        }
        QCOMPARE(sum(report.value()), report.value().rows);
        QVERIFY(report.value().rows > 0);
        const auto again = importing.import(text);
        QVERIFY(again.hasValue());
        QCOMPARE(again.value().added, 0);
        QCOMPARE(again.value().rows, report.value().rows);
    }
}

void TestFileImport::cancelTakesNothing()
{
    Importing importing;
    importing.options.instrument = QStringLiteral("binance:BTCUSDT");
    QByteArray text = "time,open,high,low,close\n";
    for (qint64 i = 0; i < 20'000; ++i)
        text += QByteArray::number(1'609'459'200 + 60 * i) + ",1,2,1,2\n";
    importing.progress.report = [&](qint64 done, qint64) { importing.progress.cancelled = done > 100'000; };
    const auto report = importing.import(text);
    QVERIFY(report.hasError());
    QCOMPARE(report.error().kind, Error::Kind::Cancelled);
    QVERIFY(importing.store().list().value().empty());
}

void TestFileImport::aFailureHalfWayTakesNothing()
{
    Importing importing;
    importing.options.instrument = QStringLiteral("binance:BTCUSDT");
    QByteArray text = "time,open,high,low,close\n";
    for (qint64 i = 0; i < 100'000; ++i)
        text += QByteArray::number(1'609'459'200 + 60 * i) + ",1,2,1,2\n";
    text += QByteArray(2'000'000, 'x');
    const auto report = importing.import(text);
    QVERIFY(report.hasError());
    QCOMPARE(report.error().message, QStringLiteral("line 100002 is longer than 1,048,576 bytes"));
    QVERIFY(importing.store().list().value().empty());
}

void TestFileImport::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("nothing at all") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("blanks alone") << QByteArray(" \r\n\n  \n") << QStringLiteral("blanks");
    QTest::newRow("a header without rows")
        << QByteArray("observation_date,SP500\n") << QStringLiteral("no rows");
    QTest::newRow("candles of nobody knows what")
        << QByteArray("time,open,high,low,close\n1609459200,1,2,1,2\n") << QStringLiteral("--instrument");
    QTest::newRow("columns that mean nothing") << QByteArray("a,b\n1,2\n") << QStringLiteral("line 1: “a,b”");
    QTest::newRow("a page that asks who is there")
        << QByteArray("<!DOCTYPE html><html><title>Just a moment...</title></html>")
        << QStringLiteral("web page");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEt\0i\0m\0e\0", 10) << QStringLiteral("UTF-16");
    QTest::newRow("bytes of a program") << QByteArray("\x7F"
                                                      "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03",
                                                      17)
                                        << QStringLiteral("binary");
    QTest::newRow("JSON cut off") << QByteArray("[{\"date\":\"2026-01-20\",\n\"sth_realized\":1")
                                  << QStringLiteral("JSON");
    QTest::newRow("JSON with more behind it")
        << QByteArray("[{\"date\":\"2026-01-20\",\"sth_realized\":1}]\n[1]") << QStringLiteral("JSON");
    QTest::newRow("JSON rows without dates")
        << QByteArray("[[1,2,0.5,1.5],\n[1,2,0.5,1.5]]") << QStringLiteral("without records");
    QTest::newRow("supplies under names of bands")
        << QByteArray("date,lth,sth,price\n2026-01-20,14150000,5830000,88000\n") << QStringLiteral("--map");
    QTest::newRow("funds of no known asset")
        << QByteArray("date,fund,net_flow_usd\n2026-01-20,XYZQ,5\n") << QStringLiteral("--as etf");
    QTest::newRow("totals of no known asset")
        << QByteArray("date,fund,net_flow_usd\n2026-01-20,Total,5\n") << QStringLiteral("--as etf");
    QTest::newRow("one line without an end")
        << QByteArray(200'000, '7') << QStringLiteral("line 1 is longer");
}

void TestFileImport::refusals()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    Importing importing;
    const auto report = importing.import(text);
    QVERIFY(report.hasError());
    QVERIFY2(report.error().message.contains(part), qPrintable(report.error().message));
    QVERIFY(importing.store().list().value().empty());
}

void TestFileImport::jsonKeepsItsOrder()
{
    ImportReport report;
    report.file = QStringLiteral("a \"b\".csv");
    report.kind = QStringLiteral("table");
    report.rows = 3;
    report.added = 2;
    report.rejected = 1;
    report.from = moment("2026-01-20");
    report.to = moment("2026-01-22");
    report.mapping = {*parseColumnTarget(QStringLiteral("rate=funding/binance-futures:BTCUSDT")),
                      *parseColumnTarget(QStringLiteral("long=liquidations/x:long_usd"))};
    report.rejects = {{4, QStringLiteral("not a time: “x”")}};
    QCOMPARE(
        toJson(report),
        QByteArray(
            "{\"file\":\"a \\\"b\\\".csv\",\"kind\":\"table\",\"rows\":3,\"added\":2,\"unchanged\":0,"
            "\"revised\":0,\"rejected\":1,\"from\":\"2026-01-20T00:00:00Z\",\"to\":\"2026-01-22T00:00:00Z\","
            "\"map\":{\"rate\":\"funding/binance-futures:BTCUSDT\",\"long\":\"liquidations/x:long_usd\"},"
            "\"rejects\":[{\"line\":4,\"reason\":\"not a time: “x”\"}]}"));
    report.mapping.clear();
    QVERIFY(toJson(report).contains("\"map\":null"));
    QCOMPARE(report.rows,
             QJsonDocument::fromJson(toJson(report)).object().value(QStringLiteral("rows")).toInt());
}

void TestFileImport::conflictingRowsOfOneFile()
{
    Importing importing;
    importing.options.instrument = QStringLiteral("binance:BTCUSDT");
    const QByteArray text =
        "time,open,high,low,close\n1609459200,1,2,1,2\n1609459260,1,2,1,2\n1609459260,1,2,1,2\n"
        "1609459200,1,3,1,2\n";
    const auto first = importing.import(text);
    QCOMPARE(first.value().added, 2);
    QCOMPARE(first.value().revised, 1);
    QCOMPARE(first.value().unchanged, 1);
    QVERIFY(first.value().words.first().contains(QStringLiteral("2 duplicates, 1 out of order")));
    QCOMPARE(importing.candles(QStringLiteral("price/binance:BTCUSDT"), oneMinute).front().high,
             Price::whole(3));
    const auto second = importing.import(text);
    QCOMPARE(second.value().unchanged, 4);
}

// A second, naive way to the same: all rows sorted by time, the last of equals holding.
void TestFileImport::rowsInAnyOrder()
{
    QRandomGenerator random(7);
    QByteArrayList lines;
    std::map<qint64, int> expected;
    for (int i = 0; i < 5000; ++i) {
        const qint64 time = 1'609'459'200 + 60 * static_cast<qint64>(random.bounded(6000));
        const int high = 2 + static_cast<int>(random.bounded(1000));
        expected[time] = high;
        lines << QByteArray::number(time) + ",1," + QByteArray::number(high) + ",1,1";
    }
    Importing importing;
    importing.options.instrument = QStringLiteral("binance:BTCUSDT");
    const auto report = importing.import("time,open,high,low,close\n" + lines.join('\n'));
    QCOMPARE(report.value().rows, 5000);
    QCOMPARE(report.value().added, static_cast<qint64>(expected.size()));
    const auto candles = importing.candles(QStringLiteral("price/binance:BTCUSDT"), oneMinute);
    QCOMPARE(candles.size(), expected.size());
    auto wanted = expected.begin();
    for (const auto& candle : candles) {
        QCOMPARE(toMsecs(candle.openTime), wanted->first * 1000);
        QCOMPARE(candle.high, Price::whole(wanted->second));
        ++wanted;
    }
    QCOMPARE(importing.import("time,open,high,low,close\n" + lines.join('\n')).value().unchanged, 5000);
}

void TestFileImport::theIntervalOfShuffledRows()
{
    QByteArrayList lines;
    for (qint64 i = 0; i < 50'000; ++i)
        lines << QByteArray::number(1'609'459'200 + 60 * (i * 7919 % 50'000)) + ",1,2,1,1"; // 7919 is prime
    Importing importing;
    importing.options.instrument = QStringLiteral("binance:BTCUSDT");
    QCOMPARE(importing.import("time,open,high,low,close\n" + lines.join('\n')).value().added, 50'000);
    QCOMPARE(importing.find(QStringLiteral("price/binance:BTCUSDT"))->intervals,
             std::vector<Interval>{oneMinute});
}

void TestFileImport::theLastOfEqualTimesHolds()
{
    Importing importing;
    importing.options.instrument = QStringLiteral("x:BTCUSD");
    const QByteArray candles = "time,open,high,low,close\n2025-03-06T00:00:00Z,1,2,1,2\n"
                               "2025-03-06T00:00:00Z,1,2,1,1.5\n2025-03-06T00:00:00Z,1,2,1,2\n";
    QCOMPARE(importing.import(candles).value().added, 1);
    const QString price = QStringLiteral("price/x:BTCUSD");
    QCOMPARE(importing.candles(price, oneMinute).front().close, Price::whole(2));
    QCOMPARE(importing.import(candles).value().unchanged, 3);

    importing.options.map = {*parseColumnTarget(QStringLiteral("a=macro/a"))};
    const QByteArray values = "date,a\n2025-03-06,5\n2025-03-06,6\n2025-03-05,1\n2025-03-06,5\n";
    const auto report = importing.import(values);
    QCOMPARE(report.value().added, 2);
    QCOMPARE(report.value().revised, 2);
    const auto samples = importing.samples(QStringLiteral("macro/a"));
    QCOMPARE(samples.size(), std::size_t{2});
    QCOMPARE(samples[1].value.toText(), QByteArray("5"));
    QCOMPARE(samples[1].knownAt, moment("2025-03-07"));
    QCOMPARE(importing.import(values).value().unchanged, 4);
    importing.clock.advance(std::chrono::hours{1});
    QCOMPARE(importing.import("date,a\n2025-03-06,5\n2025-03-06,7\n").value().revised, 2);
    QCOMPARE(importing.samples(QStringLiteral("macro/a"))[1].value.toText(), QByteArray("7"));
}

void TestFileImport::theOrderOfRowsIsTold_data()
{
    QTest::addColumn<QByteArrayList>("minutes");
    QTest::addColumn<QString>("words");
    QTest::newRow("newest first") << QByteArrayList{"5", "4", "3", "2", "1"}
                                  << QStringLiteral("newest first");
    QTest::newRow("oldest first") << QByteArrayList{"1", "2", "3", "4", "5"} << QStringLiteral("no gaps");
    QTest::newRow("shuffled, more steps back")
        << QByteArrayList{"4", "3", "5", "2", "1"} << QStringLiteral("3 out of order");
    QTest::newRow("one row late") << QByteArrayList{"1", "2", "4", "3", "5"}
                                  << QStringLiteral("1 out of order");
}

void TestFileImport::theOrderOfRowsIsTold()
{
    QFETCH(QByteArrayList, minutes);
    QFETCH(QString, words);
    QByteArray text = "time,open,high,low,close\n";
    for (const QByteArray& minute : minutes)
        text += "2025-03-06T00:0" + minute + ":00Z,1,2,1,2\n";
    Importing importing;
    importing.options.instrument = QStringLiteral("x:BTCUSD");
    const auto report = importing.import(text);
    QCOMPARE(report.value().words, QStringList{QStringLiteral("1m candles of price/x:BTCUSD; ") + words});
}

void TestFileImport::jsonThatIsNoNumber()
{
    Importing importing;
    importing.options.map = {*parseColumnTarget(QStringLiteral("v=macro/v"))};
    const auto report = importing.import("[{\"date\":\"2025-03-06\",\"v\":{\"a\":1}},\n"
                                         "{\"date\":\"2025-03-07\",\"v\":1,\"tags\":[\"x\"]},\n"
                                         "{\"date\":\"2025-03-08\",\"v\":[1]},\n{\"date\":\"2025-03-09\"}]");
    QCOMPARE(report.value().added, 1);
    QCOMPARE(report.value().unchanged, 1);
    QCOMPARE(report.value().rejects,
             (std::vector<RejectedRow>{{1, QStringLiteral("v is not a number: “{…}”")},
                                       {3, QStringLiteral("v is not a number: “[…]”")}}));
}

void TestFileImport::aSeriesWithoutGoodRowsIsNotMade()
{
    Importing importing;
    const auto report = importing.import("date,band,cost_basis,supply_btc\n2026-01-20,sth,99300,\n"
                                         "2026-01-20,lth,30000,-1\n2026-01-21,sth,0,1\n");
    QCOMPARE(report.value().rejected, 2);
    const auto stored = importing.store().list();
    QCOMPARE(stored.value().size(), std::size_t{1});
    QCOMPARE(stored.value().front().key.name, QStringLiteral("cohort/sth"));
    QCOMPARE(stored.value().front().key.column, QStringLiteral("cost_basis"));
}

QTEST_GUILESS_MAIN(TestFileImport)
#include "tst_fileimport.moc"
