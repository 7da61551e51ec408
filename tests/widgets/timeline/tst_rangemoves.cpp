// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/timeline/rangemoves.h"

using namespace holdline;
using namespace std::chrono_literals;

namespace {

UtcTime hour(int n)
{
    return fromMsecs(1'768'262'400'000) + std::chrono::hours(n); // 2026-01-13T00:00Z
}

const TimelineBounds hundredHours{.data = {hour(0), hour(100)}, .home = {}};

} // namespace

class TestRangeMoves final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void zoomKeepsTheAnchorInPlace_data()
    {
        QTest::addColumn<int>("anchor");
        QTest::addColumn<double>("factor");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("half around the middle") << 50 << 0.5 << 45 << 55;
        QTest::newRow("half around the left edge") << 40 << 0.5 << 40 << 50;
        QTest::newRow("half around the right edge") << 60 << 0.5 << 50 << 60;
        QTest::newRow("half at a fifth") << 44 << 0.5 << 42 << 52;
        QTest::newRow("twice around the middle") << 50 << 2.0 << 30 << 70;
        QTest::newRow("an anchor out of sight") << 80 << 0.5 << 60 << 70;
    }
    void zoomKeepsTheAnchorInPlace()
    {
        QFETCH(int, anchor);
        QFETCH(double, factor);
        QFETCH(int, from);
        QFETCH(int, to);
        const TimeRange zoomed = zoomedRange({hour(40), hour(60)}, hour(anchor), factor, hundredHours);
        QCOMPARE(toIso(zoomed.from), toIso(hour(from)));
        QCOMPARE(toIso(zoomed.to), toIso(hour(to)));
    }

    void zoomStopsAtTheShortestRange()
    {
        const TimeRange shortest{hour(50), hour(50) + shortestRange};
        QCOMPARE(zoomedRange(shortest, hour(50), 0.5, hundredHours), shortest);
        const TimeRange near{hour(50), hour(50) + 15min};
        QCOMPARE(zoomedRange(near, hour(50), 0.1, hundredHours), shortest);
    }

    void panNeverLosesSightOfTheData_data()
    {
        QTest::addColumn<int>("by");
        QTest::addColumn<int>("from");
        QTest::newRow("inside the data") << 10 << 50;
        QTest::newRow("back") << -30 << 10;
        QTest::newRow("into the future as far as a twentieth remains") << 1000 << 99; // 20 h x 0.05 = 1 h
        QTest::newRow("before the first candle likewise") << -1000 << -19;
    }
    void panNeverLosesSightOfTheData()
    {
        QFETCH(int, by);
        QFETCH(int, from);
        const TimeRange panned = pannedRange({hour(40), hour(60)}, std::chrono::hours(by), hundredHours);
        QCOMPARE(toIso(panned.from), toIso(hour(from)));
        QCOMPARE(panned.length(), Span(20h));
    }

    void withoutDataARangeMayGoAnywhereInTheCalendar()
    {
        const TimeRange range{latestTime - 1h, latestTime};
        QCOMPARE(pannedRange(range, 5h, {}), range);
        QCOMPARE(pannedRange({hour(0), hour(1)}, 5h, {}), (TimeRange{hour(5), hour(6)}));
    }

    void fitShowsAllDataAndSomeFuture()
    {
        const TimeRange fitted = fittedRange(hundredHours);
        QCOMPARE(fitted.from, hour(0));
        QVERIFY(fitted.to > hour(100));
        QVERIFY(fitted.to < hour(110));
    }

    void jumpsKeepTheLength()
    {
        const TimeRange range{hour(10), hour(30)};
        QCOMPARE(latestRange(range, hundredHours).length(), Span(20h));
        QVERIFY(latestRange(range, hundredHours).contains(hour(100)));
        QCOMPARE(firstRange(range, hundredHours), (TimeRange{hour(0), hour(20)}));
        QCOMPARE(centredRange(range, hour(70), hundredHours), (TimeRange{hour(60), hour(80)}));
    }

    void tellsWhenTheEndIsOutOfSight()
    {
        QVERIFY(isLeftOfData({hour(10), hour(30)}, hundredHours));
        QVERIFY(!isLeftOfData({hour(90), hour(100)}, hundredHours));
        QVERIFY(!isLeftOfData({hour(90), hour(100)}, {}));
    }
};

QTEST_GUILESS_MAIN(TestRangeMoves)
#include "tst_rangemoves.moc"
