// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/steprun.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/holderexamples.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

namespace {

TimedValue corner(const char* iso, double value)
{
    return {toMsecs(at(iso)), value};
}

Candle dayCandle(const char* date, qint64 close)
{
    const Price price = Price::whole(close);
    return {at(date), price, price, price, price, {}, {}, {}, {}};
}

} // namespace

class TestStepRun final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void eachValueHasTwoCorners()
    {
        const std::vector<Sample> samples{daySample("2026-01-05", 1), daySample("2026-01-06", 3)};
        const auto runs = stepRuns(samples, {at("2026-01-01"), at("2026-02-01")}, oneDay);
        QCOMPARE(runs, (std::vector<StepRun>{{corner("2026-01-05", 1), corner("2026-01-06", 1),
                                              corner("2026-01-06", 3), corner("2026-01-07", 3)}}));
    }

    void aMissingDayEndsTheRun()
    {
        const std::vector<Sample> samples{daySample("2026-01-05", 1), daySample("2026-01-07", 3)};
        const auto runs = stepRuns(samples, {at("2026-01-01"), at("2026-02-01")}, oneDay);
        QCOMPARE(runs.size(), std::size_t(2));
        QCOMPARE(runs[0].back(), corner("2026-01-06", 1));
        QCOMPARE(runs[1].front(), corner("2026-01-07", 3));
    }

    void stepsEndWhereTheRangeDoes()
    {
        const std::vector<Sample> samples{daySample("2026-01-04", 9), daySample("2026-01-05", 1),
                                          daySample("2026-01-06", 3), daySample("2026-01-08", 7)};
        const auto runs = stepRuns(samples, {at("2026-01-05T06:00:00Z"), at("2026-01-06T18:00:00Z")}, oneDay);
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].front(), corner("2026-01-05T06:00:00Z", 1));
        QCOMPARE(runs[0].back(), corner("2026-01-06T18:00:00Z", 3));
        QCOMPARE(runs[0].size(), std::size_t(4));
    }

    void theLastOfABucketStandsForAllOfItsTime()
    {
        // 5 January 2026 is a Monday; the 12th begins another week. The 8th is missing within the week.
        const std::vector<Sample> samples{daySample("2026-01-05", 1), daySample("2026-01-09", 2),
                                          daySample("2026-01-11", 3), daySample("2026-01-12", 4)};
        const auto runs = stepRuns(samples, {at("2026-01-01"), at("2026-02-01")}, oneWeek);
        QCOMPARE(runs, (std::vector<StepRun>{{corner("2026-01-05", 3), corner("2026-01-12", 3),
                                              corner("2026-01-12", 4), corner("2026-01-13", 4)}}));
    }

    void withoutSamplesThereIsNoRun()
    {
        QVERIFY(stepRuns({}, {at("2026-01-01"), at("2026-02-01")}, oneDay).empty());
        QVERIFY(closeRuns({}, oneDay).empty());
    }

    void closesStandAtTheEndOfTheirIntervalAndGapsDivide()
    {
        const std::vector<Candle> candles{dayCandle("2026-01-05", 10), dayCandle("2026-01-06", 11),
                                          dayCandle("2026-01-08", 12)};
        QCOMPARE(closeRuns(candles, oneDay),
                 (std::vector<StepRun>{{corner("2026-01-06", 10), corner("2026-01-07", 11)},
                                       {corner("2026-01-09", 12)}}));
    }
};

QTEST_GUILESS_MAIN(TestStepRun)
#include "tst_steprun.moc"
