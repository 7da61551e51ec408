// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/candlepage.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace std::chrono_literals;

class TestCandlePage final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void countsOpenTimes_data()
    {
        QTest::addColumn<qint64>("from"); // s
        QTest::addColumn<qint64>("to");
        QTest::addColumn<int>("count");
        QTest::newRow("nothing") << qint64(60) << qint64(60) << 0;
        QTest::newRow("the wrong way round") << qint64(120) << qint64(60) << 0;
        QTest::newRow("one minute") << qint64(60) << qint64(120) << 1;
        QTest::newRow("a thousand minutes") << qint64(0) << qint64(60'000) << 1000;
        QTest::newRow("an end behind an open time") << qint64(60) << qint64(121) << 2;
        QTest::newRow("a begin behind an open time") << qint64(61) << qint64(180) << 1;
        QTest::newRow("no open time at all") << qint64(61) << qint64(119) << 0;
        QTest::newRow("before 1970") << qint64(-121) << qint64(1) << 3;
    }
    void countsOpenTimes()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QTEST(openTimesIn({UtcTime{from * 1s}, UtcTime{to * 1s}}, oneMinute), "count");
    }

    void namesIntervals()
    {
        constexpr std::array<IntervalName, 2> names{{{oneMinute, "1"}, {oneDay, "D"}}};
        QCOMPARE(QByteArray(nameOf(names, oneDay)), QByteArray("D"));
        QVERIFY(!nameOf(names, oneHour));
        QCOMPARE(intervalNamed(names, "1"), std::optional(oneMinute));
        QVERIFY(!intervalNamed(names, "d"));
    }
};

QTEST_GUILESS_MAIN(TestCandlePage)
#include "tst_candlepage.moc"
