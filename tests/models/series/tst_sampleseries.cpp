// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/sampleseries.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <random>

using namespace holdline;

namespace {

TimeRange between(qint64 from, qint64 to)
{
    return {fromMsecs(from), fromMsecs(to)};
}

std::vector<SamplePoint> randomPoints(std::mt19937_64& random, bool areNested)
{
    std::vector<SamplePoint> points;
    qint64 from = 1000;
    for (int i = 0; i < 700; ++i) {
        const auto length = 1 + static_cast<qint64>(random() % (areNested ? 500 : 50));
        points.push_back({from, from + length, from + length, static_cast<double>(random() % 1000) - 500});
        from += areNested ? 1 + static_cast<qint64>(random() % 60)
                          : length + static_cast<qint64>(random() % 3 == 0 ? random() % 200 : 0);
    }
    return points;
}

} // namespace

class TestSampleSeries final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void anEmptySeriesAnswersEverything()
    {
        const SampleSeries series;
        QVERIFY(series.visible(between(0, 10)).empty());
        QVERIFY(series.at(fromMsecs(0)) == nullptr);
        QVERIFY(series.extent(between(0, 10)).isEmpty());
    }

    void edgesAreHalfOpen()
    {
        const SampleSeries series({{10, 20, 25, 1}, {30, 40, 45, 5}, {40, 50, 55, -3}});
        QVERIFY(series.at(fromMsecs(9)) == nullptr);
        QCOMPARE(series.at(fromMsecs(10))->value, 1.0);
        QCOMPARE(series.at(fromMsecs(19))->value, 1.0);
        QVERIFY(series.at(fromMsecs(20)) == nullptr);
        QCOMPARE(series.at(fromMsecs(40))->value, -3.0);
        QVERIFY(series.visible(between(20, 30)).empty());
        QCOMPARE(series.visible(between(19, 31)).size(), std::size_t{2});
        QCOMPARE(series.extent(between(19, 31)).greatest, 5.0);
        QCOMPARE(series.extent(between(40, 41)).greatest, -3.0);
        QVERIFY(series.visible(between(31, 31)).empty());
        QCOMPARE(series.around(between(20, 30)).size(), std::size_t{2});
        QCOMPARE(series.around(between(0, 5)).size(), std::size_t{1});
        QCOMPARE(series.around(between(60, 70)).size(), std::size_t{1});
        QCOMPARE(series.extent(series.points()).least, -3.0);
        QVERIFY(series.visible(between(41, 15)).empty());
    }

    void anUnknownValueIsNoExtreme()
    {
        const SampleSeries series({{0, 10, 10, std::numeric_limits<double>::quiet_NaN()}, {10, 20, 20, 7}});
        QVERIFY(series.extent(between(0, 10)).isEmpty());
        QCOMPARE(series.extent(between(0, 20)).least, 7.0);
    }

    void anyRangeAgreesWithAWalkOverAll_data()
    {
        QTest::addColumn<bool>("areNested");
        QTest::newRow("one after another") << false;
        QTest::newRow("long ones over short ones") << true;
    }
    void anyRangeAgreesWithAWalkOverAll()
    {
        QFETCH(bool, areNested);
        std::mt19937_64 random(31);
        const auto points = randomPoints(random, areNested);
        const SampleSeries series(points);
        std::uniform_int_distribution<qint64> start(0, points.back().toMs + 100);
        for (int i = 0; i < 20'000; ++i) {
            const qint64 from = start(random);
            const auto range = between(from, from + static_cast<qint64>(random() % 3000));
            const auto visible = series.visible(range);
            std::size_t overlapping = 0;
            SampleSeries::Extent extent;
            for (const auto& point : points) {
                if (point.fromMs >= toMsecs(range.to) || point.toMs <= toMsecs(range.from) || range.isEmpty())
                    continue;
                ++overlapping;
                extent = {std::min(extent.least, point.value), std::max(extent.greatest, point.value)};
                QVERIFY(point.fromMs >= visible.front().fromMs && point.fromMs <= visible.back().fromMs);
            }
            if (!areNested) {
                QCOMPARE(visible.size(), overlapping);
                QCOMPARE(series.extent(range).least, extent.least);
                QCOMPARE(series.extent(range).greatest, extent.greatest);
            }
            const auto covering = std::find_if(points.rbegin(), points.rend(), [&](const SamplePoint& point) {
                return point.fromMs <= from && point.toMs > from;
            });
            const SamplePoint* const at = series.at(range.from);
            QCOMPARE(at == nullptr, covering == points.rend());
            QVERIFY(!at || at->fromMs == covering->fromMs);
        }
    }
};

QTEST_GUILESS_MAIN(TestSampleSeries)
#include "tst_sampleseries.moc"
