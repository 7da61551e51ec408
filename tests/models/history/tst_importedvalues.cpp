// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/columntargets.h"
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"
#include "tests/support/importsamples.h"

using namespace holdline;
using namespace holdline::testing;

/// What the samples of each dialect become, by the rules of their providers.
class TestImportedValues : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void samples_data();
    void samples();
    void unitsOfTimeChangeWithinAFile();
    void longTailsAreRounded();
    void volumesBySymbol();
    void sidesOfLiquidations();
    void anyTableByAMap();
    void offGridRowsKeepTheirTime();

private:
    static std::unique_ptr<Importing> imported(const char* name);
};

std::unique_ptr<Importing> TestImportedValues::imported(const char* name)
{
    auto importing = std::make_unique<Importing>();
    for (const auto& sample : importSamples()) {
        if (qstrcmp(sample.name, name) != 0)
            continue;
        importing->options.instrument = sample.instrument;
        const auto report = importing->import(sample.text);
        if (report.hasError())
            qWarning() << report.error().message;
    }
    return importing;
}

void TestImportedValues::samples_data()
{
    QTest::addColumn<QByteArray>("sample");
    QTest::addColumn<QString>("series");
    QTest::addColumn<QString>("column");
    QTest::addColumn<int>("place");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("knownAt");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* what, const char* sample, const char* series, const char* column,
                        int place, const char* from, const char* to, const char* knownAt, const char* value) {
        QTest::newRow(what) << QByteArray(sample) << QString::fromLatin1(series)
                            << QString::fromLatin1(column) << place << QByteArray(from) << QByteArray(to)
                            << QByteArray(knownAt) << QByteArray(value);
    };
    row("millions become dollars", "Farside with tabs", "etf/btc/IBIT", "value", 0, "2026-01-14T14:30:00Z",
        "2026-01-14T21:00:00Z", "2026-01-15T05:00:00Z", "1250500000");
    row("parentheses are negative", "Farside with tabs", "etf/btc/FBTC", "value", 0, "2026-01-14T14:30:00Z",
        "2026-01-14T21:00:00Z", "2026-01-15T05:00:00Z", "-10000000");
    row("a dash is no row, so the first is of the 15th", "Farside with tabs", "etf/btc/BITB", "value", 0,
        "2026-01-15T14:30:00Z", "2026-01-15T21:00:00Z", "2026-01-16T05:00:00Z", "2500000");
    row("0.0 is a zero", "Farside with tabs", "etf/btc/GBTC", "value", 0, "2026-01-14T14:30:00Z",
        "2026-01-14T21:00:00Z", "2026-01-15T05:00:00Z", "0");
    row("totals of the 16th and 15th wait for funds, so the last is of the 14th", "Farside with tabs",
        "etf/btc/total", "value", -1, "2026-01-14T14:30:00Z", "2026-01-14T21:00:00Z", "2026-01-15T05:00:00Z",
        "1240500000");
    row("a page reads like the table", "Farside as a page", "etf/btc/total", "value", 0,
        "2026-01-14T14:30:00Z", "2026-01-14T21:00:00Z", "2026-01-15T05:00:00Z", "10000000");
    row("a list gives the day's total", "ETF flows as a list", "etf/btc/total", "value", 0,
        "2026-01-14T14:30:00Z", "2026-01-14T21:00:00Z", "2026-01-15T05:00:00Z", "750000.5");
    row("a row on a holiday is kept", "ETF flows as JSON", "etf/btc/total", "value", 2,
        "2026-01-19T14:30:00Z", "2026-01-19T21:00:00Z", "2026-01-20T05:00:00Z", "-500000");
    row("a cost basis of a UTC day", "cost bases, a column a band", "cohort/1d-1w", "cost_basis", 0,
        "2026-01-19", "2026-01-20", "2026-01-20", "91000.5");
    row("a supply beside it", "cost bases as a list", "cohort/sth", "supply_btc", 0, "2026-01-20",
        "2026-01-21", "2026-01-21", "3500000");
    row("sums of four hours, zeros kept", "sums of liquidations", "liquidations/file", "long_usd", 0,
        "2025-10-06T12:00:00Z", "2025-10-06T16:00:00Z", "2025-10-06T16:00:00Z", "0");
    row("deposits to exchanges", "Coin Metrics", "whales/coinmetrics", "value", 1, "2026-01-20", "2026-01-21",
        "2026-01-21", "2911.25");
    row("more than eight decimals are rounded", "Coin Metrics", "onchain/coinmetrics/CapMrktCurUSD", "value",
        0, "2026-01-19", "2026-01-20", "2026-01-20", "1800000000000.12345679");
    row("a yield at Tokyo's close", "MOF yields", "macro/jgb40y_yield", "value", 1, "2026-01-20T00:00:00Z",
        "2026-01-20T06:00:00Z", "2026-01-20T06:00:00Z", "3.9");
    row("a date without padding, a negative yield", "MOF yields", "macro/jgb1y_yield", "value", 1,
        "2014-12-01T00:00:00Z", "2014-12-01T06:00:00Z", "2014-12-01T06:00:00Z", "-0.01");
    row("an auction at its publication", "JGB auctions", "macro/jgb20_bid_to_cover", "value", 0,
        "2026-01-20T00:00:00Z", "2026-01-20T03:35:00Z", "2026-01-20T03:35:00Z", "3.19123457");
    row("an index at New York's close", "FRED", "macro/sp500", "value", 1, "2026-01-20T14:30:00Z",
        "2026-01-20T21:00:00Z", "2026-01-20T21:00:00Z", "6796.86");
    row("realized cap over supply", "supply and realized cap by age", "cohort/1d-1w", "cost_basis", 0,
        "2020-10-19", "2020-10-20", "2020-10-20", "10000.25");
    row("of all coins, 32,000.5 over 6", "supply and realized cap by age", "cohort/all", "cost_basis", 0,
        "2020-10-19", "2020-10-20", "2020-10-20", "5333.41666667");
    row("a supply before there were prices", "supply and realized cap by age", "cohort/0-1d", "supply_btc", 0,
        "2010-01-10", "2010-01-11", "2010-01-11", "1");
    row("the day that is not over is none", "supply and realized cap by age", "cohort/0-1d", "supply_btc", -1,
        "2020-10-19", "2020-10-20", "2020-10-20", "1");
    row("the price of all short-term holders", "STH realized price", "cohort/sth", "cost_basis", 0,
        "2026-01-20", "2026-01-21", "2026-01-21", "97712.25");
}

