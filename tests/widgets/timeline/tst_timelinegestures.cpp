// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/timeline/panemoves.h"
#include "widgets/timeline/timelinegestures.h"
#include "widgets/timeline/timelinekeys.h"

#include <cmath>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

UtcTime hour(int n)
{
    return fromMsecs(1'768'262'400'000) + std::chrono::hours(n); // 2026-01-13T00:00Z
}

/// 1000 px show hours 40 to 60 of 100: 50 px an hour. Two panes of 400 and 100 rows show 100 (top) to 0.
struct Picture {
    View view;
    TimelineLayout layout;
    TimelineBounds bounds{.data = {hour(0), hour(100)}, .home = {hour(10), hour(30)}};

    Picture()
    {
        view.range = {hour(40), hour(60)};
        view.panes = {{.kind = u"price"_s, .weight = 4}, {.kind = u"taker"_s, .weight = 1}};
        layout.whole = {0, 0, 1080, 560};
        layout.time = {.range = view.range, .left = 0, .width = 1000};
        addPane(0, 0, 400);
        addPane(1, 401, 100);
        layout.eventLane = {0, 501, 1000, 20};
        layout.timeAxis = {0, 521, 1000, 30};
        layout.coverage = {0, 551, 1000, 9};
    }

    void addPane(int index, int top, int height)
    {
        layout.panes.push_back(
            {.pane = index,
             .plot = {0, top, 1000, height},
             .gutter = {1000, top, 80, height},
             .values = {.low = 0, .high = 100, .top = double(top), .height = double(height)}});
    }

    [[nodiscard]] TimelineMoment moment() const { return {view, layout, bounds}; }

    /// The view after a drag with three moves on the way.
    [[nodiscard]] std::optional<ViewEdit> dragged(QPoint from, QPoint to)
    {
        TimelineGestures gestures;
        gestures.press(from, moment());
        static_cast<void>(gestures.move(from + (to - from) / 3, bounds));
        static_cast<void>(gestures.move(from + (to - from) / 2, bounds));
        return gestures.move(to, bounds);
    }
    [[nodiscard]] std::optional<ViewEdit> wheeled(QPoint at, int y, Qt::KeyboardModifiers modifiers = {},
                                                  int x = 0)
    {
        return TimelineGestures::wheel({.at = at, .angle = {x, y}, .modifiers = modifiers}, moment());
    }
    [[nodiscard]] std::optional<ViewEdit> doubleClicked(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        return TimelineGestures::doubleClick(at, modifiers, moment());
    }
};

QString text(TimeRange range)
{
    return toIso(range.from) + u" to "_s + toIso(range.to);
}

constexpr QPoint onPrice{500, 200};
constexpr QPoint onPriceAxis{1040, 200};
constexpr QPoint onTimeAxis{500, 535};
constexpr QPoint onBorder{500, 400};

} // namespace

