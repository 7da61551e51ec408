// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/candleplan.h"
#include "tests/support/failonwarning.h"

using namespace holdline;

namespace {

constexpr UtcTime start{std::chrono::hours{24 * 20000}};

UtcTime minute(int number)
{
    return start + std::chrono::minutes{number};
}

TimeRange minutes(int from, int to)
{
    return {minute(from), minute(to)};
}

std::vector<UtcTime> opens(int from, int to, const std::vector<int>& without = {})
{
    std::vector<UtcTime> all;
    for (int number = from; number < to; ++number) {
        if (std::find(without.begin(), without.end(), number) == without.end())
            all.push_back(minute(number));
    }
    return all;
}

CandlePlanRules rules(int page)
{
    CandlePlanRules made;
    made.page = page;
    return made;
}

} // namespace

/// What is asked for, told from the rule: newest first, an empty place twice, a minute apart.
class TestCandlePlan : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void backfillGoesNewestFirstInPages()
    {
        CandlePlan plan(rules(4), minute(0));
        const UtcTime now = minute(10) + std::chrono::seconds{2};
        std::vector<TimeRange> asked;
        while (const auto page = plan.next(now)) {
            asked.push_back(*page);
            plan.ask(*page);
            QVERIFY(plan.answered(*page, opens(0, 10), now).empty() || true);
        }
        QCOMPARE(asked.front(), minutes(6, 10));
        QCOMPARE(plan.missingCandles(), 0);
        QCOMPARE(plan.wantedCandles(), 10);
    }

    void aMinuteIsAskedForOnlyWhenItHasEnded()
    {
        CandlePlan plan(rules(100), minute(5));
        QVERIFY(!plan.next(minute(5) + std::chrono::seconds{59}));
        QVERIFY(!plan.next(minute(6) + std::chrono::seconds{1}));
        QCOMPARE(*plan.next(minute(6) + std::chrono::seconds{2}), minutes(5, 6));
    }

    void whatIsStoredIsNotAskedFor()
    {
        CandlePlan plan(rules(100), minute(0));
        plan.has(minutes(0, 4));
        plan.has(minutes(6, 10));
        const UtcTime now = minute(10) + std::chrono::seconds{5};
        QCOMPARE(*plan.next(now), minutes(4, 6));
        plan.ask(minutes(4, 6));
        QVERIFY(!plan.next(now));
        plan.failed(minutes(4, 6));
        QCOMPARE(*plan.next(now), minutes(4, 6));
    }

    void aHoleIsFinalWhenTheVenueSaidSoTwiceAMinuteApart()
    {
        CandlePlan plan(rules(100), minute(0));
        const UtcTime first = minute(10) + std::chrono::seconds{5};
        plan.ask(*plan.next(first));
        QVERIFY(plan.answered(minutes(0, 10), opens(0, 10, {3, 4}), first).empty());
        QVERIFY(!plan.next(first + std::chrono::seconds{40}));
        QCOMPARE(plan.missingCandles(), 2);
        const UtcTime second = first + std::chrono::seconds{61};
        plan.has(minutes(10, 11));
        const auto again = plan.next(second);
        QVERIFY(again);
        QCOMPARE(*again, minutes(3, 5));
        plan.ask(*again);
        QCOMPARE(plan.answered(*again, {}, second), (std::vector{minutes(3, 5)}));
        QVERIFY(!plan.next(second));
        QCOMPARE(plan.missingCandles(), 0);
    }

    void aHoleThatFillsOnTheSecondTryIsNone()
    {
        CandlePlan plan(rules(100), minute(0));
        const UtcTime first = minute(10) + std::chrono::seconds{5};
        plan.ask(*plan.next(first));
        QVERIFY(plan.answered(minutes(0, 10), opens(0, 10, {3}), first).empty());
        const UtcTime second = first + std::chrono::seconds{61};
        plan.has(minutes(10, 11));
        plan.ask(*plan.next(second));
        const std::vector<UtcTime> rows{minute(3)};
        QVERIFY(plan.answered(minutes(3, 4), rows, second).empty());
        QCOMPARE(plan.missingCandles(), 0);
    }

    void aShortPageIsAskedForToItsEndAtOnce()
    {
        CandlePlan plan(rules(100), minute(0));
        const UtcTime now = minute(10) + std::chrono::seconds{5};
        plan.ask(*plan.next(now));
        QVERIFY(plan.answered(minutes(0, 10), opens(6, 10), now).empty());
        QCOMPARE(*plan.next(now), minutes(0, 6));
    }

    void anEmptyPageDoesNotLoop()
    {
        CandlePlan plan(rules(100), minute(0));
        const UtcTime now = minute(10) + std::chrono::seconds{5};
        plan.ask(*plan.next(now));
        QVERIFY(plan.answered(minutes(0, 10), {}, now).empty());
        QVERIFY(!plan.next(now));
    }

    void storedMinutesCanBeReadAgain()
    {
        CandlePlan plan(rules(100), minute(0));
        plan.has(minutes(0, 10));
        const UtcTime now = minute(10) + std::chrono::seconds{5};
        QVERIFY(!plan.next(now));
        plan.reread(minutes(7, 10));
        QCOMPARE(*plan.next(now), minutes(7, 10));
        plan.ask(minutes(7, 10));
        QVERIFY(plan.answered(minutes(7, 10), {}, now).empty());
        QVERIFY(!plan.next(now));
        QCOMPARE(plan.missingCandles(), 0);
    }

    void aMinuteToBeReadAgainWaitsForItsEnd()
    {
        CandlePlan plan(rules(100), minute(0));
        plan.has(minutes(0, 10));
        plan.reread(minutes(9, 11));
        QCOMPARE(*plan.next(minute(10) + std::chrono::seconds{5}), minutes(9, 10));
        plan.ask(minutes(9, 10));
        plan.has(minutes(10, 11));
        QVERIFY(!plan.next(minute(10) + std::chrono::seconds{59}));
        QCOMPARE(*plan.next(minute(11) + std::chrono::seconds{2}), minutes(10, 11));
    }

    void beyondItsReachNothingIsAsked()
    {
        CandlePlanRules made = rules(1000);
        made.reach = std::chrono::minutes{5};
        CandlePlan plan(made, minute(0));
        QCOMPARE(*plan.next(minute(20) + std::chrono::seconds{30}), minutes(16, 20));
        QCOMPARE(plan.wantedCandles(), 4);
    }
};

QTEST_GUILESS_MAIN(TestCandlePlan)
#include "tst_candleplan.moc"
