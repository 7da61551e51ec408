// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/syntheticview.h"
#include "widgets/timeline/timelinewidget.h"

#include <QAbstractButton>
#include <QPainter>
#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>

using namespace holdline;
using namespace Qt::StringLiterals;
using holdline::testing::windowHour;

namespace {

/// Counts the paint events of a widget and the area that they were for.
class PaintCounter final : public QObject {
public:
    explicit PaintCounter(QWidget& widget) { widget.installEventFilter(this); }
    int count = 0;
    int rows = 0; ///< of the last one

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            ++count;
            rows = static_cast<QPaintEvent*>(event)->region().boundingRect().height();
        }
        return false;
    }
};

} // namespace

class TestTimelineWidget final : public QObject {
    Q_OBJECT

    testing::FakeClock m_clock{windowHour(240)};
    std::unique_ptr<ViewHistory> m_history;
    std::unique_ptr<TimelineWidget> m_timeline;

    QPoint centre(int pane) const
    {
        return m_timeline->timelineLayout().panes.at(std::size_t(pane)).plot.center();
    }
    QPoint onAxis(int pane) const
    {
        return m_timeline->timelineLayout().panes.at(std::size_t(pane)).gutter.center();
    }
    UtcTime timeAt(int x) const { return m_timeline->timelineLayout().time.time(x); }
    const View& view() const { return m_history->view(); }

    void wheel(QPoint at, int angle, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, m_timeline->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_timeline.get(), &event);
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(m_timeline.get(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint at = from + (to - from) * step / 4;
            QMouseEvent event(QEvent::MouseMove, at, m_timeline->mapToGlobal(at), Qt::NoButton,
                              Qt::LeftButton, {});
            QCoreApplication::sendEvent(m_timeline.get(), &event);
        }
        QTest::mouseRelease(m_timeline.get(), Qt::LeftButton, {}, to);
    }
    /// Sent straight to the widget: where the cursor of the platform is, is another test's affair.
    void hoverTo(QPoint at)
    {
        QMouseEvent event(QEvent::MouseMove, at, m_timeline->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(m_timeline.get(), &event);
    }
    QAbstractButton* button(const QString& text)
    {
        for (auto* button : m_timeline->findChildren<QAbstractButton*>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_history = std::make_unique<ViewHistory>(m_clock);
        m_history->open(testing::syntheticView());
        m_timeline = std::make_unique<TimelineWidget>(*m_history);
        m_timeline->resize(1000, 640);
        m_timeline->setData(std::make_shared<const ViewData>(testing::syntheticViewData()));
        m_timeline->setHome(view().range);
        m_timeline->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_timeline.get()));
    }
    void cleanup()
    {
        m_timeline.reset();
        m_history.reset();
    }

    void theWheelKeepsTheTimeUnderThePointer()
    {
        for (const int x : {40, 300, 777}) {
            const UtcTime before = timeAt(x);
            wheel({x, centre(0).y()}, 240);
            const double pixel = 1 / m_timeline->timelineLayout().time.pixelsPerMs();
            QVERIFY(std::abs(double(toMsecs(timeAt(x)) - toMsecs(before))) < pixel);
        }
        QVERIFY(view().range.length() < Span(std::chrono::hours(60)));
    }

    void aDragMovesTimeAndKeepsAutoscale()
    {
        const QPoint from = centre(0);
        const UtcTime held = timeAt(from.x());
        drag(from, from + QPoint(120, 40));
        QVERIFY(std::abs(m_timeline->timelineLayout().time.x(toMsecs(held)) - (from.x() + 120)) < 1);
        QVERIFY(!view().panes[0].low);
        QCOMPARE(m_history->undoStack().count(), 0); // moving about is no step
    }

    void theValueAxisScalesByDragAndFitsByDoubleClick()
    {
        const auto before = m_timeline->timelineLayout().panes[0].values;
        drag(onAxis(0), onAxis(0) + QPoint(0, 60));
        QVERIFY(view().panes[0].low && *view().panes[0].low < before.low);
        QVERIFY(*view().panes[0].high > before.high);
        QTest::mouseDClick(m_timeline.get(), Qt::LeftButton, {}, onAxis(0));
        QVERIFY(!view().panes[0].low);
    }