void TestImportedValues::samples()
{
    QFETCH(QByteArray, sample);
    QFETCH(QString, series);
    QFETCH(QString, column);
    QFETCH(int, place);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, knownAt);
    QFETCH(QByteArray, value);
    const auto held = imported(sample.constData());
    Importing& importing = *held;
    const auto stored = importing.samples(series, column);
    const auto index = place < 0 ? stored.size() - 1 : static_cast<std::size_t>(place);
    QVERIFY(index < stored.size());
    QCOMPARE(toIso(stored[index].from), toIso(moment(from.constData())));
    QCOMPARE(toIso(stored[index].to), toIso(moment(to.constData())));
    QCOMPARE(toIso(stored[index].knownAt), toIso(moment(knownAt.constData())));
    QCOMPARE(stored[index].value.toText(), value);
}

void TestImportedValues::unitsOfTimeChangeWithinAFile()
{
    const auto held = imported("Binance Vision without header, ms and then us");
    Importing& importing = *held;
    const auto candles = importing.candles(QStringLiteral("price/binance:BTCUSDT"), oneMinute);
    QCOMPARE(candles.size(), std::size_t{3});
    QCOMPARE(candles[1].openTime, moment("2024-12-31T23:59:00Z"));
    QCOMPARE(candles[2].openTime, moment("2025-01-01T00:00:00Z"));
    QCOMPARE(candles[2].takerBuyQuote->toText(), QByteArray("15.8"));
    QCOMPARE(*candles[2].trades, 11);
    QCOMPARE(importing.find(QStringLiteral("price/binance:BTCUSDT"))->key.source, QStringLiteral("binance"));
    QCOMPARE(importing.find(QStringLiteral("price/binance:BTCUSDT"))->unit, QStringLiteral("USDT"));
}

void TestImportedValues::longTailsAreRounded()
{
    const auto held = imported("columns in another order");
    Importing& importing = *held;
    const auto candles = importing.candles(QStringLiteral("price/DXY"), oneDay);
    QCOMPARE(candles.size(), std::size_t{2});
    QCOMPARE(candles[0].close.toText(), QByteArray("80.62999725"));
    QCOMPARE(candles[0].open.toText(), QByteArray("80.13999939"));
    QCOMPARE(candles[0].volume->toText(), QByteArray("0"));
}

