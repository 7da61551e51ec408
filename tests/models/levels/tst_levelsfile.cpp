// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/leveljson.h"
#include "models/levels/levelsfile.h"
#include "models/levels/leveltext.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class LevelsFileTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }
    void namesBecomeIds_data();
    void namesBecomeIds();
    void writesKeysInTheContractsOrder();
    void readsWhatItWrites();
    void readsArraysObjectsAndCsv_data();
    void readsArraysObjectsAndCsv();
    void badLevelsAreRejectedAlone_data();
    void badLevelsAreRejectedAlone();
    void whatIsNoFileOfLevelsIsRefused_data();
    void whatIsNoFileOfLevelsIsRefused();
};

void LevelsFileTest::namesBecomeIds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("two words") << QStringLiteral("Defense band") << QStringLiteral("defense-band");
    QTest::newRow("marks between") << QStringLiteral("Resistance (1m-3m)")
                                   << QStringLiteral("resistance-1m-3m");
    QTest::newRow("letters of any script") << QStringLiteral("Ünder 90k!") << QStringLiteral("ünder-90k");
    QTest::newRow("marks only") << QStringLiteral("--- !") << QString();
}

void LevelsFileTest::namesBecomeIds()
{
    QFETCH(QString, name);
    QTEST(levelIdFromName(name), "id");
}

void LevelsFileTest::writesKeysInTheContractsOrder()
{
    Level level;
    level.id = QStringLiteral("a");
    level.instrument = QStringLiteral("binance:BTCUSDT");
    level.name = QStringLiteral("A \"quoted\" name");
    level.low = Price::parse("89800.5").value();
    level.high = Price::whole(90'000);
    level.role = LevelRole::Support;
    level.validFrom = parseIso("2026-01-10").value();
    level.unknown.insert(QStringLiteral("colour"), 7);
    QCOMPARE(
        levelsToJson(std::vector{level}),
        QByteArray("{\"levels\":[\n  {\"id\":\"a\",\"instrument\":\"binance:BTCUSDT\","
                   "\"name\":\"A \\\"quoted\\\" name\",\"low\":89800.5,\"high\":90000,\"role\":\"support\","
                   "\"validFrom\":\"2026-01-10T00:00:00Z\",\"validTo\":null,\"origin\":\"fixed\","
                   "\"source\":\"\",\"definition\":\"\",\"note\":\"\",\"colour\":7}\n]}\n"));
    QCOMPARE(levelsToJson({}), QByteArray("{\"levels\":[]}\n"));
    QCOMPARE(levelsToCsv(std::vector{level}),
             QByteArray("id,instrument,name,low,high,role,validFrom,validTo,origin,source,definition,note\n"
                        "a,binance:BTCUSDT,\"A \"\"quoted\"\" name\",89800.5,90000,support,"
                        "2026-01-10T00:00:00Z,,fixed,,,\n"));
}

void LevelsFileTest::readsWhatItWrites()
{
    Level level;
    level.id = QStringLiteral("own-id");
    level.instrument = QStringLiteral("kraken:BTC/USD");
    level.name = QStringLiteral("A line, with \"marks\"\nand more");
    level.low = Price{1};
    level.high = Price{9'223'372'036'854'775'807};
    level.role = LevelRole::Resistance;
    level.validFrom = parseIso("2026-01-10T12:34:56.789Z").value();
    level.validTo = parseIso("2027-01-10").value();
    level.origin = LevelOrigin::Tracking;
    level.source = QStringLiteral("source");
    level.definition = QStringLiteral("definition");
    level.note = QStringLiteral("note");
    const auto fromCsv = readLevels(levelsToCsv(std::vector{level}));
    QVERIFY(fromCsv.hasValue());
    QVERIFY(fromCsv.value().levels == std::vector{level});
    level.unknown.insert(QStringLiteral("colour"), QStringLiteral("blue"));
    const auto fromJson = readLevels(levelsToJson(std::vector{level}));
    QVERIFY(fromJson.hasValue());
    QVERIFY(fromJson.value().levels == std::vector{level});
}

void LevelsFileTest::readsArraysObjectsAndCsv_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("an object") << QByteArray(
        R"({"levels":[{"name":"Defense band","low":89800,"high":90000.00000001}]})");
    QTest::newRow("a bare array") << QByteArray(
        R"( [{"name":"Defense band","low":"89800","high":90000.00000001}])");
    QTest::newRow("a table") << QByteArray("Name,High,low\nDefense band,90000.00000001,89800\n");
    QTest::newRow("a table of another system")
        << QByteArray("\xef\xbb\xbfname,high,low\r\nDefense band,90000.00000001,89800\r\n\r\n");
}

