// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/periods.h"
#include "models/market/tradingcalendar.h"
#include "tests/support/failonwarning.h"

#include <QTimeZone>
#include <QtTest>

#include <algorithm>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

UtcTime date(const QString& text)
{
    return fromMsecs(
        QDateTime(QDate::fromString(text, Qt::ISODate), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
}

QStringList closedWeekdays(int year, bool (*isSession)(UtcTime))
{
    QStringList closed;
    for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1)) {
        if (day.dayOfWeek() <= 5 && !isSession(date(day.toString(Qt::ISODate))))
            closed << day.toString(u"MM-dd"_s);
    }
    return closed;
}

} // namespace

/// Expected are the calendars that the exchanges published for those years.
class TestTradingCalendar : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void weekdaysOnWhichNewYorkIsClosed_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("closed");
        QTest::newRow("2012, with the storm")
            << 2012 << u"01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25"_s;
        QTest::newRow("2021: Christmas on a Saturday, no New Year on the Friday after it")
            << 2021 << u"01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24"_s;
        QTest::newRow("2022: Juneteenth on a Sunday, the new year on a Saturday")
            << 2022 << u"01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26"_s;
        QTest::newRow("2023") << 2023 << u"01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25"_s;
        QTest::newRow("2025, with a day of mourning")
            << 2025 << u"01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25"_s;
        QTest::newRow("2026: 4 July on a Saturday")
            << 2026 << u"01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25"_s;
    }
    void weekdaysOnWhichNewYorkIsClosed()
    {
        QFETCH(int, year);
        QFETCH(QString, closed);
        QCOMPARE(closedWeekdays(year, isNewYorkSession).join(u' '), closed);
    }

    void halfDays()
    {
        QVERIFY(isNewYorkHalfDay(date(u"2024-07-03"_s)));
        QVERIFY(isNewYorkHalfDay(date(u"2025-11-28"_s)));
        QVERIFY(isNewYorkHalfDay(date(u"2026-12-24"_s)));
        QVERIFY(!isNewYorkHalfDay(date(u"2026-07-03"_s))); // closed
        QVERIFY(!isNewYorkHalfDay(date(u"2021-12-24"_s))); // closed
        QVERIFY(!isNewYorkHalfDay(date(u"2026-01-20"_s)));
        QCOMPARE(etfDay(date(u"2025-11-28"_s)).to, date(u"2025-11-28"_s) + std::chrono::hours{18});
    }

    void weekdaysOnWhichTokyoIsClosed_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("closed");
        QTest::newRow("2019: ten days off at the enthronement")
            << 2019
            << u"01-01 01-02 01-03 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-06 07-15 08-12 09-16 "
               u"09-23 "
               "10-14 10-22 11-04 12-31"_s;
        QTest::newRow("2021: holidays moved for the games")
            << 2021
            << u"01-01 01-11 02-11 02-23 04-29 05-03 05-04 05-05 07-22 07-23 08-09 09-20 09-23 11-03 11-23 12-31"_s;
        QTest::newRow("2025") << 2025
                              << u"01-01 01-02 01-03 01-13 02-11 02-24 03-20 04-29 05-05 05-06 07-21 08-11 "
                                 u"09-15 09-23 10-13 11-03 "
                                 "11-24 12-31"_s;
        QTest::newRow("2026: a day between two holidays in September")
            << 2026
            << u"01-01 01-02 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 "
               u"10-12 "
               "11-03 11-23 12-31"_s;
    }
    void weekdaysOnWhichTokyoIsClosed()
    {
        QFETCH(int, year);
        QFETCH(QString, closed);
        QCOMPARE(closedWeekdays(year, isTokyoSession).join(u' '), closed);
    }

    void sessionsAreCountedOverAHoliday()
    {
        QCOMPARE(newYorkSessions(date(u"2026-01-16"_s), date(u"2026-01-20"_s)),
                 (std::vector{date(u"2026-01-16"_s), date(u"2026-01-20"_s)}));
        QCOMPARE(lastNewYorkSession(date(u"2026-01-19"_s)), date(u"2026-01-16"_s));
    }
};

QTEST_GUILESS_MAIN(TestTradingCalendar)
#include "tst_tradingcalendar.moc"