void TestImportedValues::volumesBySymbol()
{
    const auto held = imported("CryptoDataDownload, newest first");
    Importing& importing = *held;
    const auto candles = importing.candles(QStringLiteral("price/BTC/USDT"), oneHour);
    QCOMPARE(candles.size(), std::size_t{3});
    QCOMPARE(candles[0].openTime, moment("2022-01-01T00:00:00Z"));
    QCOMPARE(candles[0].volume->toText(), QByteArray("12"));
    QCOMPARE(candles[0].quoteVolume->toText(), QByteArray("36"));
}

void TestImportedValues::sidesOfLiquidations()
{
    const auto held = imported("Binance liquidation snapshot");
    Importing& snapshot = *held;
    const auto orders = snapshot.liquidations(QStringLiteral("liquidations/binance-futures"));
    QCOMPARE(orders.size(), std::size_t{3});
    QVERIFY(orders[0].side == PositionSide::Long);
    QCOMPARE(orders[0].usd.toText(), QByteArray("8255.25"));
    QVERIFY(orders[1] == orders[2]);
    const auto other = imported("captured liquidations");
    Importing& captured = *other;
    const auto okx = captured.liquidations(QStringLiteral("liquidations/okx/eth"));
    QCOMPARE(okx.size(), std::size_t{1});
    QCOMPARE(okx[0].usd.toText(), QByteArray("2"));
    QCOMPARE(okx[0].quantity.toText(), QByteArray("0.001"));
}

void TestImportedValues::anyTableByAMap()
{
    Importing importing;
    importing.options.map = {*parseColumnTarget(QStringLiteral("flows.a=funding/binance-futures:BTCUSDT")),
                             *parseColumnTarget(QStringLiteral("b=liquidations/x:long_usd"))};
    importing.options.zone = QStringLiteral("Asia/Tokyo");
    const auto report =
        importing.import("{\"rows\":[{\"time\":\"2026-01-20 09:00\",\"flows\":{\"a\":-0.0001},\"b\":1},\n"
                         "{\"time\":\"2026-01-20 17:00\",\"flows\":{\"a\":null},\"b\":\"2,000.5\"},\n"
                         "{\"time\":\"2026-01-21 01:00\",\"flows\":{\"a\":NaN},\"b\":3}]}");
    QVERIFY(report.hasValue());
    QCOMPARE(report.value().added, 2);
    QCOMPARE(report.value().rejects,
             (std::vector<RejectedRow>{{3, QStringLiteral("flows.a is not a number: “NaN”")}}));
    const auto rates = importing.samples(QStringLiteral("funding/binance-futures:BTCUSDT"));
    QCOMPARE(rates.size(), std::size_t{1});
    QCOMPARE(rates[0].from, moment("2026-01-20T00:00:00Z"));
    QCOMPARE(rates[0].to, moment("2026-01-20T08:00:00Z"));
    QCOMPARE(
        importing.samples(QStringLiteral("liquidations/x"), QStringLiteral("long_usd"))[1].value.toText(),
        QByteArray("2000.5"));
}

void TestImportedValues::offGridRowsKeepTheirTime()
{
    Importing importing;
    importing.options.instrument = QStringLiteral("binance:BTCUSDT");
    const auto report =
        importing.import("open_time_ms,open,high,low,close\n1512345600000,1,2,1,2\n1512345660000,1,2,1,2\n"
                         "1512345760799,1,2,1,2\n1512345960799,1,2,1,2\n1512346020799,1,2,1,2\n"
                         "32503680000000,1,2,1,2\n1512346080799,-1,2,1,2\n1512346080799,1,1,2,2\n1,2\n");
    QCOMPARE(report.value().added, 5);
    const std::vector<RejectedRow> rejects{{7, QStringLiteral("a time later than a day from now")},
                                           {8, QStringLiteral("a price of 0 or less")},
                                           {9, QStringLiteral("high below low")},
                                           {10, QStringLiteral("2 fields instead of 5")}};
    QCOMPARE(report.value().rejects, rejects);
    QCOMPARE(importing.candles(QStringLiteral("price/binance:BTCUSDT"), oneMinute)[2].openTime,
             fromMsecs(1512345760799));
    QVERIFY2(report.value().words.first().contains(QStringLiteral("1 gap (3 minutes), 3 off the grid")),
             qPrintable(report.value().words.first()));
}

QTEST_GUILESS_MAIN(TestImportedValues)
#include "tst_importedvalues.moc"
