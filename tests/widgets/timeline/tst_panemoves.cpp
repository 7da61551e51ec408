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

    void aPaneIsSwitchedOnAndOff()
    {
        Stack stack;
        const auto before = stack.view.panes;
        togglePane(stack.view, u"jgb"_s);
        QCOMPARE(stack.view.panes.size(), before.size() + 1);
        QCOMPARE(stack.view.panes.back().kind, u"jgb"_s);
        stack.view.maximised = u"jgb"_s;
        togglePane(stack.view, u"jgb"_s);
        QVERIFY(stack.view.panes == before);
        QVERIFY(stack.view.maximised.isEmpty());
        togglePane(stack.view, u"no such kind"_s);
        QVERIFY(stack.view.panes == before);
        while (stack.view.panes.size() > 1)
            togglePane(stack.view, stack.view.panes.back().kind);
        togglePane(stack.view, stack.view.panes.back().kind);
        QCOMPARE(stack.view.panes.size(), std::size_t{1}); // the last one stays
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