class TestTimelineGestures final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void theWheelKeepsTheTimeUnderThePointer_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("angle");
        QTest::newRow("in at the left edge") << 0 << 120;
        QTest::newRow("in at a quarter") << 250 << 120;
        QTest::newRow("out at three quarters") << 750 << -120;
        QTest::newRow("three notches in") << 613 << 360;
        QTest::newRow("half a notch out") << 100 << -60;
    }
    void theWheelKeepsTheTimeUnderThePointer()
    {
        QFETCH(int, x);
        QFETCH(int, angle);
        Picture picture;
        const auto edit = picture.wheeled({x, 200}, angle);
        QVERIFY(edit);
        QCOMPARE(edit->kind, ViewEdit::Kind::Zoom);
        const TimeScale after{.range = edit->view.range, .left = 0, .width = 1000};
        const qint64 under = toMsecs(hour(40)) + qint64(x) * 20 * 3'600; // 20 h on 1000 px
        QVERIFY(std::abs(toMsecs(after.time(x)) - under) <= 2);
        const double factor = std::pow(1.2, -angle / 120.0);
        QVERIFY(std::abs(double(after.range.length().count()) / (20 * 3'600'000.0) - factor) < 1e-6);
    }

    void theWheelKeepsAPinnedLiveEdge()
    {
        Picture picture;
        picture.bounds.data.to = hour(55);
        picture.bounds.liveEdge = hour(55); // x 750
        const auto edit = picture.wheeled({100, 200}, 120);
        const TimeScale after{.range = edit->view.range, .left = 0, .width = 1000};
        QVERIFY(std::abs(after.x(toMsecs(hour(55))) - 750) < 0.01);
        const auto held = picture.wheeled({100, 200}, 120, Qt::ControlModifier);
        const TimeScale atPointer{.range = held->view.range, .left = 0, .width = 1000};
        QVERIFY(std::abs(toMsecs(atPointer.time(100)) - toMsecs(hour(42))) <= 2);
    }

    void sidewaysWheelsPan_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<int>("minutes"); // 80 px a notch are 96 minutes
        const Qt::KeyboardModifiers none = Qt::NoModifier;
        const Qt::KeyboardModifiers shift = Qt::ShiftModifier;
        QTest::newRow("a notch to the left goes back") << 120 << 0 << none << -96;
        QTest::newRow("a notch to the right goes on") << -120 << 0 << none << 96;
        QTest::newRow("shift and a notch away go back") << 0 << 120 << shift << -96;
        QTest::newRow("shift and half a notch near go on") << 0 << -60 << shift << 48;
    }
    void sidewaysWheelsPan()
    {
        QFETCH(int, x);
        QFETCH(int, y);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(int, minutes);
        Picture picture;
        const auto edit = picture.wheeled(onPrice, y, modifiers, x);
        QCOMPARE(edit->kind, ViewEdit::Kind::Pan);
        const Span by = std::chrono::minutes(minutes);
        QCOMPARE(text(edit->view.range), text({hour(40) + by, hour(60) + by}));
    }

    void theWheelOnTheValueAxisKeepsTheValueUnderThePointer()
    {
        Picture picture;
        const auto edit = picture.wheeled({1040, 100}, 120); // row 100 of 400 shows 75
        QCOMPARE(edit->kind, ViewEdit::Kind::ScaleValues);
        const PaneSpec& price = edit->view.panes[0];
        QVERIFY(std::abs(*price.low - (75 - 75 / 1.2)) < 1e-9);
        QVERIFY(std::abs(*price.high - (75 + 25 / 1.2)) < 1e-9);
        QVERIFY(isAutoscaled(edit->view.panes[1]));
        QCOMPARE(text(edit->view.range), text(picture.view.range));
    }

    void aDragMovesTimeAndKeepsAutoscale()
    {
        Picture picture;
        const auto edit = picture.dragged(onPrice, onPrice + QPoint(100, 70)); // 100 px are 2 h
        QCOMPARE(edit->kind, ViewEdit::Kind::Pan);
        QCOMPARE(text(edit->view.range), text({hour(38), hour(58)}));
        QVERIFY(isAutoscaled(edit->view.panes[0]));
    }

    void aDragMovesValuesOnceTheyAreScaledByHand()
    {
        Picture picture;
        picture.view.panes[0].low = 0;
        picture.view.panes[0].high = 100;
        const auto edit = picture.dragged(onPrice, onPrice + QPoint(-50, 40)); // 40 of 400 rows are 10
        QCOMPARE(text(edit->view.range), text({hour(41), hour(61)}));
        QCOMPARE(*edit->view.panes[0].low, 10.0);
        QCOMPARE(*edit->view.panes[0].high, 110.0);
    }

    void aDragOfTheValueAxisScalesAboutTheMiddle()
    {
        Picture picture;
        const auto edit = picture.dragged(onPriceAxis, onPriceAxis + QPoint(0, 200));
        QCOMPARE(edit->kind, ViewEdit::Kind::ScaleValues);
        QVERIFY(std::abs(*edit->view.panes[0].high - (50 + 50 * std::exp(1.0))) < 1e-9);
        QVERIFY(std::abs(*edit->view.panes[0].low - (50 - 50 * std::exp(1.0))) < 1e-9);
    }

    void aDragOfTheTimeAxisKeepsWhatIsHeldUnderThePointer()
    {
        Picture picture;
        const auto edit = picture.dragged(onTimeAxis, {0, 535}); // 500 px from the right become 1000
        QCOMPARE(edit->kind, ViewEdit::Kind::Zoom);
        QCOMPARE(text(edit->view.range), text({hour(50), hour(60)}));
    }

    void aDragOfABorderSharesTheHeights()
    {
        Picture picture;
        const auto edit = picture.dragged(onBorder, onBorder - QPoint(0, 150)); // 250 : 250 of 5
        QCOMPARE(edit->kind, ViewEdit::Kind::ResizePanes);
        QCOMPARE(edit->view.panes[0].weight, 2.5);
        QCOMPARE(edit->view.panes[1].weight, 2.5);
    }

    void aTremblingHandDragsNothing()
    {
        Picture picture;
        TimelineGestures gestures;
        gestures.press(onPrice, picture.moment());
        QVERIFY(!gestures.move(onPrice + QPoint(2, -2), picture.bounds));
        QVERIFY(!gestures.isDragging());
        QVERIFY(gestures.move(onPrice + QPoint(3, 0), picture.bounds));
        QVERIFY(gestures.move(onPrice + QPoint(1, 0), picture.bounds)); // once begun it goes on
    }

    void escapeGivesBackTheViewFromBeforeTheDrag()
    {
        Picture picture;
        TimelineGestures gestures;
        gestures.press(onPrice, picture.moment());
        QVERIFY(gestures.move(onPrice + QPoint(90, 0), picture.bounds));
        const auto edit = gestures.cancel();
        QCOMPARE(edit->kind, ViewEdit::Kind::Pan);
        QVERIFY(edit->view == picture.view);
        QVERIFY(!gestures.isPressed());
        QVERIFY(!gestures.move(onPrice, picture.bounds));
    }

    void doubleClicksMeanWhatTheirPlaceMeans()
    {
        Picture picture;
        QCOMPARE(picture.doubleClicked(onPrice)->view.maximised, u"price"_s);
        QVERIFY(picture.doubleClicked({500, 450}, Qt::ControlModifier)->view.panes[1].isCollapsed);
        QCOMPARE(text(picture.doubleClicked(onTimeAxis)->view.range), text({hour(10), hour(30)}));
        QCOMPARE(picture.doubleClicked(onBorder)->view.panes[0].weight, 1.0);
        QVERIFY(!picture.doubleClicked(onPriceAxis)); // it is autoscaled already
        picture.view.panes[0].low = 1;
        picture.view.panes[0].high = 2;
        QVERIFY(isAutoscaled(picture.doubleClicked(onPriceAxis)->view.panes[0]));
    }

    void nothingHappensOutside()
    {
        Picture picture;
        QVERIFY(!picture.wheeled({1040, 540}, 120)); // the corner
        QVERIFY(!picture.doubleClicked({1040, 540}));
        QVERIFY(!picture.dragged({1040, 540}, {900, 500}));
    }

    void keysMoveTheView_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<int>("fromMinutes");
        QTest::addColumn<int>("toMinutes");
        const Qt::KeyboardModifiers none = Qt::NoModifier;
        const Qt::KeyboardModifiers control = Qt::ControlModifier;
        const auto row = [](const char* name, int key, Qt::KeyboardModifiers modifiers, int from, int to) {
            QTest::newRow(name) << key << modifiers << from << to;
        };
        row("left goes back by a bar", Qt::Key_Left, none, 39 * 60, 59 * 60);
        row("right goes on by a bar", Qt::Key_Right, none, 41 * 60, 61 * 60);
        row("with control by a quarter", Qt::Key_Right, control, 45 * 60, 65 * 60);
        row("minus shows a fifth more", Qt::Key_Minus, none, 38 * 60, 62 * 60);
        row("control and down too", Qt::Key_Down, control, 38 * 60, 62 * 60);
        row("home goes to the first data", Qt::Key_Home, none, 0, 20 * 60);
        row("end goes to the last", Qt::Key_End, none, 100 * 60 - 1104, 100 * 60 + 96); // 8 % stay free
        row("so do alt, shift and right", Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier, 100 * 60 - 1104,
            100 * 60 + 96);
    }
    void keysMoveTheView()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(int, fromMinutes);
        QFETCH(int, toMinutes);
        Picture picture;
        const auto action = actionForKey(key, modifiers);
        QVERIFY(action);
        const auto edit = performed(*action, 0, picture.moment());
        QCOMPARE(text(edit->view.range), text({hour(0) + std::chrono::minutes(fromMinutes),
                                               hour(0) + std::chrono::minutes(toMinutes)}));
    }

    void keysOfTheScale()
    {
        Picture picture;
        picture.view.panes[0].low = 1;
        picture.view.panes[0].high = 2;
        const auto fit = performed(*actionForKey(Qt::Key_0, Qt::NoModifier), 0, picture.moment());
        QVERIFY(isAutoscaled(fit->view.panes[0]));
        QCOMPARE(toIso(fit->view.range.from), toIso(hour(0)));
        const auto log = performed(*actionForKey(Qt::Key_L, Qt::AltModifier), 1, picture.moment());
        QVERIFY(log->view.panes[0].logarithmic);
        QVERIFY(!log->view.panes[1].logarithmic);
        const auto maximised = performed(*actionForKey(Qt::Key_Return, Qt::AltModifier), 1, picture.moment());
        QCOMPARE(maximised->view.maximised, u"taker"_s);
        QVERIFY(!actionForKey(Qt::Key_L, Qt::NoModifier));
    }
};

QTEST_GUILESS_MAIN(TestTimelineGestures)
#include "tst_timelinegestures.moc"
