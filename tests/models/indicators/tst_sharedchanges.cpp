// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/correlation.h"
#include "models/indicators/quantile.h"
#include "models/indicators/sharedchanges.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <random>

using namespace holdline;

namespace {

UtcTime day(int number)
{
    return UtcTime{std::chrono::hours{24} * number};
}

/// By maps and sums over all pairs, as slowly as one likes.
double naiveCorrelation(const std::map<int, double>& a, const std::map<int, double>& b, std::size_t length)
{
    std::vector<std::pair<double, double>> shared;
    for (const auto& [date, value] : a) {
        if (b.contains(date))
            shared.emplace_back(value, b.at(date));
    }
    std::vector<std::pair<double, double>> changes;
    for (std::size_t i = shared.size() - length; i < shared.size(); ++i)
        changes.emplace_back(std::log(shared[i].first) - std::log(shared[i - 1].first),
                             shared[i].second - shared[i - 1].second);
    // Over all pairs of changes: the covariance without any mean.
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (const auto& [a1, b1] : changes) {
        for (const auto& [a2, b2] : changes) {
            both += (a1 - a2) * (b1 - b2);
            squaresA += (a1 - a2) * (a1 - a2);
            squaresB += (b1 - b2) * (b1 - b2);
        }
    }
    return both / std::sqrt(squaresA * squaresB);
}

std::vector<DatedValue> valuesOf(const std::map<int, double>& values)
{
    std::vector<DatedValue> dated;
    for (const auto& [date, value] : values)
        dated.push_back({day(date), value});
    return dated;
}

} // namespace

class TestSharedChanges : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void aHandComputation()
    {
        // Means 2 and 7/3; products 4/3 + 0 + 5/3 = 3; squares 2 and 42/9.
        const std::vector<double> a{1, 2, 3};
        const std::vector<double> b{1, 2, 4};
        QVERIFY(qAbs(*correlation(a, b) - 3 / std::sqrt(2 * 42.0 / 9)) < 1e-12);
    }

    void whatNeverMovesHasNone()
    {
        const std::vector<double> still(5, 1.0);
        const std::vector<double> moving{1, 2, 3, 4, 5};
        QVERIFY(!correlation(still, moving));
        QVERIFY(!correlation(std::vector<double>{1, 2}, std::vector<double>{2, 3}));
    }

    void onlyDatesThatBothHaveCount()
    {
        const std::vector<DatedValue> a{{day(1), 100}, {day(2), 110}, {day(3), 121}, {day(5), 121}};
        const std::vector<DatedValue> b{{day(0), 1}, {day(1), 2}, {day(3), 5}, {day(4), 9}, {day(5), 6}};
        const auto changes = sharedChanges(a, ChangeKind::LogReturn, b, ChangeKind::Difference);
        QCOMPARE(changes.dates, (std::vector{day(3), day(5)}));
        QVERIFY(qAbs(changes.a[0] - std::log(1.21)) < 1e-12);
        QCOMPARE(changes.a[1], 0.0);
        QCOMPARE(changes.b, (std::vector{3.0, 1.0}));
    }

    void equalsANaiveComputationWithHolidaysAndMissingDays()
    {
        std::mt19937 chance(7);
        std::normal_distribution<double> step(0, 0.02);
        for (int run = 0; run < 50; ++run) {
            std::map<int, double> prices;
            std::map<int, double> yields;
            double price = 100;
            double yield = 2;
            for (int date = 0; date < 90; ++date) {
                const double common = step(chance);
                price *= std::exp(common + step(chance));
                yield += common + step(chance);
                if (chance() % 7 != 0)
                    prices[date] = price;
                if (date % 7 < 5 && chance() % 11 != 0)
                    yields[date] = yield;
            }
            const auto changes = sharedChanges(valuesOf(prices), ChangeKind::LogReturn, valuesOf(yields),
                                               ChangeKind::Difference);
            QVERIFY(changes.dates.size() > 30);
            const auto found = correlationAt(changes, changes.dates.size() - 1, 30);
            QVERIFY(qAbs(*found - naiveCorrelation(prices, yields, 30)) < 1e-9);
        }
    }

    void fewerChangesThanAskedForGiveNone()
    {
        const SharedChanges three{{day(1), day(2), day(3)}, {1, 2, 3}, {1, 3, 2}};
        QVERIFY(correlationAt(three, 2, 3));
        QVERIFY(!correlationAt(three, 1, 3));
        QVERIFY(!correlationAt(three, 3, 3));
    }

    void quantilesLieBetweenNeighbours()
    {
        QCOMPARE(*quantile({4, 1, 3, 2}, 0.5), 2.5);
        QCOMPARE(*quantile({4, 1, 3, 2}, 0.25), 1.75);
        QCOMPARE(*quantile({5}, 0.99), 5.0);
        QVERIFY(!quantile({}, 0.5));
    }

    void unusualIsWhatLiesFartherThanOthersFromTheMedian()
    {
        const std::vector<double> nine{1, 2, 3, 4, 5, 6, 7, 8, 9};
        QCOMPARE(unusualness(9, nine), (7 + 2 * 0.5) / 9);
        QCOMPARE(unusualness(5, nine), 0.5 / 9);
        QCOMPARE(unusualness(100, nine), 1.0);
        QCOMPARE(unusualness(100, {1, 2, 3}), 0.0); // there is no usual yet
    }
};

QTEST_GUILESS_MAIN(TestSharedChanges)
#include "tst_sharedchanges.moc"
