// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/timelinelayout.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using Zone = TimelineLayout::Zone;

namespace {

/// Two panes of 100 and 50 px, a border between them, the lane, the axis and the strip below.
TimelineLayout twoPanes(double ratio)
{
    TimelineLayout layout;
    layout.whole = {0, 0, 500, 200};
    layout.ratio = ratio;
    layout.panes = {{0, {0, 0, 400, 100}, {400, 0, 100, 100}, {}},
                    {1, {0, 101, 400, 50}, {400, 101, 100, 50}, {}}};
    layout.eventLane = {0, 151, 400, 20};
    layout.timeAxis = {0, 171, 400, 26};
    layout.coverage = {0, 197, 400, 3};
    return layout;
}

} // namespace

class TestTimelineLayout final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void hit_data()
    {
        QTest::addColumn<QPoint>("point");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<int>("zone");
        QTest::addColumn<int>("index");
        const auto row = [](const char* name, QPoint point, double ratio, Zone zone, int index) {
            QTest::newRow(name) << point << ratio << static_cast<int>(zone) << index;
        };
        row("first plot", {10, 10}, 1, Zone::Plot, 0);
        row("its value axis", {450, 10}, 1, Zone::ValueAxis, 0);
        row("second plot", {10, 140}, 1, Zone::Plot, 1);
        row("three pixels above the border", {10, 97}, 1, Zone::PaneBorder, 0);
        row("three pixels below it, in the gutter", {450, 103}, 1, Zone::PaneBorder, 0);
        row("four pixels above it", {10, 96}, 1, Zone::Plot, 0);
        row("the border reaches farther at a ratio of two", {10, 94}, 2, Zone::PaneBorder, 0);
        row("the bottom of the last pane is no border", {10, 150}, 1, Zone::Plot, 1);
        row("event lane", {10, 151}, 1, Zone::EventLane, -1);
        row("time axis", {10, 180}, 1, Zone::TimeAxis, -1);
        row("coverage strip", {10, 199}, 1, Zone::TimeAxis, -1);
        row("below the gutters", {450, 180}, 1, Zone::Corner, -1);
        row("outside", {10, 200}, 1, Zone::Outside, -1);
        row("left of everything", {-1, 10}, 1, Zone::Outside, -1);
    }
    void hit()
    {
        QFETCH(QPoint, point);
        QFETCH(double, ratio);
        const auto hit = twoPanes(ratio).hit(point);
        QTEST(static_cast<int>(hit.zone), "zone");
        QTEST(hit.index, "index");
    }

    void nothingIsThereWithoutPanes() { QCOMPARE(TimelineLayout{}.hit({0, 0}).zone, Zone::Outside); }
};

QTEST_GUILESS_MAIN(TestTimelineLayout)
#include "tst_timelinelayout.moc"
