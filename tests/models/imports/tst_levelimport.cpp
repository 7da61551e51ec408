// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/levelimport.h"
#include "models/levels/levelcsv.h"
#include "models/levels/leveljson.h"
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"

#include <QtTest>

using namespace holdline;

/// Files that a person says to be levels.
class LevelImportTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void readsWhatItWrites();
    void readsArraysObjectsAndCsv_data();
    void readsArraysObjectsAndCsv();
    void badLevelsAreRejectedAlone_data();
    void badLevelsAreRejectedAlone();
    void aRowTooLongIsRejectedAlone();
    void whatIsNoFileOfLevelsIsRefused_data();
    void whatIsNoFileOfLevelsIsRefused();

private:
    ImportReport read(const QByteArray& file)
    {
        const auto report = m_importing->import(file);
        ImportReport refused;
        refused.rows = -1;
        return report.hasValue() ? report.value() : refused;
    }

    std::unique_ptr<testing::Importing> m_importing;
};

void LevelImportTest::init()
{
    testing::failOnAnyWarning();
    m_importing = std::make_unique<testing::Importing>();
    m_importing->options.kind = QStringLiteral("levels");
}

void LevelImportTest::readsWhatItWrites()
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
    QCOMPARE(read(levelsToCsv(std::vector{level})).added, 1);
    QVERIFY(m_importing->store().levels().value() == std::vector{level});
    level.unknown.insert(QStringLiteral("colour"), QStringLiteral("blue"));
    QCOMPARE(read(levelsToJson(std::vector{level})).revised, 1);
    QVERIFY(m_importing->store().levels().value() == std::vector{level});
    QCOMPARE(read(levelsToJson({})).rows, 0);
}

void LevelImportTest::readsArraysObjectsAndCsv_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("an object") << QByteArray(
        R"({"levels":[{"name":"Defense band","low":89800,"high":90000.00000001}]})");
    QTest::newRow("a bare array") << QByteArray(
        R"( [{"name":"Defense band","low":"89800","high":90000.00000001}])");
    QTest::newRow("a table") << QByteArray("Name,High,low\nDefense band,90000.00000001,89800\n");
    QTest::newRow("a table of another system")
        << QByteArray("\xef\xbb\xbfname,high,low\r\nDefense band,90000.00000001,89800\r\n\r\n");
    QTest::newRow("a table with semicolons")
        << QByteArray("name;high;low;valid-from\nDefense band;90000.00000001;89800;\n");
}

void LevelImportTest::readsArraysObjectsAndCsv()
{
    QFETCH(QByteArray, file);
    QCOMPARE(read(file).rejected, 0);
    const auto levels = m_importing->store().levels().value();
    QCOMPARE(levels.size(), std::size_t{1});
    const Level& level = levels.front();
    QCOMPARE(level.id, QStringLiteral("defense-band"));
    QCOMPARE(level.instrument, QStringLiteral("binance:BTCUSDT"));
    QCOMPARE(level.low.units, Price::whole(89'800).units);
    QCOMPARE(level.high.units, qint64{9'000'000'000'001});
    QVERIFY(level.role == LevelRole::None);
}

void LevelImportTest::badLevelsAreRejectedAlone_data()
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

void LevelImportTest::badLevelsAreRejectedAlone()
{
    QFETCH(QByteArray, bad);
    const ImportReport report =
        read("{\"by\":[1,{\"a\":2}],\n\"levels\":[\n{\"name\":\"good\",\"low\":1},\n" + bad +
             ",\n{\"name\":\"last, [{\\\"\",\"low\":3}]}");
    QCOMPARE(report.added, 2);
    QCOMPARE(report.rejected, 1);
    QTEST(report.rejects.front().reason, "reason");
    QCOMPARE(report.rejects.front().line, 4);
}

void LevelImportTest::aRowTooLongIsRejectedAlone()
{
    const ImportReport report = read("name,low\na,1,2\nb,2\nB,3\n");
    QCOMPARE(report.added, 1);
    QCOMPARE(report.rejects.size(), std::size_t{2});
    QCOMPARE(report.rejects.front().line, 2);
    QCOMPARE(report.rejects.back().reason, QStringLiteral("the id b occurs twice"));
}

void LevelImportTest::whatIsNoFileOfLevelsIsRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("spaces") << QByteArray(" \n ");
    QTest::newRow("cut JSON") << QByteArray(R"({"levels":[{"name":"x")");
    QTest::newRow("JSON without levels") << QByteArray(R"({"level":[]})");
    QTest::newRow("NaN in JSON") << QByteArray(R"([{"name":"x","low":NaN}])");
    QTest::newRow("another table") << QByteArray("time,open\n1,2\n");
}

void LevelImportTest::whatIsNoFileOfLevelsIsRefused()
{
    QFETCH(QByteArray, file);
    const auto report = m_importing->import(file);
    QVERIFY(report.hasError());
    QCOMPARE(report.error().kind, Error::Kind::Malformed);
    QVERIFY(!report.error().message.contains(QStringLiteral("--map")));
}

QTEST_GUILESS_MAIN(LevelImportTest)
#include "tst_levelimport.moc"
