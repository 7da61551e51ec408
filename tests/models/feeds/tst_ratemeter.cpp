// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/ratemeter.h"
#include "tests/support/failonwarning.h"

#include <limits>

using namespace holdline;
using namespace std::chrono_literals;

namespace {

/// 100 a minute, of which 80 are used at most.
RateRules perMinute()
{
    RateRules rules;
    rules.weight = 100;
    rules.window = 1min;
    return rules;
}

const UtcTime minute{Span{1700000040000}}; // a whole minute: 28333334 * 60000
const UtcTime nextMinute = minute + 1min;

} // namespace

class TestRateMeter final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void withoutRulesAllIsAllowed()
    {
        RateMeter meter({}, 0.8);
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(meter.allows(1000, minute));
            meter.asked(1000, minute);
        }
        QCOMPARE(meter.used(minute), 0);
    }

    void countsUpToItsShareAndWaitsForTheNextWindow()
    {
        RateMeter meter(perMinute(), 0.8);
        const UtcTime now = minute + 20s;
        for (int i = 0; i < 8; ++i) {
            QVERIFY(meter.allows(10, now));
            meter.asked(10, now);
            meter.answered(10, {}, {}, now);
        }
        QCOMPARE(meter.used(now), 80);
        QVERIFY(!meter.allows(1, now));
        QCOMPARE(meter.nextChance(1, now), nextMinute);
        QVERIFY(!meter.allows(1, nextMinute - 1ms));
        QVERIFY(meter.allows(1, nextMinute));
        QCOMPARE(meter.used(nextMinute), 0);
    }

    void theVenuesCountGoesBeforeItsOwn()
    {
        RateMeter meter(perMinute(), 0.8);
        meter.asked(10, minute);
        meter.answered(10, {}, 75, minute + 1s); // others behind the same address ask, too
        QCOMPARE(meter.used(minute + 1s), 75);
        QVERIFY(!meter.allows(10, minute + 1s));
        QVERIFY(meter.allows(5, minute + 1s));
        meter.asked(5, minute + 2s);
        meter.answered(5, {}, 12, minute + 3s);
        QCOMPARE(meter.used(minute + 3s), 12);
    }

    void whatIsOnItsWayCountsBesideTheVenuesCount()
    {
        RateMeter meter(perMinute(), 0.8);
        meter.asked(10, minute);
        meter.asked(20, minute);
        meter.answered(10, {}, 40, minute + 1s);
        QCOMPARE(meter.used(minute + 1s), 60);
        QCOMPARE(meter.used(nextMinute), 20); // it may be counted there
        meter.answered(20, {}, {}, minute + 2s);
        QCOMPARE(meter.used(nextMinute), 0);
    }

    void nonsenseInTheHeaderDoesNoHarm()
    {
        RateMeter meter(perMinute(), 0.8);
        meter.asked(10, minute);
        meter.answered(10, {}, -5, minute);
        QCOMPARE(meter.used(minute), 10);
        meter.asked(10, minute);
        meter.answered(10, {}, std::numeric_limits<int>::max(), minute);
        QVERIFY(!meter.allows(1, minute));
        meter.asked(10, minute);
        QVERIFY(meter.used(minute) > 80);
        QVERIFY(meter.allows(1, nextMinute + 1s));
    }

    void windowsLieInTheVenuesTime()
    {
        RateMeter meter(perMinute(), 0.8);
        // The venue's clock is 20 s ahead of ours: its next minute begins when ours has 20 s to go.
        meter.asked(80, minute + 10s);
        meter.answered(80, minute + 30s, 80, minute + 10s);
        QVERIFY(!meter.allows(10, minute + 39s));
        QCOMPARE(meter.nextChance(10, minute + 11s), minute + 40s);
        QVERIFY(meter.allows(10, minute + 40s));
    }

    void aLateAnswerOfAnOldWindowTellsNothingOfThisOne()
    {
        RateMeter meter(perMinute(), 0.8);
        meter.asked(1, minute + 30s);
        meter.answered(1, minute + 30s, 1, minute + 30s); // clocks agree
        meter.asked(1, minute + 59s);
        meter.answered(1, minute + 59s, 80, nextMinute + 500ms);
        QCOMPARE(meter.used(nextMinute + 500ms), 0);
        QVERIFY(meter.allows(10, nextMinute + 500ms));
    }

    void aHeavyQuestionIsAskedInAFreshWindow()
    {
        RateMeter meter(perMinute(), 0.8);
        QVERIFY(meter.allows(100, minute));
        meter.asked(100, minute);
        QVERIFY(!meter.allows(1, minute));
    }

    void questionsKeepTheirDistance()
    {
        RateRules rules;
        rules.spacing = 500ms;
        RateMeter meter(rules, 0.8);
        QVERIFY(meter.allows(1, minute));
        meter.asked(1, minute);
        QVERIFY(!meter.allows(1, minute + 499ms));
        QCOMPARE(meter.nextChance(1, minute + 100ms), minute + 500ms);
        QVERIFY(meter.allows(1, minute + 500ms));
    }
};

QTEST_GUILESS_MAIN(TestRateMeter)
#include "tst_ratemeter.moc"
