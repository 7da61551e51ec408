// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/syntheticview.h"
#include "widgets/plots/calloutplot.h"
#include "widgets/plots/timelinepainter.h"

#include <QtTest>

#include <cmath>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

/// A timeline of 1000 by 700 with those callouts.
struct LaidOut {
    View view = syntheticView();
    ViewData data = syntheticViewData();
    TimelinePainter painter{themeByName(u"dark"_s)};
    TimelineLayout layout;

    explicit LaidOut(const std::vector<Callout>& callouts, double ratio = 1)
    {
        view.callouts = callouts;
        layout = painter.layOut(view, data, QSize(1000, 700) * ratio, ratio);
    }
    [[nodiscard]] QPoint pointAt(int hour, double price) const
    {
        return QPointF(layout.time.x(toMsecs(windowHour(hour))), layout.panes[0].values.y(price)).toPoint();
    }
};

Callout callout(int hour, const QString& text, double dx, double dy)
{
    return {.at = windowHour(hour), .text = text, .dx = dx, .dy = dy};
}

} // namespace

class TestCalloutPlot final : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void theBoxStandsOffItsPoint_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("plain") << 1.0;
        QTest::newRow("twice") << 2.0;
    }
    void theBoxStandsOffItsPoint()
    {
        QFETCH(double, ratio);
        const LaidOut is({callout(120, u"here"_s, 100, -60)}, ratio);
        // The candle of hour 120 closes at 90,000 plus ten times 120.
        const QPoint point = is.pointAt(120, 91'200);
        const QPoint middle = point + (QPointF(100, -60) * ratio).toPoint();
        const auto hit = is.painter.calloutAt(is.layout, middle);
        QVERIFY(hit.has_value());
        QCOMPARE(hit->index, std::size_t(0));
        QVERIFY(std::abs(hit->offset.x() - 100) <= 1);
        QVERIFY(std::abs(hit->offset.y() + 60) <= 1);
        QVERIFY(!is.painter.calloutAt(is.layout, point));
    }
    void boxesStayWithinThePanesAndOffTheAxis()
    {
        const LaidOut right({callout(179, u"far to the right of all"_s, 5000, 0)});
        const QRect gutter = right.layout.panes[0].gutter;
        for (int x = gutter.left(); x < 1000; ++x)
            for (int y = 0; y < 700; y += 3)
                QVERIFY(!right.painter.calloutAt(right.layout, {x, y}));
        const LaidOut below({callout(120, u"far below"_s, 0, 5000)});
        const int end = below.layout.panes.back().plot.bottom();
        for (int y = end + 1; y < 700; ++y)
            for (int x = 0; x < 1000; x += 3)
                QVERIFY(!below.painter.calloutAt(below.layout, {x, y}));
    }
    void aValueOfItsOwnGoesBeforeThePrice()
    {
        Callout at = callout(120, u"here"_s, 60, 0);
        at.value = 90'900;
        const LaidOut is({at});
        QVERIFY(is.painter.calloutAt(is.layout, is.pointAt(120, 90'900) + QPoint(60, 0)));
    }
    void thoseInAnotherPaneAreThere()
    {
        Callout at = callout(120, u"here"_s, 60, -100);
        at.pane = u"taker"_s; // bars of a day: hours 120 to 143, each 1e6 times its cosine
        const LaidOut is({at});
        double sum = 0;
        for (int hour = 120; hour < 144; ++hour)
            sum += 1e6 * std::cos(hour);
        const double y = is.layout.panes[1].values.y(sum);
        const QPoint point = QPointF(is.layout.time.x(toMsecs(windowHour(120))), y).toPoint();
        QVERIFY(is.painter.calloutAt(is.layout, point + QPoint(60, -100)));
    }
    void whatIsNotInViewIsNotDrawn_data()
    {
        QTest::addColumn<Callout>("callout");
        QTest::newRow("earlier") << callout(10, u"x"_s, 0, 0);
        QTest::newRow("later") << callout(300, u"x"_s, 0, 0);
        QTest::newRow("without words") << callout(120, {}, 0, 0);
        Callout high = callout(120, u"x"_s, 0, 0);
        high.value = 500'000;
        QTest::newRow("above the axis") << high;
        Callout other = callout(120, u"x"_s, 0, 0);
        other.pane = u"etf"_s;
        QTest::newRow("in a pane that is not shown") << other;
    }
    void whatIsNotInViewIsNotDrawn()
    {
        QFETCH(Callout, callout);
        const LaidOut is({callout});
        for (int x = 0; x < 1000; x += 3)
            for (int y = 0; y < 700; y += 3)
                QVERIFY(!is.painter.calloutAt(is.layout, {x, y}));
    }
    void theLastOneIsOnTop()
    {
        const LaidOut is({callout(120, u"first"_s, 50, 0), callout(120, u"second"_s, 50, 0)});
        QCOMPARE(is.painter.calloutAt(is.layout, is.pointAt(120, 91'200) + QPoint(50, 0))->index,
                 std::size_t(1));
    }
    void wordsMayComeFromElsewhere()
    {
        LaidOut is({callout(120, u"{price.last}"_s, 50, 0)});
        is.painter.setCalloutWords({QString()});
        is.layout = is.painter.layOut(is.view, is.data, {1000, 700}, 1);
        QVERIFY(!is.painter.calloutAt(is.layout, is.pointAt(120, 91'200) + QPoint(50, 0)));
    }
};

QTEST_MAIN(TestCalloutPlot)
#include "tst_calloutplot.moc"
