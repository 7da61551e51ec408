// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/utctime.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestUtcTime final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsIso_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("msecs");
        // Epoch values computed with date(1).
        QTest::newRow("a date alone is midnight UTC") << QByteArray("2026-01-21") << 1768953600000LL;
        QTest::newRow("with Z") << QByteArray("2026-01-21T06:00:00Z") << 1768975200000LL;
        QTest::newRow("an offset is subtracted")
            << QByteArray("2026-01-21T02:34:00+09:00") << 1768930440000LL;
        QTest::newRow("an offset without colon") << QByteArray("2026-01-20T12:34:00-0500") << 1768930440000LL;
        QTest::newRow("without zone it is UTC") << QByteArray("2025-10-06T12:00:00") << 1759752000000LL;
        QTest::newRow("a space instead of T, no seconds")
            << QByteArray("2026-01-21 06:00") << 1768975200000LL;
        QTest::newRow("microseconds are cut to milliseconds")
            << QByteArray("2026-01-21T06:00:00.123999Z") << 1768975200123LL;
        QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59Z") << -1000LL;
        QTest::newRow("24:00 is the next midnight") << QByteArray("2026-01-20T24:00:00Z") << 1768953600000LL;
    }
    void readsIso()
    {
        QFETCH(QByteArray, text);
        const auto time = parseIso(text);
        QVERIFY(time.hasValue());
        QTEST(toMsecs(time.value()), "msecs");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "2026", "2026-13-01", "2026-02-30", "2026-01-21T", "2026-01-21T25:00Z",
                                 "2026-01-21T24:00:01Z", "2026-01-21T06:00:00Q", "2026-01-21T06:00:00Zx",
                                 "yesterday", "2026-01-21T06:61Z", "2026-1-2", "2026-01-21T06:00:00+99:00"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        const auto time = parseIso(text);
        QVERIFY(time.hasError());
        QCOMPARE(time.error().kind, Error::Kind::Malformed);
    }

    void writesIso()
    {
        QCOMPARE(toIso(fromMsecs(1768975200000)), QStringLiteral("2026-01-21T06:00:00Z"));
        QCOMPARE(toIso(fromMsecs(1768975200007)), QStringLiteral("2026-01-21T06:00:00.007Z"));
        QCOMPARE(toIso(fromMsecs(-1)), QStringLiteral("1969-12-31T23:59:59.999Z"));
    }
};

QTEST_GUILESS_MAIN(TestUtcTime)
#include "tst_utctime.moc"
