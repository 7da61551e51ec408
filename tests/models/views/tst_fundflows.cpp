// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

class TestFundFlows final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void fundsStandInDrawingOrder()
    {
        QStringList names;
        for (const auto& fund : exampleFlows().funds)
            names.append(fund);
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("IBIT FBTC GBTC ARKB BITB HODL"));
    }

    void sessionsJoinByTheirDayInNewYork()
    {
        const auto flows = exampleFlows();
        QCOMPARE(flows.sessions.size(), std::size_t(3));
        QCOMPARE(flows.sessions[0].date, QDate(2026, 1, 15));
        QCOMPARE(flows.sessions[2].date, QDate(2026, 1, 20));
        QCOMPARE(flows.sessions[2].range.to, at("2026-01-20T21:00:00Z"));
        QVERIFY(flows.sessions[0].flow[0] == millions(315));
    }

    void samplesOfAWholeDayBelongToThatDay()
    {
        const Sample day{at("2026-01-20T05:00:00Z"), at("2026-01-21T05:00:00Z"), at("2026-01-21T05:00:00Z"),
                         millions(1)};
        const auto flows = joinFundFlows({{QStringLiteral("IBIT"), {day}}}, {sessionSample("2026-01-20", 1)});
        QCOMPARE(flows.sessions.size(), std::size_t(1));
        QCOMPARE(flows.sessions[0].date, QDate(2026, 1, 20));
    }

    void whatAFundHasNotReportedIsAbsent()
    {
        const auto flows = exampleFlows();
        QVERIFY(!flows.sessions[2].flow[3]);
        QVERIFY(!groupFlows(flows).value[3][2]);
    }

    void publishedTotalHolds() { QVERIFY(exampleFlows().sessions[2].total == millions(-480)); }

    void withoutAPublishedTotalTheSumHoldsOnlyWhenEveryFundReported()
    {
        const std::vector<FundSamples> funds{
            {QStringLiteral("IBIT"), {sessionSample("2026-01-15", 3), sessionSample("2026-01-16", 4)}},
            {QStringLiteral("HODL"), {sessionSample("2026-01-15", -5)}}};
        const auto flows = joinFundFlows(funds, {});
        QVERIFY(flows.sessions[0].total == millions(-2));
        QVERIFY(!flows.sessions[1].total);
        QCOMPARE(groupFlows(flows).cumulative, std::vector<double>{-2e6});
    }

    void theOthersAreSummed()
    {
        const auto grouped = groupFlows(exampleFlows());
        QCOMPARE(grouped.groups.back(), QStringLiteral("other"));
        QCOMPARE(grouped.value[4][0].value(), -4e6);
        QCOMPARE(grouped.value[4][1].value(), -15e6);
        QCOMPARE(grouped.value[4][2].value(), -45e6);
        QCOMPARE(grouped.cumulative, (std::vector<double>{100e6, -295e6, -775e6}));
    }

    void onlyTheLastSessionsStay()
    {
        const auto two = lastSessions(exampleFlows(), 2);
        QCOMPARE(two.sessions.size(), std::size_t(2));
        QCOMPARE(two.sessions[0].date, QDate(2026, 1, 16));
        QCOMPARE(lastSessions(exampleFlows(), 10).sessions.size(), std::size_t(3));
    }

    /// New York was closed on 19 January 2026, for Martin Luther King's day.
    void aDayWithoutASessionIsKeptAndNotCounted()
    {
        const auto flows =
            joinFundFlows({{QStringLiteral("IBIT"),
                            {sessionSample("2026-01-15", 3), sessionSample("2026-01-16", 4),
                             sessionSample("2026-01-19", 50), sessionSample("2026-01-20", 5)}}},
                          {});
        QCOMPARE(flows.sessions.size(), std::size_t(4));
        QVERIFY(flows.sessions[1].isHeld && !flows.sessions[2].isHeld && flows.sessions[3].isHeld);
        QVERIFY(flows.sessions[2].total == millions(50));
        QCOMPARE(groupFlows(flows).cumulative, (std::vector<double>{3e6, 7e6, 7e6, 12e6}));
        const auto two = lastSessions(flows, 2);
        QCOMPARE(two.sessions.size(), std::size_t(3));
        QCOMPARE(two.sessions[0].date, QDate(2026, 1, 16));
        QCOMPARE(lastSessions(flows, 1).sessions.size(), std::size_t(1));
    }

    void nothingGivesNothing()
    {
        QVERIFY(joinFundFlows({}, {}).sessions.empty());
        QVERIFY(groupFlows({}).cumulative.empty());
    }
};

QTEST_GUILESS_MAIN(TestFundFlows)
#include "tst_fundflows.moc"
