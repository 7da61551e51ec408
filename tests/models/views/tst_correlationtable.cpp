// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/correlationtable.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace holdline;
using namespace holdline::testing;

namespace {

using Changes = std::map<UtcTime, std::pair<double, double>>;

/// By the book: the dates that both have, one after the other.
Changes naiveChanges(const MarketLine& a, const MarketLine& b)
{
    std::map<UtcTime, double> valuesOfB;
    for (const DatedValue& value : b.values)
        valuesOfB[value.date] = value.value;
    Changes changes;
    const DatedValue* before = nullptr;
    for (const DatedValue& value : a.values) {
        if (!valuesOfB.contains(value.date))
            continue;
        if (before) {
            const auto change = [](ChangeKind kind, double from, double to) {
                return kind == ChangeKind::Difference ? to - from : std::log(to) - std::log(from);
            };
            changes[value.date] = {change(a.kind, before->value, value.value),
                                   change(b.kind, valuesOfB[before->date], valuesOfB[value.date])};
        }
        before = &value;
    }
    return changes;
}

double naiveCorrelation(const std::vector<std::pair<double, double>>& pairs)
{
    const double n = static_cast<double>(pairs.size());
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const auto& [a, b] : pairs) {
        x += a / n;
        y += b / n;
    }
    for (const auto& [a, b] : pairs) {
        xx += (a - x) * (a - x);
        yy += (b - y) * (b - y);
        xy += (a - x) * (b - y);
    }
    return xy / std::sqrt(xx * yy);
}

/// The correlations of so many changes, by their date.
std::map<UtcTime, double> naiveRolling(const MarketLine& a, const MarketLine& b, std::size_t length)
{
    std::map<UtcTime, double> rolling;
    std::vector<std::pair<double, double>> window;
    for (const auto& [date, change] : naiveChanges(a, b)) {
        window.push_back(change);
        if (window.size() > length)
            window.erase(window.begin());
        if (window.size() == length)
            rolling[date] = naiveCorrelation(window);
    }
    return rolling;
}

std::vector<MarketLine> without(std::vector<MarketLine> markets, UtcTime date)
{
    for (MarketLine& market : markets) {
        for (std::size_t i = market.values.size(); i-- > 0;) {
            if (market.values[i].date != date)
                continue;
            market.values.erase(market.values.begin() + static_cast<std::ptrdiff_t>(i));
            market.knownAt.erase(market.knownAt.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    return markets;
}

const UtcTime moment = at("2026-01-21T06:00:00Z");

} // namespace

class TestCorrelationTable final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void linesAreThoseOfANaiveComputation()
    {
        const auto markets = exampleMarkets();
        const CorrelationTable table = correlationTable(markets, moment);
        for (std::size_t set = 0; set < correlationLengths.size(); ++set) {
            QCOMPARE(table.sets[set].lines.size(), markets.size() - 1);
            for (std::size_t i = 1; i < markets.size(); ++i) {
                auto expected = naiveRolling(markets[0], markets[i], correlationLengths[set]);
                std::erase_if(expected, [](const auto& one) {
                    return one.first + oneDay.length < moment - oneDay.length * 365;
                });
                const CorrelationLine& line = table.sets[set].lines[i - 1];
                std::size_t count = 0;
                for (const StepRun& run : line.runs) {
                    for (const TimedValue& value : run) {
                        const auto found = expected.find(fromMsecs(value.msecs) - oneDay.length);
                        QVERIFY(found != expected.end());
                        QVERIFY(std::abs(found->second - value.value) < 1e-9);
                        ++count;
                    }
                }
                QCOMPARE(count, expected.size());
                QCOMPARE(line.last->date, expected.rbegin()->first);
                QVERIFY(std::abs(line.last->value - expected.rbegin()->second) < 1e-9);
            }
        }
    }

    void theMatrixHoldsAllPairsBothWaysRound()
    {
        const auto markets = exampleMarkets();
        const CorrelationTable table = correlationTable(markets, moment);
        for (std::size_t set = 0; set < correlationLengths.size(); ++set) {
            for (std::size_t a = 0; a < markets.size(); ++a) {
                QVERIFY(!table.sets[set].matrix[a][a]);
                for (std::size_t b = a + 1; b < markets.size(); ++b) {
                    const auto expected = naiveRolling(markets[a], markets[b], correlationLengths[set]);
                    const auto& value = table.sets[set].matrix[a][b];
                    QVERIFY(std::abs(value->value - expected.rbegin()->second) < 1e-9);
                    QCOMPARE(value->date, expected.rbegin()->first);
                    QVERIFY(value == table.sets[set].matrix[b][a]);
                }
            }
        }
    }

    void aMissingMonthBreaksALineAndHolidaysDoNot()
    {
        const CorrelationTable table = correlationTable(exampleMarkets(), moment);
        const CorrelationLine& shares = table.sets[0].lines[0];
        QCOMPARE(shares.runs.size(), std::size_t(1));
        const CorrelationLine& gold = table.sets[0].lines[2];
        QCOMPARE(gold.market.name, QStringLiteral("gold"));
        QCOMPARE(gold.runs.size(), std::size_t(2));
        QCOMPARE(fromMsecs(gold.runs[0].back().msecs), at("2025-04-01"));
        QCOMPARE(fromMsecs(gold.runs[1].front().msecs), at("2025-05-02"));
    }

    void aDayThatOneOfThemMissesIsNoChangeOfTheOther()
    {
        // A shared change reaches over the missing day; were it left out, bitcoin's day would be lost.
        const auto markets = without(exampleMarkets(), at("2026-01-14"));
        const CorrelationTable table = correlationTable(markets, moment);
        const auto expected = naiveRolling(markets[0], markets[1], 30);
        QVERIFY(!expected.contains(at("2026-01-14")));
        QVERIFY(std::abs(table.sets[0].matrix[0][1]->value - expected.rbegin()->second) < 1e-9);
    }

    void theLinesLieInTheLastYear()
    {
        const CorrelationTable table = correlationTable(exampleMarkets(), moment);
        QCOMPARE(table.range.to, moment);
        QVERIFY(table.range.from >= moment - oneDay.length * 365);
        QVERIFY(table.range.from < moment - oneDay.length * 360);
    }

    void fewerChangesHaveNoCorrelation_data()
    {
        QTest::addColumn<int>("dates");
        QTest::addColumn<bool>("isEmpty");
        QTest::newRow("thirty dates make 29 changes") << 30 << true;
        QTest::newRow("31 dates make 30 changes") << 31 << false;
    }
    void fewerChangesHaveNoCorrelation()
    {
        QFETCH(int, dates);
        auto markets = exampleMarkets();
        markets.resize(2);
        const auto first = static_cast<std::ptrdiff_t>(markets[1].values.size()) - dates;
        markets[1].values.erase(markets[1].values.begin(), markets[1].values.begin() + first);
        markets[1].knownAt.erase(markets[1].knownAt.begin(), markets[1].knownAt.begin() + first);
        const CorrelationTable table = correlationTable(markets, moment);
        QTEST(table.isEmpty(), "isEmpty");
        QVERIFY(!table.sets[1].matrix[0][1]);
        QVERIFY(!table.sets[1].lines[0].last);
    }

    void withoutBitcoinThereIsNothingToCompare()
    {
        auto markets = exampleMarkets();
        markets.erase(markets.begin());
        QVERIFY(correlationTable(markets, moment).isEmpty());
        QVERIFY(correlationTable({}, moment).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCorrelationTable)
#include "tst_correlationtable.moc"