    void doubleClicksMaximiseAndCollapse()
    {
        QTest::mouseDClick(m_timeline.get(), Qt::LeftButton, {}, centre(1));
        QCOMPARE(view().maximised, u"taker"_s);
        QCOMPARE(m_timeline->timelineLayout().panes.size(), std::size_t(1));
        QTest::mouseDClick(m_timeline.get(), Qt::LeftButton, {}, centre(0));
        QCOMPARE(view().maximised, QString());
        QTest::mouseDClick(m_timeline.get(), Qt::LeftButton, Qt::ControlModifier, centre(2));
        QVERIFY(view().panes[2].isCollapsed);
    }

    void aDragOfABorderResizesPanes()
    {
        const auto& first = m_timeline->timelineLayout().panes[0];
        const int height = first.plot.height();
        const QPoint border(300, first.plot.bottom() + 1);
        drag(border, border - QPoint(0, 60));
        QVERIFY(std::abs(m_timeline->timelineLayout().panes[0].plot.height() - (height - 60)) <= 2);
        QTest::mouseDClick(m_timeline.get(), Qt::LeftButton, {},
                           {300, m_timeline->timelineLayout().panes[0].plot.bottom() + 1});
        QCOMPARE(view().panes[0].weight, 1.0);
    }

    void escapeEndsADragAndGivesBackTheView()
    {
        QTest::mousePress(m_timeline.get(), Qt::LeftButton, {}, centre(0));
        const QPoint at = centre(0) + QPoint(80, 0);
        QMouseEvent move(QEvent::MouseMove, at, m_timeline->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         {});
        QCoreApplication::sendEvent(m_timeline.get(), &move);
        QVERIFY(view().range != testing::syntheticView().range);
        QTest::keyClick(m_timeline.get(), Qt::Key_Escape);
        QVERIFY(view().range == testing::syntheticView().range);
        QVERIFY(m_timeline->isVisible());
    }

    void keysMoveTheView()
    {
        QTest::keyClick(m_timeline.get(), Qt::Key_Left);
        QCOMPARE(toIso(view().range.from), toIso(windowHour(59)));
        QTest::keyClick(m_timeline.get(), Qt::Key_Home);
        QCOMPARE(toIso(view().range.from), toIso(windowHour(0)));
        QTest::keyClick(m_timeline.get(), Qt::Key_L, Qt::AltModifier);
        QVERIFY(view().panes[0].logarithmic);
        QTest::keyClick(m_timeline.get(), Qt::Key_0);
        QVERIFY(view().range.to > windowHour(240));
    }

    void digitsBeginAnIntervalAndZeroDoesNot()
    {
        const QSignalSpy typed(m_timeline.get(), &TimelineWidget::intervalTyped);
        QTest::keyClick(m_timeline.get(), Qt::Key_4);
        QCOMPARE(typed.count(), 1);
        QCOMPARE(typed[0][0].toString(), u"4"_s);
        QTest::keyClick(m_timeline.get(), Qt::Key_0);
        QCOMPARE(typed.count(), 1);
    }

    void readingStepsBarsAloud()
    {
        const QSignalSpy read(m_timeline.get(), &TimelineWidget::barRead);
        hoverTo({int(m_timeline->timelineLayout().time.x(toMsecs(windowHour(100))) + 2), centre(0).y()});
        QTest::keyClick(m_timeline.get(), Qt::Key_Return);
        QVERIFY(m_timeline->isReading());
        QTest::keyClick(m_timeline.get(), Qt::Key_Right);
        // Hour 101 after 13 January is 17 January 05:00; its close is 90,000 + 1,010.
        QVERIFY2(m_timeline->accessibleDescription().startsWith(u"17 Jan 05:00"_s),
                 qPrintable(m_timeline->accessibleDescription()));
        QVERIFY(m_timeline->accessibleDescription().endsWith(u"close 91,010"_s));
        QVERIFY(view().range == testing::syntheticView().range);
        QTest::keyClick(m_timeline.get(), Qt::Key_Escape);
        QVERIFY(!m_timeline->isReading());
    }