void LevelsFileTest::readsArraysObjectsAndCsv()
{
    QFETCH(QByteArray, file);
    const auto read = readLevels(file);
    QVERIFY(read.hasValue());
    QCOMPARE(read.value().levels.size(), std::size_t{1});
    const Level& level = read.value().levels.front();
    QCOMPARE(level.id, QStringLiteral("defense-band"));
    QCOMPARE(level.instrument, QStringLiteral("binance:BTCUSDT"));
    QCOMPARE(level.low.units, Price::whole(89'800).units);
    QCOMPARE(level.high.units, qint64{9'000'000'000'001});
    QVERIFY(level.role == LevelRole::None);
    QVERIFY(read.value().rejects.empty());
}

void LevelsFileTest::badLevelsAreRejectedAlone_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* bad, const char* reason) {
        QTest::newRow(name) << QByteArray(bad) << QString::fromLatin1(reason);
    };
    row("no name", R"({"low":1})", "the name is missing");
    row("no low", R"({"name":"x"})", "low is missing");
    row("low above high", R"({"name":"x","low":2,"high":1})", "low is above high");
    row("a price of nothing", R"({"name":"x","low":0})", "the price is not above 0");
    row("a negative price", R"({"name":"x","low":-5})", "the price is not above 0");
    row("not a number", R"({"name":"x","low":"NaN"})", "low is not a price");
    row("a price too great", R"({"name":"x","low":1e300})", "low is not a price");
    row("an unknown role", R"({"name":"x","low":1,"role":"floor"})",
        "role is not one of support, resistance and none");
    row("an unknown origin", R"({"name":"x","low":1,"origin":"moon"})",
        "origin is not one of fixed and tracking");
    row("the same id again", R"({"name":"GOOD","low":1})", "the id good occurs twice");
    row("a life that ends before it begins",
        R"({"name":"x","low":1,"validFrom":"2026-01-02","validTo":"2026-01-01"})",
        "validTo is not after validFrom");
    row("a number for a name", R"({"name":5,"low":1})", "name is missing or of the wrong type");
    row("a bare word", "5", "it is not an object");
    QTest::newRow("a name of a megabyte")
        << "{\"name\":\"" + QByteArray(1 << 20, 'x') + "\",\"low\":1}"
        << QStringLiteral("the name, id or instrument is longer than 200 characters");
}

void LevelsFileTest::badLevelsAreRejectedAlone()
{
    QFETCH(QByteArray, bad);
    const auto read = readLevels("{\"by\":[1,{\"a\":2}],\n\"levels\":[\n{\"name\":\"good\",\"low\":1},\n" +
                                 bad + ",\n{\"name\":\"last, [{\\\"\",\"low\":3}]}");
    QVERIFY(read.hasValue());
    QCOMPARE(read.value().levels.size(), std::size_t{2});
    QCOMPARE(read.value().levels.back().low.units, Price::whole(3).units);
    QCOMPARE(read.value().rejects.size(), std::size_t{1});
    QTEST(read.value().rejects.front().reason, "reason");
    QCOMPARE(read.value().rejects.front().line, 4);
}

void LevelsFileTest::whatIsNoFileOfLevelsIsRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("spaces") << QByteArray(" \n ");
    QTest::newRow("cut JSON") << QByteArray(R"({"levels":[{"name":"x")");
    QTest::newRow("JSON without levels") << QByteArray(R"({"level":[]})");
    QTest::newRow("NaN in JSON") << QByteArray(R"([{"name":"x","low":NaN}])");
    QTest::newRow("another table") << QByteArray("time,open\n1,2\n");
}

void LevelsFileTest::whatIsNoFileOfLevelsIsRefused()
{
    QFETCH(QByteArray, file);
    QVERIFY(readLevels(file).hasError());
    QCOMPARE(readLevels(file).error().kind, Error::Kind::Malformed);
}

QTEST_GUILESS_MAIN(LevelsFileTest)
#include "tst_levelsfile.moc"
