// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/dialogs/gotodialog.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace holdline;

class TestGoToDialog final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsWhatAPersonTypes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("iso");
        const auto row = [](const char* name, const char* typed, const char* zone, const char* iso) {
            QTest::newRow(name) << QString::fromLatin1(typed) << QByteArray(zone) << QString::fromLatin1(iso);
        };
        row("a day", "2026-01-21", "UTC", "2026-01-21T00:00:00Z");
        row("a day in New York", "2026-01-21", "America/New_York", "2026-01-21T05:00:00Z");
        row("a minute in Tokyo", "2026-01-21 17:00", "Asia/Tokyo", "2026-01-21T08:00:00Z");
        row("summer time counts", "2026-07-01 12:00", "Europe/London", "2026-07-01T11:00:00Z");
        row("an offset goes before the zone", "2026-01-21T17:00+01:00", "Asia/Tokyo", "2026-01-21T16:00:00Z");
        row("Z goes before the zone", "2026-01-21T17:00Z", "Asia/Tokyo", "2026-01-21T17:00:00Z");
        row("a month", " 2025-12 ", "UTC", "2025-12-01T00:00:00Z");
        row("a year", "2024", "UTC", "2024-01-01T00:00:00Z");
    }
    void readsWhatAPersonTypes()
    {
        QFETCH(QString, typed);
        QFETCH(QByteArray, zone);
        QFETCH(QString, iso);
        const auto time = parseTypedTime(typed, QTimeZone(zone));
        QVERIFY(time.hasValue());
        QCOMPARE(toIso(time.value()), iso);
    }

    void saysWhatIsNoDate_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {"", "yesterday", "2026-13-01", "2026-02-30", "21.01.2026", "2026-01-21 25:00"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void saysWhatIsNoDate()
    {
        QFETCH(QString, typed);
        const auto time = parseTypedTime(typed, QTimeZone::utc());
        QVERIFY(time.hasError());
        QVERIFY(time.error().message.contains(QStringLiteral("2026-01-21")));
    }

    void staysOpenUntilTheTextIsADate()
    {
        GoToDialog dialog(fromMsecs(0), QTimeZone::utc());
        const QSignalSpy chosen(&dialog, &GoToDialog::timeChosen);
        const QSignalSpy closed(&dialog, &QDialog::accepted);
        auto* text = dialog.findChild<QLineEdit*>();
        QCOMPARE(text->text(), QStringLiteral("1970-01-01 00:00"));
        text->setText(QStringLiteral("soon"));
        dialog.accept();
        QCOMPARE(chosen.count() + closed.count(), 0);
        text->setText(QStringLiteral("2026-01-21"));
        dialog.accept();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(closed.count(), 1);
    }
};

QTEST_MAIN(TestGoToDialog)
#include "tst_gotodialog.moc"
