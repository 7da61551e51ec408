// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/leveljson.h"
#include "models/levels/markanchors.h"
#include "models/views/viewmarks.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/syntheticview.h"
#include "widgets/timeline/timelinewidget.h"
#include "widgets/tools/drawingsession.h"
#include "widgets/tools/toolcatalog.h"

#include <QJsonDocument>
#include <QSignalSpy>

#include <cmath>

using namespace holdline;
using namespace Qt::StringLiterals;
using holdline::testing::windowHour;

namespace {

constexpr qint64 minuteMs = 60'000;

Mark readAgain(const Mark& mark)
{
    if (const auto* const level = std::get_if<Level>(&mark))
        return levelFromJson(QJsonDocument::fromJson(levelToJson(*level)).object()).value();
    return drawingFromJson(QJsonDocument::fromJson(drawingToJson(std::get<Drawing>(mark))).object()).value();
}

} // namespace

/// Mouse and keys on the real widget, for every tool of the catalog.
class TestToolDrawing final : public QObject {
    Q_OBJECT

    testing::FakeClock m_clock{windowHour(240)};
    std::unique_ptr<ViewHistory> m_history;
    std::unique_ptr<MarkSet> m_marks;
    std::unique_ptr<MarkEditor> m_editor;
    std::unique_ptr<DrawingSession> m_drawing;
    std::unique_ptr<TimelineWidget> m_timeline;
    ViewData m_data;

