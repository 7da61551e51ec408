// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/dialogs/picturewordsdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

WordsPreview filledIn(const TypedWords& typed)
{
    const auto fill = [](QString text) { return text.replace(u"{price.last}"_s, u"$89,316"_s); };
    const bool isOdd = typed.title.contains(u"{odd}"_s);
    return {{fill(typed.title), fill(typed.subtitle), fill(typed.caption)},
            isOdd ? QStringList{u"There is no reading “odd”."_s} : QStringList()};
}

const std::vector<PlaceholderValue> someValues{{u"price.last"_s, u"$89,316"_s},
                                               {u"level.defense-band.state"_s, u"lost"_s}};

template <typename Part>
Part* part(PictureWordsDialog& dialog, const char* name)
{
    return dialog.findChild<Part*>(QString::fromLatin1(name));
}

} // namespace

class TestPictureWordsDialog final : public QObject {
    Q_OBJECT
private slots:
    void init() { holdline::testing::failOnAnyWarning(); }

    void typedWordsAreShownFilled()
    {
        PictureWordsDialog dialog({u"At {price.last}"_s, u"Sub"_s, {}}, {}, someValues, filledIn);
        QCOMPARE(part<QLabel>(dialog, "filled")->text(), u"At $89,316\nSub"_s);
        QCOMPARE(part<QLabel>(dialog, "filled")->textFormat(), Qt::PlainText);
        part<QPlainTextEdit>(dialog, "caption")->setPlainText(u"<b>Two</b>\nlines"_s);
        QCOMPARE(part<QLabel>(dialog, "filled")->text(), u"At $89,316\nSub\n<b>Two</b>\nlines"_s);
    }
    void whatIsOddIsSaid()
    {
        PictureWordsDialog dialog({}, {}, someValues, filledIn);
        QVERIFY(part<QLabel>(dialog, "problems")->isHidden());
        part<QLineEdit>(dialog, "title")->setText(u"{odd}"_s);
        QCOMPARE(part<QLabel>(dialog, "problems")->text(), u"There is no reading “odd”."_s);
        QVERIFY(!part<QLabel>(dialog, "problems")->isHidden());
    }
    void aReadingIsInsertedWhereTheCursorWas()
    {
        PictureWordsDialog dialog({u"At !"_s, {}, {}}, {}, someValues, filledIn);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.activateWindow(); // no window manager does it under Xvfb
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* title = part<QLineEdit>(dialog, "title");
        title->setFocus();
        title->setCursorPosition(3);
        auto* values = part<QTreeWidget>(dialog, "values");
        QCOMPARE(values->topLevelItem(0)->text(1), u"$89,316"_s);
        values->setFocus();
        values->setCurrentItem(values->topLevelItem(0));
        QTest::mouseClick(part<QPushButton>(dialog, "insert"), Qt::LeftButton);
        QCOMPARE(title->text(), u"At {price.last}!"_s);
        auto* caption = part<QPlainTextEdit>(dialog, "caption");
        caption->setFocus();
        values->setCurrentItem(values->topLevelItem(1));
        QTest::mouseClick(part<QPushButton>(dialog, "insert"), Qt::LeftButton);
        QCOMPARE(caption->toPlainText(), u"{level.defense-band.state}"_s);
    }
    void readingsAreFoundByAPartOfTheirName()
    {
        PictureWordsDialog dialog({}, {}, someValues, filledIn);
        part<QLineEdit>(dialog, "filter")->setText(u"LEVEL"_s);
        auto* values = part<QTreeWidget>(dialog, "values");
        QVERIFY(values->topLevelItem(0)->isHidden());
        QVERIFY(!values->topLevelItem(1)->isHidden());
    }
    void bothPagesAreChosenTogether()
    {
        PictureWordsDialog dialog({u"A"_s, u"B"_s, u"C"_s}, {u"Desk"_s, u"logo.png"_s}, someValues, filledIn);
        part<QLineEdit>(dialog, "author")->setText(u" Another "_s);
        part<QLineEdit>(dialog, "subtitle")->clear();
        TypedWords words;
        PictureMaker maker;
        connect(&dialog, &PictureWordsDialog::chosen, this,
                [&](const TypedWords& typed, const PictureMaker& made) {
                    words = typed;
                    maker = made;
                });
        dialog.accept();
        QCOMPARE(words, (TypedWords{u"A"_s, {}, u"C"_s}));
        QCOMPARE(maker, (PictureMaker{u"Another"_s, u"logo.png"_s}));
    }
    void itStaysOpenWithASentence()
    {
        PictureWordsDialog dialog({}, {}, someValues, filledIn);
        dialog.show();
        dialog.accept();
        dialog.showSentence(u"The logo is no picture."_s);
        QVERIFY(dialog.isVisible());
        QVERIFY(part<QLabel>(dialog, "sentence")->isVisible());
    }
};

QTEST_MAIN(TestPictureWordsDialog)
#include "tst_picturewordsdialog.moc"
