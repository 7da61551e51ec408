// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/intervalladder.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestIntervalLadder final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void drawn_data()
    {
        QTest::addColumn<Interval>("wanted");
        QTest::addColumn<double>("days");
        QTest::addColumn<QString>("candles");
        QTest::addColumn<QString>("flows");
        const auto row = [](const char* name, Interval wanted, double days, const char* candles,
                            const char* flows) {
            QTest::newRow(name) << wanted << days << QString::fromLatin1(candles)
                                << QString::fromLatin1(flows);
        };
        // 1,440 px: a day of minutes is 1 px a minute. Candles need 2 px, flows 6.
        row("wide enough", oneMinute, 0.1, "1m", "1m");
        row("a day of minutes", oneMinute, 1, "2m", "15m");
        row("ten days of minutes", oneMinute, 10, "30m", "1h");
        row("ten days of hours", oneHour, 10, "1h", "1h");
        row("a year of hours, nearly", oneHour, 360, "12h", "1w");
        row("only multiples of the wanted one", fourHours, 150, "8h", "1d");
        row("nineteen years of minutes", oneMinute, 6944, "2w", "8w");
        row("six hundred years of days", oneDay, 219'000, "64w", "256w");
    }
    void drawn()
    {
        QFETCH(Interval, wanted);
        QFETCH(double, days);
        const TimeScale scale{{fromMsecs(0), fromMsecs(static_cast<qint64>(days * 86'400'000))}, 0, 1440};
        QTEST(drawnInterval(wanted, scale, 2).name(), "candles");
        QTEST(drawnFlowInterval(wanted, scale, 6).name(), "flows");
    }

    void anIntervalOfNoUseStays()
    {
        const TimeScale empty{{fromMsecs(5), fromMsecs(5)}, 0, 1440};
        QCOMPARE(drawnInterval(oneHour, empty, 2), oneHour);
        const TimeScale year{{fromMsecs(0), fromMsecs(31'536'000'000)}, 0, 1440};
        QCOMPARE(drawnInterval(Interval{}, year, 2), Interval{});
        // 7 minutes divide a week: it goes from its own length to the first step that they divide.
        QCOMPARE(drawnInterval(Interval{std::chrono::minutes{7}}, year, 2).name(), QStringLiteral("1w"));
        // 11 minutes do not: they are doubled until 2 px, 730 minutes, are there.
        QCOMPARE(drawnInterval(Interval{std::chrono::minutes{11}}, year, 2).name(), QStringLiteral("1408m"));
    }
};

QTEST_GUILESS_MAIN(TestIntervalLadder)
#include "tst_intervalladder.moc"
