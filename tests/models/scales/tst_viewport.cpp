// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/viewport.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <random>

using namespace holdline;

namespace {

TimeRange range(const char* from, const char* to)
{
    return {parseIso(from).value(), parseIso(to).value()};
}

QString text(TimeRange range)
{
    return toIso(range.from) + QStringLiteral(" to ") + toIso(range.to);
}

/// Ninety days of hours; 90 / 0.9 = 100 days fit.
ViewportBounds ninetyDays()
{
    return {range("2026-01-01", "2026-04-01"), oneHour, 0.1};
}

} // namespace

class TestViewport final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void zoomKeepsTheAnchorInPlace()
    {
        const TimeScale scale{range("2026-01-01", "2026-01-11"), 50, 1000};
        // 250 is a fifth of the width right of the left edge: 3 January.
        QCOMPARE(text(zoomedAt(scale, 250, 0.5)),
                 QStringLiteral("2026-01-02T00:00:00Z to 2026-01-07T00:00:00Z"));
        QCOMPARE(text(zoomedAt(scale, 250, 2)),
                 QStringLiteral("2025-12-30T00:00:00Z to 2026-01-19T00:00:00Z"));
        QCOMPARE(text(zoomed(scale.range, scale.range.to, 0.1)),
                 QStringLiteral("2026-01-10T00:00:00Z to 2026-01-11T00:00:00Z"));
    }

    void aDragToTheRightShowsEarlierTimes()
    {
        const TimeScale scale{range("2026-01-01", "2026-01-11"), 50, 1000};
        QCOMPARE(text(panned(scale, 100)), QStringLiteral("2025-12-31T00:00:00Z to 2026-01-10T00:00:00Z"));
        QCOMPARE(text(panned(scale, -100)), QStringLiteral("2026-01-02T00:00:00Z to 2026-01-12T00:00:00Z"));
    }

    void anAxisDragHoldsWhatIsUnderThePointer()
    {
        const TimeScale scale{range("2026-01-01", "2026-01-11"), 0, 1000};
        // The time 200 px from the right edge, 9 January, comes to lie 400 px from it.
        const TimeRange dragged = scaledByDrag(scale, 800, 600);
        QCOMPARE(text(dragged), QStringLiteral("2026-01-06T00:00:00Z to 2026-01-11T00:00:00Z"));
        QCOMPARE(text(scaledByDrag({dragged, 0, 1000}, 600, 800)), text(scale.range));
        // At and beyond the right edge nothing explodes.
        QCOMPARE(scaledByDrag(scale, 990, 2000), scale.range);
        QCOMPARE(scaledByDrag(scale, 0, 2000).length(), scale.range.length() * 100);
    }

    void thereAndBack()
    {
        std::mt19937_64 random(11);
        std::uniform_real_distribution<double> pixel(0, 1900);
        std::uniform_real_distribution<double> factor(0.2, 5);
        for (int i = 0; i < 10'000; ++i) {
            const qint64 from = static_cast<qint64>(random() % 2'000'000'000'000);
            const TimeRange start{
                fromMsecs(from), fromMsecs(from + 600'000 + static_cast<qint64>(random() % 300'000'000'000))};
            const TimeScale scale{start, 10, 1500};
            const double x = pixel(random);
            QVERIFY(std::abs(scale.x(toMsecs(scale.time(x))) - x) <= 0.51 * scale.pixelsPerMs() + 1e-6);
            const double by = factor(random);
            const TimeRange there = zoomed(start, scale.time(x), by);
            const TimeRange back = zoomed(there, scale.time(x), 1 / by);
            QVERIFY(std::abs((back.from - start.from).count()) <= 4);
            QVERIFY(std::abs((back.to - start.to).count()) <= 4);
            QCOMPARE(panned({panned(scale, x), 10, 1500}, -x), start);
        }
    }

    void clamping_data()
    {
        QTest::addColumn<TimeRange>("wish");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, TimeRange wish, TimeRange expected) {
            QTest::newRow(name) << wish << text(expected);
        };
        row("what is inside stays", range("2026-02-01", "2026-02-11"), range("2026-02-01", "2026-02-11"));
        row("nothing is shown before the data", range("2025-12-01", "2025-12-11"),
            range("2026-01-01", "2026-01-11"));
        row("at most ten bars deep, about the middle", range("2026-02-01T00:00Z", "2026-02-01T02:00Z"),
            range("2026-01-31T20:00Z", "2026-02-01T06:00Z"));
        row("at most all data with the margin", range("2020-01-01", "2030-01-01"),
            range("2026-01-01", "2026-04-11"));
        row("a quarter of the plot keeps data", range("2026-05-01", "2026-05-21"),
            range("2026-03-27", "2026-04-16"));
        row("a reversed range becomes ten bars", range("2026-02-02", "2026-02-01"),
            range("2026-02-01T07:00Z", "2026-02-01T17:00Z"));
        row("an empty range too", range("2026-02-01", "2026-02-01"),
            range("2026-01-31T19:00Z", "2026-02-01T05:00Z"));
    }
    void clamping()
    {
        QFETCH(TimeRange, wish);
        QTEST(text(clamped(wish, ninetyDays())), "expected");
    }

    void clampingTwiceIsClampingOnce()
    {
        std::mt19937_64 random(12);
        const qint64 base = toMsecs(ninetyDays().data.from);
        std::uniform_int_distribution<qint64> offset(-20'000'000'000, 20'000'000'000);
        for (int i = 0; i < 10'000; ++i) {
            const TimeRange wish{fromMsecs(base + offset(random)), fromMsecs(base + offset(random))};
            const TimeRange once = clamped(wish, ninetyDays());
            QVERIFY(!once.isEmpty());
            QCOMPARE(clamped(once, ninetyDays()), once);
        }
    }

    void fitAndJump()
    {
        const auto bounds = ninetyDays();
        QCOMPARE(text(fitted({}, bounds)), text(range("2026-01-01", "2026-04-11")));
        const auto live = atLiveEdge(range("2026-01-01", "2026-01-11"), bounds);
        QCOMPARE(text(live), text(range("2026-03-23", "2026-04-02")));
        QVERIFY(showsLiveEdge(live, bounds));
        QVERIFY(showsLiveEdge(range("2026-03-31", "2026-04-01"), bounds));
        QVERIFY(!showsLiveEdge(range("2026-03-30", "2026-03-31"), bounds));
        QVERIFY(!showsLiveEdge(range("2026-04-01", "2026-04-02"), bounds));
    }

    void fewCandlesFitIntoTenBars()
    {
        const ViewportBounds bounds{range("2026-01-01T00:00Z", "2026-01-01T03:00Z"), oneHour, 0.1};
        QCOMPARE(text(fitted({}, bounds)), text(range("2026-01-01T00:00Z", "2026-01-01T10:00Z")));
        QCOMPARE(clamped(fitted({}, bounds), bounds), fitted({}, bounds));
    }

    void aNewBarMovesOnlyAViewThatShowsTheLastOne()
    {
        const auto before = ninetyDays();
        auto after = before;
        after.data.to += oneHour.length;
        const auto live = range("2026-03-25", "2026-04-02");
        QCOMPARE(text(followed(live, before, after)), text(range("2026-03-25T01:00Z", "2026-04-02T01:00Z")));
        const auto past = range("2026-02-01", "2026-02-11");
        QCOMPARE(followed(past, before, after), past);
    }

    void withoutDataNothingMoves()
    {
        const ViewportBounds none{{}, oneHour, 0.1};
        const auto wish = range("2026-02-01", "2026-02-11");
        QCOMPARE(clamped(wish, none), wish);
        QCOMPARE(fitted(wish, none), wish);
        QCOMPARE(atLiveEdge(wish, none), wish);
        QVERIFY(!showsLiveEdge(wish, none));
        QCOMPARE(followed(wish, none, ninetyDays()), wish);
    }

    void theEndsOfTimeHold()
    {
        const TimeRange all = zoomed(range("2026-01-01", "2026-01-02"), fromMsecs(0), 1e12);
        QVERIFY(all.from >= earliestTime);
        QVERIFY(all.to <= latestTime);
        QCOMPARE(pannedBy({earliestTime, fromMsecs(0)}, Span{-1}), (TimeRange{earliestTime, fromMsecs(0)}));
        const TimeScale empty{{fromMsecs(5), fromMsecs(5)}, 10, 100};
        QCOMPARE(empty.time(50), fromMsecs(5));
        QCOMPARE(empty.x(99), 10.0);
        QCOMPARE(panned(empty, 10), empty.range);
    }
};

QTEST_GUILESS_MAIN(TestViewport)
#include "tst_viewport.moc"
