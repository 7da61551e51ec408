// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/coveragejoin.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using State = CoverageState;

namespace {

TimeRange minutes(int from, int to)
{
    return {UtcTime{std::chrono::minutes{from}}, UtcTime{std::chrono::minutes{to}}};
}

/// Two venues: a knows [0, 20) but for an outage in [5, 10); b samples [10, 30).
std::vector<CoveragePart> twoVenues()
{
    const QString rule = QStringLiteral("one a second");
    return {{QStringLiteral("a"),
             {{minutes(0, 5), State::Known, {}},
              {minutes(5, 10), State::Missing, QStringLiteral("cut.")},
              {minutes(10, 20), State::Known, {}}}},
            {QStringLiteral("b"), {{minutes(10, 30), State::Sampled, rule}}}};
}

} // namespace

class TestCoverageJoin : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void aSumOfWhatIsThereIsALowerBound()
    {
        const auto joined = joinCoverage(twoVenues(), CoverageOf::Sum);
        const std::vector<Coverage> expected{
            {minutes(0, 5), State::Sampled, QStringLiteral("b: never")},
            {minutes(5, 10), State::Never, QStringLiteral("a: cut; b: never")},
            {minutes(10, 20), State::Sampled, QStringLiteral("b: one a second")},
            {minutes(20, 30), State::Sampled, QStringLiteral("a: never; b: one a second")}};
        QCOMPARE(joined, expected);
    }

    void aDifferenceNeedsBoth()
    {
        const auto joined = joinCoverage(twoVenues(), CoverageOf::Difference);
        QCOMPARE(joined.size(), std::size_t{4});
        QCOMPARE(joined[0].state, State::Never);
        QCOMPARE(joined[1].state, State::Never);
        QCOMPARE(joined[2].state, State::Sampled);
        QCOMPARE(joined[3].state, State::Never);
    }

    void nothingOfNothing() { QVERIFY(joinCoverage({}, CoverageOf::Sum).empty()); }
};

QTEST_GUILESS_MAIN(TestCoverageJoin)
#include "tst_coveragejoin.moc"