    [[nodiscard]] const PaneLayout& pane() { return m_timeline->timelineLayout().panes.at(0); }
    /// Device pixels in one of the widget's.
    [[nodiscard]] double ratio() { return m_timeline->timelineLayout().ratio; }
    /// Whole minute and whole dollar at a point, by hand.
    [[nodiscard]] Anchor at(QPoint point)
    {
        const TimeScale& time = m_timeline->timelineLayout().time;
        const double share = (point.x() * ratio() - time.left) / time.width;
        const double ms = static_cast<double>(toMsecs(time.range.from)) +
                          share * static_cast<double>(time.range.length().count());
        const ValueScale& values = pane().values;
        const double down = (point.y() * ratio() - values.top) / values.height;
        const double price =
            values.logarithmic
                ? std::pow(10, std::log10(values.high) - down * std::log10(values.high / values.low))
                : values.high - down * (values.high - values.low);
        return {fromMsecs(std::llround(ms / minuteMs) * minuteMs), Price::whole(std::llround(price))};
    }
    void moveTo(QPoint point, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, point, m_timeline->mapToGlobal(point), Qt::NoButton, buttons,
                          modifiers);
        QCoreApplication::sendEvent(m_timeline.get(), &event);
    }
    void click(QPoint point, Qt::KeyboardModifiers modifiers = {})
    {
        moveTo(point, Qt::NoButton, modifiers);
        QTest::mousePress(m_timeline.get(), Qt::LeftButton, modifiers, point);
        QTest::mouseRelease(m_timeline.get(), Qt::LeftButton, modifiers, point);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(m_timeline.get(), Qt::LeftButton, modifiers, from);
        for (int step = 1; step <= 4; ++step)
            moveTo(from + (to - from) * step / 4, Qt::LeftButton, modifiers);
        QTest::mouseRelease(m_timeline.get(), Qt::LeftButton, modifiers, to);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_timeline.get(), Qt::Key(key), modifiers);
    }
    void make(View view)
    {
        m_timeline.reset();
        m_drawing.reset();
        m_marks = std::make_unique<MarkSet>();
        m_history = std::make_unique<ViewHistory>(m_clock);
        m_history->open(view);
        m_editor = std::make_unique<MarkEditor>(*m_marks, m_history->undoStack(), m_clock, u"ada"_s);
        m_drawing = std::make_unique<DrawingSession>(*m_editor);
        m_timeline = std::make_unique<TimelineWidget>(*m_history);
        m_timeline->setDrawing(*m_drawing);
        m_timeline->resize(900, 600);
        m_data = testing::syntheticViewData();
        m_timeline->setData(std::make_shared<const ViewData>(m_data));
        connect(m_marks.get(), &MarkSet::changed, m_timeline.get(), [this] {
            auto data = std::make_shared<ViewData>(m_data);
            setMarks(*data, m_marks->marks());
            m_timeline->refresh(data);
        });
        m_timeline->show();
    }
    const Mark& only() { return m_marks->marks().front(); }
    /// Where a line of the mark is, so that a hand can take hold of it without touching a handle.
    QPoint onBody()
    {
        const auto moment = m_timeline->drawingMoment();
        const MarkShape& shape = moment.marks->back();
        for (const MarkLine& line : shape.lines) {
            for (const double share : {0.5, 0.31, 0.73}) {
                const QPointF point = line.at.pointAt(share);
                if (pane().plot.contains(point.toPoint()) && !handleAt(shape, point, PixelGrid{ratio()}))
                    return (point / ratio()).toPoint();
            }
        }
        return shape.labels.empty() ? QPoint() : (shape.labels.front().box.center() / ratio()).toPoint();
    }

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        make(testing::syntheticView());
    }
    void cleanup()
    {
        m_timeline.reset();
        m_drawing.reset();
        m_editor.reset();
        m_history.reset();
    }

    void fourteenToolsEachWithAKindOfItsOwn()
    {
        QCOMPARE(toolCatalog().size(), std::size_t(14));
        QSet<QString> ids;
        for (const Tool& tool : toolCatalog()) {
            ids.insert(tool.id);
            QVERIFY(!tool.title.isEmpty());
            QVERIFY(!tool.icon.strokes.empty() || !tool.icon.letter.isEmpty());
        }
        QCOMPARE(ids.size(), 14);
    }

    void drawnDraggedUndoneAndReadAgain_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<bool>("isLogarithmic");
        QTest::addColumn<int>("minutes");
        for (const Tool& tool : toolCatalog()) {
            for (const bool isLogarithmic : {false, true}) {
                for (const int minutes : {1, 60, 1440})
                    QTest::addRow("%s, %s, %d minutes", qPrintable(tool.id),
                                  isLogarithmic ? "logarithmic" : "linear", minutes)
                        << tool.id << isLogarithmic << minutes;
            }
        }
    }

    void drawnDraggedUndoneAndReadAgain()
    {
        QFETCH(QString, tool);
        QFETCH(bool, isLogarithmic);
        QFETCH(int, minutes);
        View view = testing::syntheticView();
        view.interval = {std::chrono::minutes{minutes}};
        for (PaneSpec& spec : view.panes)
            spec.logarithmic = isLogarithmic && spec.kind == u"price"_s;
        make(view);
        const int anchors = findTool(tool)->anchors;
        const QPoint first(300, 120);
        const QPoint second(420, 170);
        const Anchor expectedFirst = at(first);
        const Anchor expectedSecond = at(second);

        m_drawing->chooseTool(tool);
        click(first);
        if (anchors == 2) {
            QVERIFY(m_marks->marks().empty());
            moveTo(QPoint(350, 150));
            QCOMPARE(m_drawing->overlay().preview.size(), std::size_t(1));
            click(second);
        }
        QCOMPARE(m_marks->marks().size(), std::size_t(1));
        QCOMPARE(m_drawing->tool(), QString()); // back to the pointer
        QCOMPARE(m_drawing->selection(), QStringList{idOf(only())});
        const Mark drawn = only();
        const auto places = anchorsOf(drawn);
        const bool isBand = std::holds_alternative<Level>(drawn) && places.size() == 2;
        QCOMPARE(places.front().price, expectedFirst.price);
        if (places.front().time)
            QCOMPARE(*places.front().time, expectedFirst.time);
        if (places.size() == 2) {
            QCOMPARE(places.back().price, expectedSecond.price);
            QCOMPARE(places.back().time, std::optional(expectedSecond.time));
        }
        QCOMPARE(readAgain(drawn), drawn);

        // Its whole is dragged: every anchor by the same way.
        const QPoint grip =
            isBand
                ? QPoint(360,
                         static_cast<int>(pane().values.y(std::get<Level>(drawn).high.toDouble()) / ratio()))
                : onBody();
        QVERIFY(!grip.isNull());
        const QPoint by(38, 24); // whole device pixels at 1.5 too
        drag(grip, grip + by);
        const auto moved = anchorsOf(only());
        const double perMinute =
            m_timeline->timelineLayout().time.pixelsPerMs() * static_cast<double>(minuteMs);
        for (std::size_t i = 0; i < moved.size(); ++i) {
            if (places[i].time)
                QCOMPARE((*moved[i].time - *places[i].time).count() / minuteMs,
                         std::llround(by.x() * ratio() / perMinute));
            const double fell =
                pane().values.y(moved[i].price.toDouble()) - pane().values.y(places[i].price.toDouble());
            QVERIFY2(std::abs(fell - by.y() * ratio()) < 1.5, qPrintable(QString::number(fell)));
        }
        QUndoStack& stack = m_history->undoStack();
        QCOMPARE(stack.count(), 2); // one step a drag
        stack.undo();
        QCOMPARE(only(), drawn);
        stack.redo();
        QCOMPARE(anchorsOf(only()), moved);
        stack.undo();
        stack.undo();
        QVERIFY(m_marks->marks().empty());
    }

    /// A moment is one in all panes; a price is none in the others.
    void aVerticalLineGoesThroughAllPanes()
    {
        const QRect below = m_timeline->timelineLayout().panes.at(1).plot;
        m_drawing->chooseTool(u"vertical-line"_s);
        click(QPoint(300, 120));
        m_drawing->chooseTool(u"trend-line"_s);
        click(QPoint(360, 120));
        click(QPoint(460, 170));
        key(Qt::Key_Escape);
        const auto verticalLine = [this] {
            const auto& marks = m_marks->marks();
            return *std::ranges::find_if(
                marks, [](const Mark& mark) { return std::get<Drawing>(mark).kind == u"vertical-line"_s; });
        };
        const double column =
            m_timeline->timelineLayout().time.x(toMsecs(*anchorsOf(verticalLine()).front().time));
        const QPointF there(column, below.center().y());
        const QString line = idOf(verticalLine());
        QCOMPARE(m_drawing->markAt(there, m_timeline->drawingMoment()), line);
        QCOMPARE(m_drawing->markAt({360 * ratio(), there.y()}, m_timeline->drawingMoment()), QString());
        const auto before = anchorsOf(verticalLine());
        const QPoint grip = (there / ratio()).toPoint();
        drag(grip, grip + QPoint(60, 0));
        const auto after = anchorsOf(verticalLine());
        QVERIFY(after.front().time > before.front().time);
        QCOMPARE(after.front().price, before.front().price);
    }

    void aLongTextIsBrokenBetweenWords()
    {
        m_drawing->chooseTool(u"text-note"_s);
        click(QPoint(300, 120));
        Mark note = only();
        std::get<Drawing>(note).text = u"word "_s.repeated(60).trimmed();
        m_editor->replace({note}, u"text"_s);
        const auto moment = m_timeline->drawingMoment();
        const MarkLabel& label = moment.marks->back().labels.front();
        QVERIFY(label.box.width() <= 310 * ratio());
        QCOMPARE(label.text.count(u"word"_s), 60);
        QVERIFY(label.text.count(u'\n') >= 4);
        QVERIFY(label.box.height() >= 5 * 15 * ratio());
    }

    void anAnchorIsDraggedAlone()
    {
        m_drawing->chooseTool(u"trend-line"_s);
        click(QPoint(300, 120));
        click(QPoint(420, 170));
        const auto before = anchorsOf(only());
        drag(QPoint(420, 170), QPoint(500, 100));
        const auto after = anchorsOf(only());
        QCOMPARE(after[0], before[0]);
        QCOMPARE(after[1].price, at(QPoint(500, 100)).price);
        QCOMPARE(after[1].time, std::optional(at(QPoint(500, 100)).time));
    }

    void pressDragReleaseDrawsToo()
    {
        m_drawing->chooseTool(u"rectangle"_s);
        drag(QPoint(300, 120), QPoint(420, 170));
        QCOMPARE(m_marks->marks().size(), std::size_t(1));
        QCOMPARE(anchorsOf(only())[1].price, at(QPoint(420, 170)).price);
    }

    void shiftDrawsStraight()
    {
        m_drawing->chooseTool(u"trend-line"_s);
        click(QPoint(300, 120));
        click(QPoint(420, 128), Qt::ShiftModifier);
        const auto anchors = anchorsOf(only());
        QCOMPARE(anchors[0].price, anchors[1].price);
    }

    void escapeStepsBackAndRightClickNeverDeletes()
    {
        m_drawing->chooseTool(u"trend-line"_s);
        click(QPoint(300, 120));
        key(Qt::Key_Escape);
        QVERIFY(m_drawing->overlay().preview.empty());
        QCOMPARE(m_drawing->tool(), QString());
        m_drawing->chooseTool(u"trend-line"_s);
        QTest::mouseClick(m_timeline.get(), Qt::RightButton, {}, QPoint(300, 120));
        QCOMPARE(m_drawing->tool(), QString());
        QVERIFY(m_marks->marks().empty());
    }

    void lockedMarksStayAndMiddleClickDeletes()
    {
        m_drawing->chooseTool(u"horizontal-level"_s);
        click(QPoint(300, 120));
        const Mark drawn = only();
        m_editor->setLocked({idOf(drawn)}, true);
        drag(QPoint(500, 120), QPoint(500, 200));
        QCOMPARE(anchorsOf(only()), anchorsOf(drawn));
        QTest::mouseClick(m_timeline.get(), Qt::MiddleButton, {}, QPoint(500, 120));
        key(Qt::Key_Delete);
        QCOMPARE(m_marks->marks().size(), std::size_t(1));
        m_editor->setLocked({idOf(drawn)}, false);
        QTest::mouseClick(m_timeline.get(), Qt::MiddleButton, {}, QPoint(500, 120));
        QVERIFY(m_marks->marks().empty());
        m_history->undoStack().undo();
        QCOMPARE(m_marks->marks().size(), std::size_t(1));
    }

    void theTagOnTheAxisMovesALevel()
    {
        m_drawing->chooseTool(u"horizontal-ray"_s);
        click(QPoint(300, 120));
        const auto before = anchorsOf(only()).front();
        const QPoint tag(pane().gutter.center().x(), 120);
        drag(tag, tag + QPoint(5, 40));
        const auto after = anchorsOf(only()).front();
        QCOMPARE(after.time, before.time);
        QVERIFY(std::abs(pane().values.y(after.price.toDouble()) - 160) < 1.5);
    }

    void nudgesGoByTicksAndBars()
    {
        m_drawing->chooseTool(u"horizontal-ray"_s);
        click(QPoint(300, 120));
        const auto before = anchorsOf(only()).front();
        key(Qt::Key_Up);
        key(Qt::Key_Up, Qt::ShiftModifier);
        key(Qt::Key_Left);
        const auto after = anchorsOf(only()).front();
        QCOMPARE(after.price, Price{before.price.units + 11 * decimalUnits});
        QCOMPARE(*after.time, *before.time - std::chrono::hours{1});
        QCOMPARE(m_history->undoStack().count(), 2); // drawn, and nudged in quick succession
    }

    void copiesWithKeysAndWithControl()
    {
        m_drawing->chooseTool(u"horizontal-level"_s);
        click(QPoint(300, 120));
        key(Qt::Key_C, Qt::ControlModifier);
        key(Qt::Key_V, Qt::ControlModifier);
        key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_marks->marks().size(), std::size_t(3));
        drag(QPoint(500, 120), QPoint(500, 180), Qt::ControlModifier);
        QCOMPARE(m_marks->marks().size(), std::size_t(4));
        QCOMPARE(m_drawing->selection().size(), 1);
        m_history->undoStack().undo(); // one step
        QCOMPARE(m_marks->marks().size(), std::size_t(3));
        const auto& all = m_marks->marks();
        QVERIFY(anchorsOf(all[0]) != anchorsOf(all[1])); // a copy lies beside what it is of
    }

    void aDragWithControlCopiesWhatIsUnderThePointerAlone()
    {
        for (const int y : {100, 180}) {
            m_drawing->chooseTool(u"horizontal-level"_s);
            click(QPoint(300, y));
        }
        drag(QPoint(500, 100), QPoint(500, 140), Qt::ControlModifier);
        QCOMPARE(m_marks->marks().size(), std::size_t(3));
    }

    void escapeTakesACopyInTheHandBack()
    {
        m_drawing->chooseTool(u"horizontal-level"_s);
        click(QPoint(300, 120));
        QTest::mousePress(m_timeline.get(), Qt::LeftButton, Qt::ControlModifier, QPoint(500, 120));
        moveTo(QPoint(500, 160), Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(m_marks->marks().size(), std::size_t(2));
        key(Qt::Key_Escape);
        QCOMPARE(m_marks->marks().size(), std::size_t(1));
        QTest::mouseRelease(m_timeline.get(), Qt::LeftButton, Qt::ControlModifier, QPoint(500, 160));
        QCOMPARE(m_marks->marks().size(), std::size_t(1));
    }

    void theAxisStaysWhileALevelIsDragged()
    {
        m_drawing->chooseTool(u"horizontal-level"_s);
        click(QPoint(300, 120));
        const ValueScale before = pane().values;
        QTest::mousePress(m_timeline.get(), Qt::LeftButton, {}, QPoint(500, 120));
        for (int y = 120; y >= 45; y -= 15) {
            moveTo(QPoint(500, y), Qt::LeftButton);
            QCOMPARE(pane().values, before);
            QVERIFY(std::abs(pane().values.y(anchorsOf(only()).front().price.toDouble()) - y) < 1.5 ||
                    y == 120);
        }
        QTest::mouseRelease(m_timeline.get(), Qt::LeftButton, {}, QPoint(500, 45));
    }

    void theBodyOfARectangleIsItsOwn()
    {
        m_drawing->chooseTool(u"rectangle"_s);
        drag(QPoint(300, 120), QPoint(420, 200));
        m_drawing->select({});
        click(QPoint(330, 140));
        QCOMPARE(m_drawing->selection().size(), 1);
    }

    void aBoxSelectsWhatItMeets()
    {
        for (const int y : {100, 130, 160}) {
            m_drawing->chooseTool(u"price-label"_s);
            click(QPoint(300, y));
        }
        drag(QPoint(250, 90), QPoint(420, 140), Qt::ControlModifier);
        QCOMPARE(m_drawing->selection().size(), 3); // the last one drawn was selected
        click(QPoint(600, 200));
        QVERIFY(m_drawing->selection().isEmpty());
    }

    void theMagnetTakesPricesOfTheBarAndControlTurnsIt()
    {
        m_drawing->setMagnet(Magnet::Strong);
        const TimeScale& time = m_timeline->timelineLayout().time;
        const UtcTime hour = windowHour(120);
        const int x = static_cast<int>(time.x(toMsecs(hour + std::chrono::minutes{40})));
        const double low = 90'000 + 10 * 120 - 20;
        const int y = static_cast<int>(pane().values.y(low)) + 3;
        m_drawing->chooseTool(u"horizontal-ray"_s);
        click(QPoint(x, y));
        QCOMPARE(anchorsOf(only()).front().price, Price::fromDouble(low));
        QCOMPARE(anchorsOf(only()).front().time, std::optional(hour));
        key(Qt::Key_Delete);
        m_drawing->chooseTool(u"horizontal-ray"_s);
        click(QPoint(x, y), Qt::ControlModifier);
        QCOMPARE(anchorsOf(only()).front().price, at(QPoint(x, y)).price);
    }

    void shiftMeasuresUntilTheNextClick()
    {
        click(QPoint(300, 120), Qt::ShiftModifier);
        moveTo(QPoint(420, 170));
        QCOMPARE(m_drawing->overlay().preview.size(), std::size_t(1));
        click(QPoint(420, 170));
        QCOMPARE(m_drawing->overlay().preview.size(), std::size_t(1)); // stays to be read
        click(QPoint(500, 200));
        QVERIFY(m_drawing->overlay().preview.empty());
        QVERIFY(m_marks->marks().empty());
    }

    void everyToolIsPlacedByKeys()
    {
        for (const Tool& tool : toolCatalog()) {
            m_drawing->chooseTool(tool.id);
            key(Qt::Key_Return);
        }
        QCOMPARE(m_marks->marks().size(), std::size_t(14));
        QSignalSpy words(m_timeline.get(), &TimelineWidget::barRead);
        key(Qt::Key_PageDown);
        QVERIFY(!words.takeLast().at(0).toString().isEmpty());
        QCOMPARE(m_drawing->selection().size(), 1);
    }

    void doubleClickAsksForPropertiesAndEmptyPlotStillMaximises()
    {
        m_drawing->chooseTool(u"horizontal-level"_s);
        click(QPoint(300, 120));
        QSignalSpy asked(m_drawing.get(), &DrawingSession::propertiesWanted);
        QTest::mouseDClick(m_timeline.get(), Qt::LeftButton, {}, QPoint(500, 120));
        QCOMPARE(asked.size(), 1);
        QTest::mouseDClick(m_timeline.get(), Qt::LeftButton, {}, QPoint(500, 230));
        QCOMPARE(m_history->view().maximised, u"price"_s);
    }

    void marksStayAtTheirTimeAndPriceWhereverTheViewGoes()
    {
        m_drawing->chooseTool(u"trend-line"_s);
        click(QPoint(300, 120));
        click(QPoint(420, 170));
        const Mark drawn = only();
        m_drawing->select({});
        View view = m_history->view();
        view.range = {windowHour(0), windowHour(400)};
        view.interval = oneDay;
        m_history->apply({ViewEdit::Kind::Zoom, view});
        const auto shape = m_timeline->drawingMoment().marks->back();
        const auto& layout = m_timeline->timelineLayout();
        for (std::size_t i = 0; i < 2; ++i) {
            const Anchor& anchor = std::get<Drawing>(drawn).anchors[i];
            QVERIFY(std::abs(shape.handles[i].x() - layout.time.x(toMsecs(anchor.time))) < 1e-6);
            QVERIFY(std::abs(shape.handles[i].y() - pane().values.y(anchor.price.toDouble())) < 1e-6);
        }
    }
};

QTEST_MAIN(TestToolDrawing)
#include "tst_tooldrawing.moc"
