// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/interval.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestInterval final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void bucketStart_data()
    {
        QTest::addColumn<QString>("interval");
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QString>("start");
        const auto row = [](const char* name, const char* interval, const char* time, const char* start) {
            QTest::newRow(name) << QString::fromLatin1(interval) << QByteArray(time)
                                << QString::fromLatin1(start);
        };
        row("a time on the grid is its own start", "4h", "2026-01-21T04:00:00Z", "2026-01-21T04:00:00Z");
        row("a time inside belongs to the bucket before", "4h", "2026-01-21T07:59:59.999Z",
            "2026-01-21T04:00:00Z");
        row("a week begins on Monday", "1w", "2026-01-21T12:00:00Z", "2026-01-19T00:00:00Z");
        row("Sunday is the last day of its week", "1w", "2026-01-18T23:59:00Z", "2026-01-12T00:00:00Z");
        row("before 1970", "1d", "1969-12-31T23:00:00Z", "1969-12-31T00:00:00Z");
        row("the week of 1970-01-01", "1w", "1970-01-01T00:00:00Z", "1969-12-29T00:00:00Z");
    }
    void bucketStart()
    {
        QFETCH(QString, interval);
        QFETCH(QByteArray, time);
        QTEST(toIso(parseInterval(interval)->bucketStart(parseIso(time).value())), "start");
    }

    void names()
    {
        for (const auto* name : {"1m", "5m", "15m", "1h", "4h", "1d", "1w"})
            QCOMPARE(parseInterval(QString::fromLatin1(name))->name(), QString::fromLatin1(name));
        QVERIFY(!parseInterval(u"2m"));
        QVERIFY(!parseInterval(u""));
    }
};

QTEST_GUILESS_MAIN(TestInterval)
#include "tst_interval.moc"
