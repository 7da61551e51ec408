// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/levelcsv.h"
#include "models/levels/leveljson.h"
#include "models/levels/leveltext.h"
#include "tests/support/failonwarning.h"

#include <QJsonDocument>
#include <QtTest>

using namespace holdline;

class LevelJsonTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }
    void namesBecomeIds_data();
    void namesBecomeIds();
    void writesKeysInTheContractsOrder();
    void everyPriceCanBeReadAgain();
};

void LevelJsonTest::namesBecomeIds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("two words") << QStringLiteral("Defense band") << QStringLiteral("defense-band");
    QTest::newRow("marks between") << QStringLiteral("Resistance (1m-3m)")
                                   << QStringLiteral("resistance-1m-3m");
    QTest::newRow("letters of any script") << QStringLiteral("Ünder 90k!") << QStringLiteral("ünder-90k");
    QTest::newRow("marks only") << QStringLiteral("--- !") << QString();
}

void LevelJsonTest::namesBecomeIds()
{
    QFETCH(QString, name);
    QTEST(levelIdFromName(name), "id");
}

void LevelJsonTest::writesKeysInTheContractsOrder()
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

void LevelJsonTest::everyPriceCanBeReadAgain()
{
    for (const char* text : {"0.00000001", "90000.00000001", "89999999999", "90000000000", "90002000000"}) {
        Level level;
        level.id = level.name = QStringLiteral("a");
        level.instrument = QStringLiteral("binance:BTCUSDT");
        level.low = level.high = Price::parse(text).value();
        const auto read = levelFromJson(QJsonDocument::fromJson(levelToJson(level)).object());
        QVERIFY2(read.hasValue() && read.value() == level, text);
    }
}

QTEST_GUILESS_MAIN(LevelJsonTest)
#include "tst_leveljson.moc"
