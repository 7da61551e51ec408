// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/dialogs/savedviewsdialog.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

class TestSavedViewsDialog final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void withoutViewsThereIsNothingToDo()
    {
        SavedViewsDialog dialog;
        dialog.setNames({});
        QCOMPARE(dialog.name(), QString());
        for (const auto& text : {u"Rename…"_s, u"Delete…"_s})
            QVERIFY(!button(dialog, text)->isEnabled());
    }
    void theChosenOneStaysChosenElseItsNeighbourIs()
    {
        SavedViewsDialog dialog;
        dialog.setNames({u"a"_s, u"b"_s, u"c"_s});
        QCOMPARE(dialog.name(), u"a"_s);
        dialog.choose(u"b"_s);
        dialog.setNames({u"a"_s, u"aa"_s, u"b"_s, u"c"_s});
        QCOMPARE(dialog.name(), u"b"_s);
        dialog.setNames({u"a"_s, u"aa"_s, u"c"_s});
        QCOMPARE(dialog.name(), u"c"_s);
        dialog.setNames({u"a"_s});
        QCOMPARE(dialog.name(), u"a"_s);
        dialog.choose(u"nowhere"_s);
        QCOMPARE(dialog.name(), u"a"_s);
    }
    void buttonsAndKeysAskForTheChosenOne()
    {
        SavedViewsDialog dialog;
        dialog.setNames({u"a"_s, u"b"_s});
        dialog.choose(u"b"_s);
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QSignalSpy renames(&dialog, &SavedViewsDialog::renameRequested);
        QSignalSpy removals(&dialog, &SavedViewsDialog::removeRequested);
        button(dialog, u"Rename…"_s)->click();
        QTest::keyClick(dialog.findChild<QListWidget*>(), Qt::Key_F2);
        button(dialog, u"Delete…"_s)->click();
        QTest::keyClick(dialog.findChild<QListWidget*>(), Qt::Key_Delete);
        const QList<QVariantList> twice(2, QVariantList{u"b"_s});
        QCOMPARE(QList<QVariantList>(renames), twice);
        QCOMPARE(QList<QVariantList>(removals), twice);
    }

private:
    static QPushButton* button(const QWidget& dialog, const QString& text)
    {
        for (auto* const each : dialog.findChildren<QPushButton*>())
            if (each->text() == text)
                return each;
        return nullptr;
    }
};

QTEST_MAIN(TestSavedViewsDialog)
#include "tst_savedviewsdialog.moc"
