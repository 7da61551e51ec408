// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/timeformat.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestTimeFormat final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void time_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* time, const char* zone, const char* text) {
            QTest::newRow(name) << QByteArray(time) << QByteArray(zone) << QString::fromUtf8(text);
        };
        row("this year", "2026-01-21T17:00:59Z", "UTC", "Wed 21 Jan 17:00");
        row("another year", "2025-10-10T21:20:00Z", "UTC", "Fri 10 Oct 2025 21:20");
        row("the year of the zone", "2025-12-31T23:00:00Z", "Asia/Tokyo", "Thu 1 Jan 08:00");
        row("before 1970", "1969-12-31T23:59:00Z", "UTC", "Wed 31 Dec 1969 23:59");
        row("first time", "2026-10-25T00:30:00Z", "Europe/Berlin", "Sun 25 Oct 02:30 +2");
        row("second time", "2026-10-25T01:30:00Z", "Europe/Berlin", "Sun 25 Oct 02:30 +1");
        row("after both", "2026-10-25T02:00:00Z", "Europe/Berlin", "Sun 25 Oct 03:00");
        row("west of Greenwich", "2026-11-01T05:59:00Z", "America/New_York", "Sun 1 Nov 01:59 −4");
        row("far past", "0001-01-01T00:00:00Z", "UTC", "Mon 1 Jan 1 00:00");
        row("far future", "9999-12-31T23:59:00Z", "Europe/Berlin", "Sat 1 Jan 10000 00:59");
    }
    void time()
    {
        QFETCH(QByteArray, time);
        QFETCH(QByteArray, zone);
        QFETCH(QString, text);
        const UtcTime at = parseIso(time).value();
        QCOMPARE(weekdayTimeText(at, QTimeZone(zone), 2026), text);
        QCOMPARE(timeText(at, QTimeZone(zone), 2026), text.mid(4));
    }

    void offsets()
    {
        QCOMPARE(offsetText(0), QStringLiteral("+0"));
        QCOMPARE(offsetText(20'700'000), QStringLiteral("+5:45"));
        QCOMPARE(offsetText(-12'600'000), QString::fromUtf8("−3:30"));
        QCOMPARE(yearAt(parseIso("2025-12-31T23:00:00Z").value(), QTimeZone("Asia/Tokyo")), 2026);
    }
};

QTEST_GUILESS_MAIN(TestTimeFormat)
#include "tst_timeformat.moc"
