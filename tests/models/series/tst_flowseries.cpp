// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/flowseries.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <map>
#include <random>

using namespace holdline;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 january = 1'767'225'600'000; // 2026-01-01T00:00:00Z
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

TimeRange between(qint64 from, qint64 to)
{
    return {fromMsecs(from), fromMsecs(to)};
}

using Values = std::map<qint64, double>;

FlowSummary naiveSummary(const Values& values, TimeRange range)
{
    FlowSummary result;
    for (auto it = values.lower_bound(toMsecs(range.from));
         it != values.end() && it->first < toMsecs(range.to); ++it) {
        if (std::isnan(it->second))
            continue;
        result.least = result.isEmpty() ? it->second : std::min(result.least, it->second);
        result.greatest = result.isEmpty() ? it->second : std::max(result.greatest, it->second);
        result.sum += it->second;
        ++result.count;
    }
    return result;
}

/// Values are multiples of 1/8 below 2^17, so that floats and sums of them are exact.
bool isSame(const FlowSummary& a, const FlowSummary& b)
{
    return a.count == b.count && a.sum == b.sum && a.least == b.least && a.greatest == b.greatest;
}

} // namespace

class TestFlowSeries final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void anEmptySeriesAnswersEverything()
    {
        FlowSeries series(oneMinute);
        series.finish();
        QVERIFY(series.range().isEmpty());
        QVERIFY(series.summary({earliestTime, latestTime}).isEmpty());
        std::vector<FlowBar> bars(2);
        series.bars({earliestTime, latestTime}, oneHour, bars);
        QVERIFY(bars.empty());
    }

    void valuesOfOneSlotAddUpAndUnknownOnesStayOut()
    {
        FlowSeries series(oneMinute);
        series.append(january, 3);
        series.append(january + 30'000, -5);
        series.append(january + minute, unknown);
        series.append(january + 2 * minute, unknown);
        series.append(january + 2 * minute, 0);
        series.append(january + 4 * minute, 10);
        series.append(january + 4 * minute, unknown);
        series.finish();
        QCOMPARE(series.range(), between(january, january + 5 * minute));
        QCOMPARE(series.summary(between(january, january + minute)).sum, -2.0);
        QVERIFY(series.summary(between(january + minute, january + 2 * minute)).isEmpty());
        QCOMPARE(series.summary(between(january + 2 * minute, january + 3 * minute)).count, 1);
        const auto all = series.summary(series.range());
        QCOMPARE(all.sum, 8.0);
        QCOMPARE(all.least, -2.0);
        QCOMPARE(all.greatest, 10.0);
        QCOMPARE(all.count, 3);
    }

    void aValueTakesAtMost11Bytes()
    {
        constexpr int count = 300'000;
        FlowSeries series(oneMinute);
        for (int i = 0; i < count; ++i)
            series.append(january + i * minute, i);
        series.finish();
        QVERIFY2(series.memoryBytes() <= std::size_t{11} * count, QByteArray::number(series.memoryBytes()));
    }

    void anyRangeAndAnyBarsAgreeWithTheNaiveSums()
    {
        std::mt19937_64 random(17);
        FlowSeries series(fiveMinutes);
        Values values;
        std::vector<qint64> times;
        std::vector<double> amounts;
        qint64 time = january;
        for (int i = 0; i < 20'000; ++i) {
            const double value =
                random() % 9 == 0 ? unknown : static_cast<double>(random() % 2'000'000) / 8 - 125'000;
            times.push_back(time);
            amounts.push_back(value);
            values[time] = value;
            time += 5 * minute * (random() % 60 == 0 ? 1 + static_cast<qint64>(random() % 4000) : 1);
        }
        const auto half = times.size() / 2;
        series.append(std::span(times).first(half), std::span(amounts).first(half));
        series.append(std::span(times).subspan(half), std::span(amounts).subspan(half));
        series.finish();
        std::uniform_int_distribution<qint64> start(january - 100 * minute, time);
        for (int i = 0; i < 50'000; ++i) {
            const qint64 from = start(random);
            const auto range = between(from, from + static_cast<qint64>(random() % 20'000) * minute);
            QVERIFY(isSame(series.summary(range), naiveSummary(values, range)));
        }
        QVERIFY(isSame(series.summary({earliestTime, latestTime}),
                       naiveSummary(values, {earliestTime, latestTime})));
        std::vector<FlowBar> bars;
        for (const Interval bucket : {fiveMinutes, fifteenMinutes, oneHour, fourHours, oneDay, oneWeek}) {
            series.bars({earliestTime, latestTime}, bucket, bars);
            std::size_t known = 0;
            for (UtcTime at = bucket.bucketStart(fromMsecs(january)); at < fromMsecs(time);
                 at = bucket.next(at)) {
                const auto expected = naiveSummary(values, {at, bucket.next(at)});
                if (expected.isEmpty())
                    continue;
                QVERIFY(known < bars.size());
                QCOMPARE(bars[known].fromMs, toMsecs(at));
                QVERIFY(isSame(bars[known].flow, expected));
                ++known;
            }
            QCOMPARE(bars.size(), known);
        }
    }

    void updatesAtAnyPlaceAgreeWithTheNaiveSums()
    {
        std::mt19937_64 random(18);
        FlowSeries series(oneMinute);
        Values values;
        std::uniform_int_distribution<qint64> place(-3000, 3000);
        for (int i = 0; i < 5'000; ++i) {
            const qint64 time = january + place(random) * minute;
            values[time] = random() % 20 == 0 ? unknown : static_cast<double>(random() % 1000) - 500;
            series.update(time, values[time]);
            const qint64 from = january + place(random) * minute;
            const auto range = between(from, from + std::abs(place(random)) * minute);
            QVERIFY(isSame(series.summary(range), naiveSummary(values, range)));
        }
    }
};

QTEST_GUILESS_MAIN(TestFlowSeries)
#include "tst_flowseries.moc"
