// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wordscontroller.h"
#include "models/history/reportsettingsfile.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/syntheticview.h"
#include "widgets/controls/noticebar.h"
#include "widgets/timeline/timelinewidget.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeWidget>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

/// A window with a timeline of the example data.
struct Desk {
    QTemporaryDir folder;
    FakeClock clock{windowHour(240)};
    ViewHistory history{clock};
    QWidget window;
    NoticeBar notice{&window};
    TimelineWidget timeline{history, &window};
    WordsController words{folder.path(), timeline, history, notice, window};

    Desk()
    {
        history.open(syntheticView());
        window.resize(1000, 700);
        timeline.resize(1000, 700);
        timeline.setData(std::make_shared<const ViewData>(syntheticViewData()));
        auto brief = std::make_shared<Brief>();
        brief->add({.id = u"price.last"_s,
                    .value = Amount::parse("89316").value(),
                    .unit = u"USDT"_s,
                    .text = {},
                    .at = {},
                    .origin = {},
                    .knownAt = {}});
        words.setBrief(std::move(brief));
    }
    [[nodiscard]] QPoint pointAt(int hour, double price)
    {
        const TimelineLayout& layout = timeline.timelineLayout();
        return QPointF(layout.time.x(toMsecs(windowHour(hour))), layout.panes[0].values.y(price)).toPoint();
    }
};

/// Answers the next dialog for a text as soon as it is there.
void answer(const QString& text)
{
    QTimer::singleShot(0, qApp, [text] {
        auto* const dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setTextValue(text);
        dialog->accept();
    });
}

Callout hereAt(int hour)
{
    return {.at = windowHour(hour), .dx = 100, .dy = -60};
}

} // namespace

class TestWordsController final : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void theWordsAreAStepOfUndo()
    {
        Desk desk;
        PictureWordsDialog* const dialog = desk.words.show();
        QVERIFY(dialog->isVisible());
        QCOMPARE(desk.words.show(), dialog); // there is one
        dialog->findChild<QLineEdit*>(u"title"_s)->setText(u"At {price.last} in {zone}"_s);
        QCOMPARE(dialog->findChild<QLabel*>(u"filled"_s)->text(), u"At $89,316 in UTC"_s);
        dialog->findChild<QPlainTextEdit*>(u"caption"_s)->setPlainText(u"{etf.net_last}"_s);
        QVERIFY(dialog->findChild<QLabel*>(u"problems"_s)->text().contains(u"etf.net_last is not known"_s));
        dialog->accept();
        QCOMPARE(desk.history.view().title, u"At {price.last} in {zone}"_s);
        QCOMPARE(desk.history.view().caption, u"{etf.net_last}"_s);
        desk.history.undoStack().undo();
        QCOMPARE(desk.history.view(), syntheticView());
        QVERIFY(!QFile::exists(desk.folder.filePath(u"report.json"_s))); // nothing was set
    }
    void theReadingsAreOffered()
    {
        Desk desk;
        const auto* values = desk.words.show()->findChild<QTreeWidget*>(u"values"_s);
        QCOMPARE(values->topLevelItemCount(), 6); // five of the picture and the price
        QCOMPARE(values->topLevelItem(5)->text(0), u"{price.last}"_s);
        QCOMPARE(values->topLevelItem(5)->text(1), u"$89,316"_s);
    }
    void anAuthorAndALogoAreKept()
    {
        Desk desk;
        const QTemporaryDir elsewhere;
        const QString picture = elsewhere.filePath(u"desk.png"_s);
        QVERIFY(QImage(40, 20, QImage::Format_RGB32).save(picture));
        PictureWordsDialog* const dialog = desk.words.show();
        dialog->findChild<QLineEdit*>(u"author"_s)->setText(u"Desk of examples"_s);
        dialog->findChild<QLineEdit*>(u"logo"_s)->setText(picture);
        dialog->accept();
        const auto settings = loadReportSettings(desk.folder.path());
        QCOMPARE(settings.value(), (ReportSettings{u"Desk of examples"_s, u"desk.png"_s}));
        QVERIFY(QFile::exists(desk.folder.filePath(u"desk.png"_s)));
    }
    void whatIsNoLogoIsSaidAndNothingIsKept()
    {
        Desk desk;
        PictureWordsDialog* const dialog = desk.words.show();
        dialog->findChild<QLineEdit*>(u"title"_s)->setText(u"typed"_s);
        dialog->findChild<QLineEdit*>(u"logo"_s)->setText(u"none.png"_s);
        dialog->accept();
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QLabel*>(u"sentence"_s)->text().contains(u"none.png"_s));
        QCOMPARE(dialog->words().title, u"typed"_s);
        QVERIFY(!QFile::exists(desk.folder.filePath(u"report.json"_s)));
    }

    void aCalloutIsPlacedMovedAndTakenBack()
    {
        Desk desk;
        desk.window.show();
        answer(u"At {price.last}"_s);
        emit desk.timeline.calloutWanted(hereAt(120));
        QCOMPARE(desk.history.view().callouts.size(), std::size_t(1));
        QCOMPARE(desk.history.view().callouts[0].text, u"At {price.last}"_s);
        const QPoint box = desk.pointAt(120, 91'200) + QPoint(100, -60);
        QTest::mousePress(&desk.timeline, Qt::LeftButton, {}, box);
        QTest::mouseMove(&desk.timeline, box + QPoint(10, 5));
        QTest::mouseMove(&desk.timeline, box + QPoint(40, 20));
        QTest::mouseRelease(&desk.timeline, Qt::LeftButton, {}, box + QPoint(40, 20));
        QVERIFY(std::abs(desk.history.view().callouts[0].dx - 140) <= 1);
        QVERIFY(std::abs(desk.history.view().callouts[0].dy + 40) <= 1);
        QCOMPARE(desk.history.view().range, syntheticView().range); // the chart stood still
        desk.history.undoStack().undo();
        QCOMPARE(desk.history.view().callouts[0].dx, 100);
        desk.history.undoStack().undo();
        QVERIFY(desk.history.view().callouts.empty());
    }
    void aTextThatIsTakenAwayRemovesIt()
    {
        Desk desk;
        answer(u"first"_s);
        emit desk.timeline.calloutWanted(hereAt(120));
        answer(u"second"_s);
        emit desk.timeline.calloutOpened(0);
        QCOMPARE(desk.history.view().callouts[0].text, u"second"_s);
        answer(u" "_s);
        emit desk.timeline.calloutOpened(0);
        QVERIFY(desk.history.view().callouts.empty());
        emit desk.timeline.calloutOpened(7); // there is none: nothing happens
    }
    void noTextIsNoCallout()
    {
        Desk desk;
        answer({});
        emit desk.timeline.calloutWanted(hereAt(120));
        QVERIFY(desk.history.view().callouts.empty());
    }
};

QTEST_MAIN(TestWordsController)
#include "tst_wordscontroller.moc"
