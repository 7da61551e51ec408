// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using holdline::testing::FakeClock;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

std::vector<Candle> minutes()
{
    Candle first{at("2026-01-20T23:59Z"),  *Price::parse("90000.01"), *Price::parse("90010"),
                 *Price::parse("89990.5"), *Price::parse("90001"),    Amount::parse("1.00000001"),
                 Amount::parse("90000"),   Amount::parse("50000"),    12};
    Candle second = first;
    second.openTime = at("2026-01-21T00:00Z");
    second.low = *Price::parse("87263.53");
    second.close = *Price::parse("88000");
    second.quoteVolume.reset();
    second.trades.reset();
    Candle third = second;
    third.openTime = at("2026-01-21T00:01Z");
    third.high = *Price::parse("90077.7");
    return {first, second, third};
}

} // namespace

class QueryCommandTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { testing::failOnAnyWarning(); }
    void printsExactText_data();
    void printsExactText();
    void endsAsTheContractSays_data();
    void endsAsTheContractSays();
    void listsWhatThereIs();
    void aReaderMayLeaveEarly();

private:
    testing::Run query(const QStringList& arguments)
    {
        return testing::run(
            QStringLiteral(HOLDLINE_PROGRAM),
            QStringList{QStringLiteral("--data-dir"), m_folder.path(), QStringLiteral("query")} + arguments);
    }

    QTemporaryDir m_folder;
    FakeClock m_clock{at("2026-01-22")};
};

void QueryCommandTest::initTestCase()
{
    const auto store = std::move(Store::open(m_folder.path(), m_clock)).value();
    const SeriesKey key{.name = QStringLiteral("price/binance:BTCUSDT"),
                        .source = QStringLiteral("a, \"b\""),
                        .definition = {}};
    const auto price = store->ensureSeries(key, SeriesKind::Candles, QStringLiteral("USDT")).value();
    QVERIFY(store->mergeCandles(price.id, oneMinute, minutes()).hasValue());
    const SeriesKey flow{
        .name = QStringLiteral("etf/btc/IBIT"), .source = QStringLiteral("s"), .definition = {}};
    const auto etf = store->ensureSeries(flow, SeriesKind::Samples, QStringLiteral("USD")).value();
    const Sample session{at("2026-01-20T14:30Z"), at("2026-01-20T21:00Z"), at("2026-01-21T05:00Z"),
                         *Amount::parse("-394700000")};
    QVERIFY(store->mergeSamples(etf.id, std::vector{session}).hasValue());
    const SeriesKey macro{
        .name = QStringLiteral("events/macro"), .source = QStringLiteral("s"), .definition = {}};
    const auto events = store->ensureSeries(macro, SeriesKind::Events, {}).value();
    Event event;
    event.time = at("2026-01-20T03:35Z");
    event.knownAt = event.time;
    event.title = QStringLiteral("Auction, 20 years");
    event.note = QStringLiteral("two\nlines \"quoted\"");
    QVERIFY(store->mergeEvents(events.id, std::vector{event}).hasValue());
}

void QueryCommandTest::printsExactText_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("text");
    const QString price = QStringLiteral("price/binance:BTCUSDT");
    const QByteArray header = "time,open,high,low,close,volume,quote_volume,taker_buy_quote,trades\n";
    const QByteArray first = "2026-01-20T23:59:00Z,90000.01,90010,89990.5,90001,1.00000001,90000,50000,12\n";
    const QByteArray second = "2026-01-21T00:00:00Z,90000.01,90010,87263.53,88000,1.00000001,,50000,\n";
    const QByteArray third = "2026-01-21T00:01:00Z,90000.01,90077.7,87263.53,88000,1.00000001,,50000,\n";
    const auto words = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
    QTest::newRow("all as stored") << QStringList{price} << header + first + second + third;
    QTest::newRow("a range without its end")
        << QStringList{price} + words("--from 2026-01-21 --to 2026-01-21T00:01:00Z") << header + second;
    QTest::newRow("days")
        << QStringList{price} + words("--interval 1d")
        << header + "2026-01-20T00:00:00Z,90000.01,90010,89990.5,90001,1.00000001,90000,50000,12\n"
                    "2026-01-21T00:00:00Z,90000.01,90077.7,87263.53,88000,2.00000002,,100000,\n";
    QTest::newRow("a week that begins on Monday")
        << QStringList{price} + words("--interval 1w")
        << header + "2026-01-19T00:00:00Z,90000.01,90077.7,87263.53,88000,3.00000003,90000,150000,12\n";
    QTest::newRow("as known at the second's close")
        << QStringList{price} + words("--as-of 2026-01-21T00:01:59Z") << header + first + second;
    QTest::newRow("an empty range") << QStringList{price} + words("--from 2027-01-01") << header;
    QTest::newRow("JSON with exact numbers")
        << QStringList{price} + words("--format json --to 2026-01-21T00:01Z --from 2026-01-21")
        << QByteArray(
               "[\n{\"time\":\"2026-01-21T00:00:00Z\",\"open\":90000.01,\"high\":90010,\"low\":87263.53,"
               "\"close\":88000,\"volume\":1.00000001,\"quote_volume\":null,\"taker_buy_quote\":50000,"
               "\"trades\":null}\n]\n");
    QTest::newRow("no rows in JSON") << QStringList{price} + words("--format json --from 2027-01-01")
                                     << QByteArray("[]\n");
    QTest::newRow("a session") << words("etf/btc/IBIT")
                               << QByteArray(
                                      "time,to,value,known_at\n2026-01-20T14:30:00Z,2026-01-20T21:00:00Z,"
                                      "-394700000,2026-01-21T05:00:00Z\n");
    QTest::newRow("taker flow made of candles")
        << words("taker/binance:BTCUSDT --to 2026-01-21T00:01Z")
        << QByteArray("time,to,value,known_at\n2026-01-20T23:59:00Z,2026-01-21T00:00:00Z,10000,2026-01-21T00:"
                      "00:00Z\n"
                      "2026-01-21T00:00:00Z,2026-01-21T00:01:00Z,,2026-01-21T00:01:00Z\n");
    QTest::newRow("text in quotes where it must be")
        << words("events/macro")
        << QByteArray("time,title,category,importance,actual,prior,forecast,unit,known_at,note\n"
                      "2026-01-20T03:35:00Z,\"Auction, 20 years\",,medium,,,,,2026-01-20T03:35:00Z,"
                      "\"two\nlines \"\"quoted\"\"\"\n");
}

