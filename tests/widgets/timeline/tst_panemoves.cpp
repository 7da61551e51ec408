// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/timeline/panemoves.h"

#include <cmath>

using namespace holdline;
using namespace Qt::Literals::StringLiterals;

namespace {

PaneSpec pane(const QString& kind, double weight, bool isCollapsed = false)
{
    return {.kind = kind, .weight = weight, .isCollapsed = isCollapsed};
}

/// Three panes of 300, 100 and 100 rows, one row of hairline between them.
struct Stack {
    View view;
    TimelineLayout layout;

    Stack()
    {
        view.panes = {pane(u"price"_s, 6), pane(u"taker"_s, 2), pane(u"etf"_s, 2)};
        const QRect rects[] = {{0, 0, 800, 300}, {0, 301, 800, 100}, {0, 402, 800, 100}};
        for (int i = 0; i < 3; ++i)
            layout.panes.push_back({.pane = i, .plot = rects[i], .gutter = {}, .values = {}});
    }
    [[nodiscard]] double weight(std::size_t i) const { return view.panes[i].weight; }
};

} // namespace

class TestPaneMoves final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void zoomKeepsTheValueUnderTheAnchor_data()
    {
        QTest::addColumn<bool>("logarithmic");
        QTest::addColumn<double>("anchorY");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        // Rows 0 to 100 show 100 (top) to 0, or 10,000 to 1.
        QTest::newRow("linear, the middle") << false << 50.0 << 25.0 << 75.0;
        QTest::newRow("linear, the top") << false << 0.0 << 50.0 << 100.0;
        QTest::newRow("linear, a quarter down") << false << 25.0 << 37.5 << 87.5;
        QTest::newRow("logarithmic, the middle is the geometric mean") << true << 50.0 << 10.0 << 1000.0;
        QTest::newRow("logarithmic, the bottom") << true << 100.0 << 1.0 << 100.0;
    }
    void zoomKeepsTheValueUnderTheAnchor()
    {
        QFETCH(bool, logarithmic);
        QFETCH(double, anchorY);
        QFETCH(double, low);
        QFETCH(double, high);
        const ValueScale scale{.low = logarithmic ? 1.0 : 0.0,
                               .high = logarithmic ? 10000.0 : 100.0,
                               .top = 0,
                               .height = 100,
                               .logarithmic = logarithmic};
        const ValueSpan span = zoomedValues(scale, anchorY, 0.5);
        QVERIFY(std::abs(span.low - low) < 1e-9);
        QVERIFY(std::abs(span.high - high) < 1e-9);
    }

    void valuesMoveWithTheHand()
    {
        const ValueScale linear{.low = 0, .high = 100, .top = 0, .height = 100, .logarithmic = false};
        const ValueSpan down = shiftedValues(linear, 10); // what was at the top is ten rows further down
        QCOMPARE(down.low, 10.0);
        QCOMPARE(down.high, 110.0);
        const ValueScale decades{.low = 1, .high = 100, .top = 0, .height = 100, .logarithmic = true};
        QCOMPARE(shiftedValues(decades, -50).low, 0.1);
        QCOMPARE(shiftedValues(decades, -50).high, 10.0);
    }

    void aBorderSharesTwoPanesAnew_data()
    {
        QTest::addColumn<int>("border");
        QTest::addColumn<double>("dy");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        QTest::addColumn<double>("third");
        QTest::newRow("price gives 100 rows") << 0 << -100.0 << 4.0 << 4.0 << 2.0; // 200 : 200 of 8
        QTest::newRow("price takes 20 rows") << 0 << 20.0 << 6.4 << 1.6 << 2.0;    // 320 : 80
        QTest::newRow("price takes too much") << 0 << 500.0 << 7.2 << 0.8 << 2.0;  // 360 : 40
        QTest::newRow("the lower border") << 1 << 50.0 << 6.0 << 3.0 << 1.0;       // 150 : 50
        QTest::newRow("a border that is none") << 2 << 50.0 << 6.0 << 2.0 << 2.0;
    }
    void aBorderSharesTwoPanesAnew()
    {
        QFETCH(int, border);
        QFETCH(double, dy);
        QFETCH(double, first);
        QFETCH(double, second);
        QFETCH(double, third);
        Stack stack;
        moveBorder(stack.view, stack.layout, border, dy, 40);
        QCOMPARE(stack.weight(0), first);
        QCOMPARE(stack.weight(1), second);
        QCOMPARE(stack.weight(2), third);
    }

    void aBorderPassesOverACollapsedPane()
    {
        Stack stack;
        stack.view.panes[1].isCollapsed = true;
        moveBorder(stack.view, stack.layout, 0, -100, 40); // 200 : 200 of 8 between first and third
        QCOMPARE(stack.weight(0), 4.0);
        QCOMPARE(stack.weight(1), 2.0);
        QCOMPARE(stack.weight(2), 4.0);
    }

    void theLastOpenPaneStaysOpen()
    {
        Stack stack;
        toggleCollapsed(stack.view, 0);
        toggleCollapsed(stack.view, 1);
        toggleCollapsed(stack.view, 2);
        QVERIFY(stack.view.panes[0].isCollapsed);
        QVERIFY(stack.view.panes[1].isCollapsed);
        QVERIFY(!stack.view.panes[2].isCollapsed);
        toggleCollapsed(stack.view, 0);
        QVERIFY(!stack.view.panes[0].isCollapsed);
    }

    void maximisingTwiceShowsAllAgain()
    {
        Stack stack;
        toggleMaximised(stack.view, u"taker"_s);
        QCOMPARE(stack.view.maximised, u"taker"_s);
        toggleMaximised(stack.view, u"taker"_s);
        QCOMPARE(stack.view.maximised, QString());
    }

    void aRangeWithoutLogarithmIsGivenUp()
    {
        PaneSpec spec = pane(u"price"_s, 1);
        setValues(spec, {.low = -5, .high = 10});
        setLogarithmic(spec, true);
        QVERIFY(isAutoscaled(spec));
        setValues(spec, {.low = 5, .high = 10});
        setLogarithmic(spec, true);
        QVERIFY(!isAutoscaled(spec));
    }

    void anImpossibleRangeIsIgnored()
    {
        PaneSpec spec = pane(u"price"_s, 1);
        setValues(spec, {.low = 10, .high = 10});
        setValues(spec, {.low = std::nan(""), .high = 10});
        setValues(spec, {.low = 0, .high = INFINITY});
        QVERIFY(isAutoscaled(spec));
    }
};

QTEST_GUILESS_MAIN(TestPaneMoves)
#include "tst_panemoves.moc"
