// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "app/markcontroller.h"
#include "models/foundation/savefile.h"
#include "models/levels/leveljson.h"
#include "models/levels/markanchors.h"
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "widgets/cards/plaintable.h"
#include "widgets/cards/priceedit.h"
#include "widgets/panels/journaldialog.h"
#include "widgets/panels/levelpanel.h"
#include "widgets/timeline/timelinewidget.h"
#include "widgets/tools/toolcatalog.h"

#include <QAction>
#include <QDialog>
#include <QMimeData>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 13}};

} // namespace

/// Marks drawn in the window on a data folder of its own, saved, and there again.
class TestMarkWindow final : public QObject {
    Q_OBJECT

    testing::FakeClock m_clock{start + 240h};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowServices> m_services;
    std::unique_ptr<MainWindow> m_window;

    void open()
    {
        m_window.reset();
        m_services = std::make_unique<WindowServices>(windowServices(m_folder->path(), m_clock));
        m_window = std::make_unique<MainWindow>(*m_services, View{});
        QSignalSpy settled(m_window.get(), &MainWindow::settled);
        m_window->resize(1400, 900);
        m_window->show();
        QVERIFY(settled.wait(20'000));
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    TimelineWidget& timeline() { return m_window->timeline(); }
    MarkController& marks() { return m_window->marks(); }
    QPoint inPlot(double x, double y)
    {
        const QRect plot = timeline().timelineLayout().panes.front().plot;
        const double ratio = timeline().timelineLayout().ratio;
        return QPointF((plot.left() + x * plot.width()) / ratio, (plot.top() + y * plot.height()) / ratio)
            .toPoint();
    }
    void draw(const QString& tool)
    {
        marks().drawing().chooseTool(tool);
        QTest::mouseClick(&timeline(), Qt::LeftButton, {}, inPlot(0.3, 0.4));
        if (findTool(tool)->anchors == 2)
            QTest::mouseClick(&timeline(), Qt::LeftButton, {}, inPlot(0.5, 0.6));
    }
    void writeNote()
    {
        QTRY_VERIFY(m_window->findChild<QDialog*>());
        auto* const dialog = m_window->findChild<QDialog*>();
        dialog->findChild<QPlainTextEdit*>()->setPlainText(u"a note"_s);
        dialog->accept();
        QTRY_VERIFY(!m_window->findChild<QDialog*>());
    }
    std::unique_ptr<Store> store() { return std::move(Store::open(m_folder->path(), m_clock)).value(); }

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        const auto store = this->store();
        const auto price = store->ensureSeries(
            {.name = u"price/binance:BTCUSDT"_s, .source = {}, .definition = {}}, SeriesKind::Candles, {});
        std::vector<Candle> hours;
        for (int i = 0; i < 240; ++i) {
            const Price close = Price::whole(90'000 + 500 * (i % 7));
            hours.push_back({start + i * 1h,
                             close,
                             {close.units + 100 * decimalUnits},
                             {close.units - 100 * decimalUnits},
                             close,
                             {},
                             {},
                             {},
                             {}});
        }
        QVERIFY(store->mergeCandles(price.value().id, oneHour, hours).hasValue());
    }
    void cleanup() { m_window.reset(); }

    void everyToolIsThereAgainAtItsPlace()
    {
        open();
        for (const Tool& tool : toolCatalog()) {
            draw(tool.id);
            if (tool.asksForText)
                writeNote();
        }
        QCOMPARE(marks().marks().marks().size(), std::size_t(14));
        const auto drawn = marks().marks().marks();
        QTRY_VERIFY(marks().isSaved());
        open();
        QVERIFY(marks().marks().marks() == drawn);
        QCOMPARE(timeline().viewData().levels.size(), std::size_t(3));
        QCOMPARE(timeline().viewData().drawings.size(), std::size_t(11));
    }

    void aWindowThatClosesAtOnceLosesNothing()
    {
        open();
        draw(u"horizontal-level"_s);
        QVERIFY(!marks().isSaved());
        m_window->close();
        m_window.reset();
        QCOMPARE(store()->levels().value().size(), std::size_t(1));
    }

    void undoIsSavedAndTold()
    {
        open();
        draw(u"price-band"_s);
        QTRY_VERIFY(marks().isSaved());
        QCOMPARE(store()->levels().value().size(), std::size_t(1));
        m_window->history().undoStack().undo();
        QTRY_VERIFY(marks().isSaved());
        QVERIFY(store()->levels().value().empty());
        const auto journal = store()->journal({}).value();
        QCOMPARE(journal.size(), std::size_t(2));
        QCOMPARE(journal[0].what, u"add"_s);
        QCOMPARE(journal[1].what, u"remove"_s);
    }

    void whatAnotherProgramStoredComesInAndWhatIsUnsavedStays()
    {
        open();
        Level other;
        other.id = other.name = u"other"_s;
        other.instrument = u"binance:BTCUSDT"_s;
        other.low = other.high = Price::whole(90'100);
        QVERIFY(store()->putLevels(std::vector{other}).hasValue());
        draw(u"horizontal-level"_s);
        LoadedView loaded{.view = m_window->history().view(), .data = {}, .shown = {}, .notice = {}};
        loaded.marks = {other};
        marks().adopt(loaded);
        QCOMPARE(marks().marks().marks().size(), std::size_t(2));
        QTRY_VERIFY(marks().isSaved());
        QCOMPARE(store()->levels().value().size(), std::size_t(2));
    }

    void aFolderThatCannotBeWrittenIsSaidAndTriedAgain()
    {
        open();
        int failures = 1;
        const auto save = m_services->saveMarks;
        m_services->saveMarks = [&failures, save](const std::vector<MarkChange>& changes) -> Result<Done> {
            if (failures-- > 0)
                return Error{Error::Kind::Storage, u"The disk is full."_s};
            return save(changes);
        };
        draw(u"horizontal-level"_s);
        QTRY_VERIFY(m_window->notice().contains(u"The disk is full."_s));
        QVERIFY(!marks().isSaved());
        QTRY_VERIFY_WITH_TIMEOUT(marks().isSaved(), 15'000);
        QCOMPARE(store()->levels().value().size(), std::size_t(1));
    }

    void aToolThatStaysInTheHandDoesNotHoldBackSaving()
    {
        open();
        marks().drawing().setKeepsDrawing(true);
        draw(u"horizontal-level"_s);
        QMouseEvent hover(QEvent::MouseMove, inPlot(0.6, 0.5), timeline().mapToGlobal(inPlot(0.6, 0.5)),
                          Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(&timeline(), &hover);
        QVERIFY(marks().drawing().isBusy()); // the next one is shown under the pointer
        QTRY_VERIFY(marks().isSaved());
        QCOMPARE(store()->levels().value().size(), std::size_t(1));
    }

    void theJournalIsShown()
    {
        open();
        draw(u"horizontal-level"_s);
        for (QAction* action : m_window->actions()) {
            if (action->text() == u"Who changed what…"_s)
                action->trigger();
        }
        QTRY_VERIFY(m_window->findChild<JournalDialog*>());
        auto* const table = m_window->findChild<JournalDialog*>()->findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), 1);
    }

    void hiddenMarksComeBack()
    {
        open();
        draw(u"horizontal-level"_s);
        const QString id = marks().drawing().selection().value(0);
        marks().editor().setHidden({id}, true);
        QTRY_VERIFY(timeline().viewData().levels.front().level.traits.isHidden);
        for (QAction* action : m_window->actions()) {
            if (action->text() == u"Show those hidden one by one"_s)
                action->trigger();
        }
        QVERIFY(!traitsOf(*marks().marks().find(id)).isHidden);
    }

    void aNoteWithoutWordsIsNone()
    {
        open();
        draw(u"text-note"_s);
        QTRY_VERIFY(m_window->findChild<QDialog*>());
        m_window->findChild<QDialog*>()->reject();
        QTRY_VERIFY(marks().marks().marks().empty());
    }

    void panelAndChartSelectTheSame()
    {
        open();
        draw(u"horizontal-level"_s);
        QTRY_VERIFY(m_window->findChild<LevelPanel*>());
        auto* const table = m_window->findChild<LevelPanel*>()->findChild<QTableView*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);
        marks().drawing().select({});
        QCOMPARE(table->selectionModel()->selectedRows().size(), 0);
        table->selectRow(0);
        QCOMPARE(marks().drawing().selection().size(), 1);
    }

    void aColourDraggedOntoARowIsItsOwn()
    {
        open();
        draw(u"horizontal-level"_s);
        QTRY_VERIFY(m_window->findChild<LevelPanel*>());
        auto* const table = m_window->findChild<LevelPanel*>()->findChild<PlainTable*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const QRect cell = table->visualRect(table->model()->index(0, LevelTable::NameColumn));
        const QPoint square(cell.left() + 3, cell.center().y());
        QVERIFY(table->squareColourAt(square));
        QVERIFY(!table->squareColourAt(square + QPoint(40, 0)));
        QMimeData colour;
        colour.setColorData(QColor(u"#12ab34"_s));
        QDragEnterEvent enter(square, Qt::CopyAction, &colour, Qt::LeftButton, {});
        QCoreApplication::sendEvent(table->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(square + QPoint(40, 0)), Qt::CopyAction, &colour, Qt::LeftButton, {});
        QCoreApplication::sendEvent(table->viewport(), &drop);
        QCOMPARE(marks().marks().levels().front().traits.style.colour, u"#12ab34"_s);
        QTRY_COMPARE(table->squareColourAt(square), std::optional(QColor(u"#12ab34"_s)));
        m_window->history().undoStack().undo();
        QCOMPARE(marks().marks().levels().front().traits.style.colour, QString());
    }

    void whatDiffersFromAFileIsShown()
    {
        open();
        draw(u"horizontal-level"_s);
        const QString path = m_folder->filePath(u"before.json"_s);
        QVERIFY(saveFile(path, levelsToJson(marks().marks().levels())).hasValue());
        m_window->compareLevels(path);
        QVERIFY(!m_window->findChild<JournalDialog*>());
        Level moved = marks().marks().levels().front();
        moved.low = moved.high = Price::whole(91'000);
        marks().editor().replace({moved}, u"move"_s);
        m_window->compareLevels(path);
        const auto* const table = m_window->findChild<JournalDialog*>()->findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(table->model()->index(0, 4).data().toString().contains(u"→ 91000"_s));
        m_window->compareLevels(m_folder->filePath(u"nowhere"_s));
        QVERIFY(!m_window->notice().isEmpty());
    }

    void levelsAreExportedWithWhoChangedThem()
    {
        open();
        draw(u"horizontal-level"_s);
        const Level level = marks().marks().levels().front();
        draw(u"trend-line"_s);
        Level moved = level;
        moved.note = u"seen twice"_s;
        marks().editor().replace({moved}, u"edit"_s);
        const QString path = m_folder->filePath(u"desk.json"_s);
        m_window->exportLevels(path);
        QVERIFY(QFile::exists(path));
        QTRY_VERIFY(QFile::exists(m_folder->filePath(u"desk-journal.json"_s)));
        QFile journal(m_folder->filePath(u"desk-journal.json"_s));
        QVERIFY(journal.open(QIODevice::ReadOnly));
        const QByteArray text = journal.readAll();
        QVERIFY(text.contains(level.id.toUtf8()));
        QVERIFY(text.contains("seen twice"));
        QVERIFY(!text.contains("trend-line")); // of levels alone
    }

    void aLockedMarkSaysSo()
    {
        open();
        draw(u"horizontal-level"_s);
        marks().editor().setLocked(marks().drawing().selection(), true);
        QSignalSpy refused(&marks().drawing(), &DrawingSession::refused);
        QTest::keyClick(&timeline(), Qt::Key_Delete);
        QCOMPARE(refused.size(), 1);
        QTest::keyClick(&timeline(), Qt::Key_Up);
        QCOMPARE(refused.size(), 2);
        QCOMPARE(marks().marks().marks().size(), std::size_t(1));
    }

    void arrowsGoByTheTick()
    {
        PriceEdit edit(Price::parse("0.5").value(), u"91,000.2"_s);
        const auto after = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&edit, key, modifiers);
            return edit.text();
        };
        QCOMPARE(after(Qt::Key_Up), u"91000.5"_s); // onto the tick first
        QCOMPARE(after(Qt::Key_Up, Qt::ShiftModifier), u"91005.5"_s);
        edit.setText(u"91000.2"_s);
        QCOMPARE(after(Qt::Key_Down), u"91000"_s);
        QCOMPARE(after(Qt::Key_Down), u"90999.5"_s);
        edit.setText(u"high"_s);
        QCOMPARE(after(Qt::Key_Up), u"high"_s);
        edit.setText(u"0.5"_s);
        QCOMPARE(after(Qt::Key_Down), u"0.5"_s); // above 0

        open();
        draw(u"horizontal-level"_s);
        QTRY_VERIFY(m_window->findChild<LevelPanel*>());
        auto* const table = m_window->findChild<LevelPanel*>()->findChild<PlainTable*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->edit(table->model()->index(0, LevelTable::PriceColumn));
        auto* const line = table->findChild<PriceEdit*>();
        QVERIFY(line);
        const qint64 before = marks().marks().levels().front().low.units;
        QTest::keyClick(line, Qt::Key_Up);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(marks().marks().levels().front().low.units > before);
        QCOMPARE(marks().marks().levels().front().low.units - before,
                 qint64(std::llround(timeline().viewData().candles->tickSize() * 1e8)));
    }

    void aPriceTypedInThePanelMovesTheLevel()
    {
        open();
        draw(u"horizontal-level"_s);
        QTRY_VERIFY(m_window->findChild<LevelPanel*>());
        auto* const table = m_window->findChild<LevelPanel*>()->findChild<QTableView*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(table->model()->setData(table->model()->index(0, LevelTable::PriceColumn), u"91,234.5"_s));
        QCOMPARE(marks().marks().levels().front().low, Price::parse("91234.5"));
        QTRY_COMPARE(table->model()->index(0, LevelTable::PriceColumn).data().toString(), u"91,234.5"_s);
        m_window->history().undoStack().undo();
        QVERIFY(marks().marks().levels().front().low != Price::parse("91234.5"));
        QVERIFY(!table->model()->setData(table->model()->index(0, LevelTable::PriceColumn), u"high"_s));
        QVERIFY(m_window->notice().contains(u"high"_s));
    }
};

QTEST_MAIN(TestMarkWindow)
#include "tst_markwindow.moc"
