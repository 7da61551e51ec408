// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/journalwords.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestJournalWords final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void aChangeTellsEachFieldFromWhatToWhat()
    {
        const JournalEntry entry{
            .number = 1,
            .at = {},
            .id = QStringLiteral("band"),
            .author = {},
            .what = QStringLiteral("replace"),
            .before = QStringLiteral(R"({"name":"Band","low":89800,"note":"","edited":"a"})"),
            .after =
                QStringLiteral(R"({"name":"Band","low":89700.5,"note":"x","edited":"b","locked":true})")};
        QCOMPARE(changeWords(entry),
                 (QStringList{QStringLiteral("low 89800 → 89700.5"), QStringLiteral("note  → x"),
                              QStringLiteral("locked – → true")}));
        QCOMPARE(nameOf(entry), QStringLiteral("Band"));
    }

    void whatCameOrWentIsNamed()
    {
        JournalEntry entry;
        entry.id = QStringLiteral("trend-line-1");
        entry.after = QStringLiteral(R"({"kind":"trend-line"})");
        QCOMPARE(changeWords(entry), QStringList{QStringLiteral("trend-line")});
        entry.after = QStringLiteral("damaged");
        QCOMPARE(nameOf(entry), QStringLiteral("trend-line-1"));
    }
};

QTEST_GUILESS_MAIN(TestJournalWords)
#include "tst_journalwords.moc"
