// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/timetext.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestTimeText final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void dayAndTime_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* time, const char* zone, const char16_t* text) {
            QTest::newRow(name) << QByteArray(time) << QString::fromLatin1(zone) << QString::fromUtf16(text);
        };
        row("in UTC", "2026-01-21T17:00:00Z", "UTC", u"21 Jan 17:00");
        row("Tokyo is nine hours ahead", "2026-01-20T17:34:00Z", "Asia/Tokyo", u"21 Jan 02:34");
        row("another year is named", "2025-12-31T23:59:00Z", "UTC", u"31 Dec 2025 23:59");
        row("the zone decides the year", "2025-12-31T23:59:00Z", "Asia/Tokyo", u"1 Jan 08:59");
        row("an unknown zone is UTC", "2026-01-21T17:00:00Z", "Nowhere/Land", u"21 Jan 17:00");
    }
    void dayAndTime()
    {
        QFETCH(QByteArray, time);
        QFETCH(QString, zone);
        QTEST(dayTimeText(parseIso(time).value(), zoneByName(zone), 2026), "text");
    }

    void dateInNewYork()
    {
        QCOMPARE(
            dateIn(parseIso("2026-01-21T04:59:59Z").value(), zoneByName(QStringLiteral("America/New_York"))),
            QDate(2026, 1, 20));
        QCOMPARE(
            dateIn(parseIso("2026-01-21T05:00:00Z").value(), zoneByName(QStringLiteral("America/New_York"))),
            QDate(2026, 1, 21));
    }
};

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
