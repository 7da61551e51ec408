// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/columntargets.h"
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"

using namespace holdline;
using namespace holdline::testing;

namespace {

std::vector<ColumnTarget> mapOf(const char* words)
{
    std::vector<ColumnTarget> map;
    for (const QString& entry : QString::fromLatin1(words).split(QLatin1Char(' ')))
        map.push_back(*parseColumnTarget(entry));
    return map;
}

} // namespace

class TestColumnTargets : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void targets_data();
    void targets();
    void refusals_data();
    void refusals();
    void aMapToCandles();
    void oneColumnOfTwoSeries();
};

void TestColumnTargets::targets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("series");
    QTest::addColumn<QString>("column");
    const auto row = [](const char* text, const char* series, const char* column) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(series)
                            << QString::fromLatin1(column);
    };
    row("v=macro/a", "macro/a", "value");
    row("v=funding/binance-futures:BTCUSDT", "funding/binance-futures:BTCUSDT", "value");
    row("v=price/binance:BTCUSDT:open", "price/binance:BTCUSDT", "open");
    row("v=price/DXY:close", "price/DXY", "close");
    row("v=price/binance:BTCUSDT", "price/binance:BTCUSDT", "value");
    row("v=price/binance:BTCUSDT:size", "price/binance:BTCUSDT", "size");
    row("a=b=liquidations/x:long_usd", "liquidations/x", "long_usd");
    row("v=cohort/sth:size", "cohort/sth", "size");
}

void TestColumnTargets::targets()
{
    QFETCH(QString, text);
    QFETCH(QString, series);
    QFETCH(QString, column);
    const auto target = parseColumnTarget(text);
    QVERIFY(target.has_value());
    QCOMPARE(target->series, series);
    QCOMPARE(target->seriesColumn, column);
}

void TestColumnTargets::refusals_data()
{
    QTest::addColumn<std::vector<ColumnTarget>>("map");
    QTest::addColumn<QString>("part"); ///< of the sentence; empty: the map is good
    const auto row = [](const char* words, const char* part) {
        QTest::newRow(words) << mapOf(words) << QString::fromUtf8(part);
    };
    row("v=macro/a w=macro/b", "");
    row("v=macro/a v=macro/b", "");
    row("v=liquidations/x:long_usd w=liquidations/x:short_usd", "");
    row("v=cohort/sth:supply_btc", "");
    row("o=price/x:Y:open h=price/x:Y:high l=price/x:Y:low c=price/x:Y:close t=price/x:Y:trades", "");
    row("v=macro/a w=macro/a", "macro/a is given twice");
    row("v=macro/a v=macro/a", "macro/a is given twice");
    row("v=coverage/macro/a", "coverage/macro/a is no series");
    row("v=events/x", "events/x is no series");
    row("v=events", "events is no series");
    row("v=price/x:Y", "price/x:Y needs a column: price/x:Y:open, :high");
    row("v=price/x:Y:size", "no column “size”");
    row("v=price/x:Y:close", "not told: open, high, low");
    row("o=price/x:Y:open h=price/x:Y:high l=price/x:Y:low c=price/x:Y:close v=macro/a", "in one go");
    row("o=price/x:Y:open h=price/x:Y:high l=price/x:Y:low c=price/x:Z:close", "in one go");
    row("v=price/x:Y:open v=price/x:Y:high v=price/x:Y:low v=price/x:Y:close", "only one figure");
    row("v=liquidations/x", "liquidations/x needs a column: liquidations/x:long_usd, :short_usd");
    row("v=liquidations/x:usd", "no column “usd”");
    row("v=cohort/sth", "cohort/sth needs a column: cohort/sth:cost_basis, :supply_btc");
    row("v=cohort/sth:long_usd", "no column “long_usd”");
    row("v=macro/a:cost_basis", "write macro/a alone");
}

void TestColumnTargets::refusals()
{
    QFETCH(std::vector<ColumnTarget>, map);
    QFETCH(QString, part);
    const auto checked = checkTargets(map);
    QCOMPARE(checked.hasError(), !part.isEmpty());
    if (part.isEmpty())
        return;
    QCOMPARE(checked.error().kind, Error::Kind::Usage);
    QVERIFY2(checked.error().message.contains(part), qPrintable(checked.error().message));
}

void TestColumnTargets::aMapToCandles()
{
    Importing importing;
    importing.options.map = mapOf("a=price/x:BTCUSD:open b=price/x:BTCUSD:high c=price/x:BTCUSD:low "
                                  "d=price/x:BTCUSD:close n=price/x:BTCUSD:trades");
    const QByteArray text =
        "note,date,d,c,b,a,n\nx,2025-03-03T10:00:00Z,105,90,110,100,7\n"
        "y,2025-03-03T10:01:00Z,106,120,110,105,8\n,2025-03-03T10:02:00Z,106,90,111,105,\n";
    const auto report = importing.import(text);
    QCOMPARE(report.value().added, 2);
    QCOMPARE(report.value().rejects, (std::vector<RejectedRow>{{3, QStringLiteral("high below low")}}));
    const auto candles =
        importing.candles(QStringLiteral("price/x:BTCUSD"), Interval{std::chrono::minutes{1}});
    QCOMPARE(candles.size(), std::size_t{2});
    QCOMPARE(candles[0].open, Price::whole(100));
    QCOMPARE(candles[0].high, Price::whole(110));
    QCOMPARE(candles[0].low, Price::whole(90));
    QCOMPARE(candles[0].close, Price::whole(105));
    QCOMPARE(*candles[0].trades, 7);
    QVERIFY(!candles[0].volume);
    QCOMPARE(importing.import(text).value().unchanged, 2);
}

void TestColumnTargets::oneColumnOfTwoSeries()
{
    Importing importing;
    importing.options.map = mapOf("v=macro/a w=macro/c v=macro/b");
    const auto report = importing.import("date,v,w\n2025-03-06,5,6\n");
    QCOMPARE(importing.samples(QStringLiteral("macro/b")).front().value.toText(), QByteArray("5"));
    QVERIFY(toJson(report.value()).contains("\"map\":{\"v\":[\"macro/a\",\"macro/b\"],\"w\":\"macro/c\"}"));
}

QTEST_GUILESS_MAIN(TestColumnTargets)
#include "tst_columntargets.moc"
