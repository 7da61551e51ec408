// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/leveltext.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestLevelText final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void edges_data()
    {
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<bool>("isTracking");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* price, bool isTracking, const char* text) {
            QTest::newRow(name) << QByteArray(price) << isTracking << QString::fromLatin1(text);
        };
        row("typed, exactly", "87263.53", false, "87,263.53");
        row("typed with eight digits", "0.12345678", false, "0.12345678");
        row("a cost basis in whole dollars", "23885.99999936", true, "23,886");
        row("halves go up", "34634.5", true, "34,635");
        row("below a half", "34634.49999999", true, "34,634");
        row("below a thousand in cents", "999.99499999", true, "999.99");
        row("a few dollars", "2.345", true, "2.35");
    }
    void edges()
    {
        QFETCH(QByteArray, price);
        QFETCH(bool, isTracking);
        QTEST(edgeText(isTracking ? LevelOrigin::Tracking : LevelOrigin::Fixed, *Price::parse(price)),
              "text");
    }

    void idsFromNames()
    {
        QCOMPARE(levelIdFromName(u"Resistance (1m-3m)"), QStringLiteral("resistance-1m-3m"));
    }
};

QTEST_GUILESS_MAIN(TestLevelText)
#include "tst_leveltext.moc"