void QueryCommandTest::printsExactText()
{
    QFETCH(QStringList, arguments);
    const auto run = query(arguments);
    QCOMPARE(run.words, QByteArray());
    QTEST(run.output, "text");
    QCOMPARE(run.exitCode, 0);
}

void QueryCommandTest::endsAsTheContractSays_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* arguments, int code, const char* words) {
        QTest::newRow(name) << QString::fromLatin1(arguments) << code << QString::fromLatin1(words);
    };
    row("a name that is not stored", "price/binance:BTCUSD", 1, "price/binance:BTCUSDT");
    row("an episode that is not there", "etf/btc/IBIT --episode nothing", 1, "nothing");
    row("an unknown interval", "etf/btc/IBIT --interval 2h", 2, "2h");
    row("single events of what has none", "etf/btc/IBIT --interval event", 2, "event");
    row("an unknown format", "etf/btc/IBIT --format xml", 2, "xml");
    row("a time that is none", "etf/btc/IBIT --from yesterday", 2, "yesterday");
    row("a time without a zone", "etf/btc/IBIT --from 2026-01-21T00:00:00", 2, "Z for UTC");
    row("a minute without a zone", "etf/btc/IBIT --to 2026-01-21T00:00", 2, "offset such as +09:00");
    row("known at a time without a zone", "etf/btc/IBIT --as-of 2026-01-21T00:00:00.5", 2, "zone");
    row("times with their zones", "etf/btc/IBIT --from 2026-01-21T00:00+09:00 --to 2026-01-21T00:00:00z", 0,
        "");
    row("a zone behind UTC", "etf/btc/IBIT --from 2026-01-20T09:30-05:00", 0, "");
    row("a date alone", "etf/btc/IBIT --from 2026-01-20", 0, "");
    row("a range backwards", "etf/btc/IBIT --from 2026-01-02 --to 2026-01-01", 2, "--to");
    row("two names", "etf/btc/IBIT etf/btc/GBTC", 2, "one series");
    row("no name", "", 2, "one series");
    row("an unknown option", "etf/btc/IBIT --colour", 2, "colour");
    row("an interval finer than stored", "etf/btc/IBIT --interval 1h", 0, "Nothing as fine as 1h");
}

void QueryCommandTest::endsAsTheContractSays()
{
    QFETCH(QString, arguments);
    QFETCH(QString, words);
    const auto run = query(arguments.split(u' ', Qt::SkipEmptyParts));
    QTEST(run.exitCode, "code");
    QVERIFY2(run.words.contains(words.toUtf8()), run.words.constData());
}

void QueryCommandTest::listsWhatThereIs()
{
    const auto run = query({QStringLiteral("--list")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(
        run.output,
        QByteArray("{\"series\":\"etf/btc/IBIT\",\"kind\":\"samples\",\"source\":\"s\",\"definition\":\"\","
                   "\"unit\":\"USD\",\"from\":\"2026-01-20T14:30:00Z\",\"to\":\"2026-01-20T21:00:00Z\","
                   "\"rows\":1,\"gaps\":0}\n"
                   "{\"series\":\"events/macro\",\"kind\":\"events\",\"source\":\"s\",\"definition\":\"\","
                   "\"unit\":\"\",\"from\":\"2026-01-20T03:35:00Z\",\"to\":\"2026-01-20T03:35:00Z\","
                   "\"rows\":1,\"gaps\":0}\n"
                   "{\"series\":\"price/binance:BTCUSDT\",\"kind\":\"candles\",\"source\":\"a, \\\"b\\\"\","
                   "\"definition\":\"\",\"unit\":\"USDT\",\"from\":\"2026-01-20T23:59:00Z\","
                   "\"to\":\"2026-01-21T00:02:00Z\",\"rows\":3,\"gaps\":0}\n"));
}

void QueryCommandTest::aReaderMayLeaveEarly()
{
    QTemporaryDir folder;
    const auto store = std::move(Store::open(folder.path(), m_clock)).value();
    const SeriesKey key{.name = QStringLiteral("price/x"), .source = {}, .definition = {}};
    const auto price = store->ensureSeries(key, SeriesKind::Candles, {}).value();
    std::vector<Candle> many;
    for (int i = 0; i < 20'000; ++i) {
        many.push_back(minutes().front());
        many.back().openTime += i * oneMinute.length;
    }
    QVERIFY(store->mergeCandles(price.id, oneMinute, many).hasValue());
    const QString command =
        QStringLiteral("'%1' --data-dir '%2' query price/x | head -n 2; exit ${PIPESTATUS[0]}")
            .arg(QStringLiteral(HOLDLINE_PROGRAM), folder.path());
    const auto run = testing::run(QStringLiteral("bash"), {QStringLiteral("-c"), command});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output.count('\n'), 2);
    QCOMPARE(run.words, QByteArray());
}

QTEST_GUILESS_MAIN(QueryCommandTest)
#include "tst_querycommand.moc"