    void arrowsChooseAPaneThatTheNameTells()
    {
        QVERIFY(m_timeline->accessibleName().contains(u"BTC-USDT"_s));
        QTest::keyClick(m_timeline.get(), Qt::Key_Down);
        QCOMPARE(m_timeline->currentPane(), 1);
        QVERIFY2(m_timeline->accessibleName().contains(u"taker"_s), qPrintable(m_timeline->accessibleName()));
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(m_timeline.get(), Qt::Key_Down);
        QCOMPARE(m_timeline->currentPane(), 2);
    }

    void theLatestButtonShowsWhileTheEndIsOutOfSight()
    {
        auto* latest = button(u"»"_s);
        QVERIFY(latest->isVisible()); // the view ends at hour 180 of 240
        QTest::mouseClick(latest, Qt::LeftButton);
        QVERIFY(view().range.to > windowHour(240));
        QCOMPARE(view().range.length(), testing::syntheticView().range.length());
        static_cast<void>(m_timeline->timelineLayout());
        QVERIFY(!latest->isVisible());
    }

    void theAxisShowsItsButtonsUnderThePointer()
    {
        auto* autoscale = button(u"A"_s);
        auto* logarithmic = button(u"L"_s);
        QVERIFY(!autoscale->isVisible());
        hoverTo(onAxis(0));
        QVERIFY(autoscale->isVisible());
        QVERIFY(autoscale->isChecked());
        QVERIFY(logarithmic->isVisible());
        QTest::mouseClick(logarithmic, Qt::LeftButton);
        QVERIFY(view().panes[0].logarithmic);
        QTest::mouseClick(autoscale, Qt::LeftButton);
        QVERIFY(view().panes[0].low);
        hoverTo(onAxis(1));
        QVERIFY(!logarithmic->isVisible()); // the logarithm belongs to prices
    }

    void oneChangeIsOnePaint()
    {
        PaintCounter paints(*m_timeline);
        QTest::keyClick(m_timeline.get(), Qt::Key_Left);
        QTest::keyClick(m_timeline.get(), Qt::Key_Left);
        QTRY_COMPARE(paints.count, 1);
        QCOMPARE(paints.rows, m_timeline->height());
    }

    void theCrosshairGivesTheSamePictureWithAndWithoutTheCache()
    {
        const auto grabbed = [&] {
            QImage image(m_timeline->size(), QImage::Format_RGB32);
            m_timeline->render(&image);
            return image;
        };
        m_timeline->perform(TimelineAction::Latest); // no button lies on it then
        hoverTo(centre(0));
        hoverTo(centre(0) + QPoint(31, 17));
        const QImage cached = grabbed();
        const auto hover = m_timeline->hover();
        QVERIFY(hover);
        TimelinePainter painter(themeByName(view().theme));
        const TimelineLayout layout = painter.layOut(view(), m_timeline->viewData(), m_timeline->size(), 1);
        QImage fresh(m_timeline->size(), QImage::Format_RGB32);
        QPainter onto(&fresh);
        painter.paint(onto, layout, view(), m_timeline->viewData(), layout.whole, hover);
        onto.end();
        QCOMPARE(cached, fresh);
    }

    void theHoverTellsItsTime()
    {
        std::optional<UtcTime> told;
        connect(m_timeline.get(), &TimelineWidget::hovered, this, [&](auto time) { told = time; });
        hoverTo(centre(1));
        QVERIFY(told);
        QCOMPARE(toIso(*told), toIso(timeAt(centre(1).x())));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_timeline.get(), &leave);
        QVERIFY(!told);
    }

    void aLiveTickPaintsLittleAndFollowsTheEndInView()
    {
        ViewEdit edit{ViewEdit::Kind::Reset, view()};
        edit.view.range = {windowHour(130), windowHour(250)};
        m_history->apply(edit);
        QTRY_VERIFY(m_timeline->isVisible());
        const auto grown = std::make_shared<const ViewData>(testing::syntheticViewData(241));
        m_timeline->refreshLast(grown);
        QCOMPARE(toIso(view().range.to), toIso(windowHour(251)));
        QCOMPARE(m_history->undoStack().count(), 1);
    }
};

QTEST_MAIN(TestTimelineWidget)
#include "tst_timelinewidget.moc"
