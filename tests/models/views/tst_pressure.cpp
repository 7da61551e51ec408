// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/pressure.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/holderexamples.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

namespace {

std::vector<Pressure> pressuresOf(const std::vector<HolderCohort>& holders,
                                  std::optional<double> price = 89'000.0)
{
    const auto levels = levelDistances(exampleLevels(), price, at("2026-01-21"));
    return pressures(levels, holders, exampleDistribution(), price, at("2026-01-21"));
}

QString bandsOf(const Pressure& pressure)
{
    return QStringList(pressure.bands.begin(), pressure.bands.end()).join(u' ');
}

} // namespace

class TestPressure final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void resistancesAboveThePriceNearestFirst()
    {
        const auto found = pressuresOf(exampleHolders());
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].levelId, QStringLiteral("resistance-1m-3m"));
        QVERIFY(found[0].at == Price::whole(92'500));
        QCOMPARE(found[1].levelId, QStringLiteral("resistance-sth"));
    }

    void bandsBetweenThePriceAndTheLevelAreEvenThere()
    {
        const auto found = pressuresOf(exampleHolders());
        // 1d-1w paid 90,000 and 1m-3m 92,500, the level itself; 1w-1m paid the price, 3m-6m less.
        QCOMPARE(bandsOf(found[0]), QStringLiteral("1d-1w 1m-3m"));
        QCOMPARE(*found[0].bandsBtc, 96'400.0 + 213'400.0);
        QVERIFY2(bandsOf(found[1]) == QStringLiteral("1d-1w 1m-3m"), "sth holds coins of several ages");
    }

    void aSumOfWhichAPartIsUnknownIsNotTold()
    {
        auto holders = exampleHolders();
        holders[0].basis.supply.reset();
        const auto found = pressuresOf(holders);
        QCOMPARE(bandsOf(found[0]), QStringLiteral("1d-1w 1m-3m"));
        QVERIFY(!found[0].bandsBtc);
    }

    void bandsOfAnotherDefinitionAreNotAddedUp()
    {
        auto holders = exampleHolders();
        holders[0].basis.definition = QStringLiteral("entity-adjusted");
        const auto found = pressuresOf(holders);
        QCOMPARE(bandsOf(found[0]), QStringLiteral("1m-3m"));
        QCOMPARE(found[0].definition, QStringLiteral("raw UTXO"));
    }

    void coinsAreThoseOfTheDistribution()
    {
        const auto found = pressuresOf(exampleHolders());
        // Half of the 50,000 in 88,000-90,000, the 60,000 in 90,000-92,000, a quarter of the 70,000 above.
        QCOMPARE(found[0].coins->btc, 25'000.0 + 60'000 + 17'500);
        QCOMPARE(found[0].coins->halfKnownBtc, 25'000.0 + 17'500);
        const auto levels = levelDistances(exampleLevels(), 89'000, at("2026-01-21"));
        QVERIFY(!pressures(levels, exampleHolders(), {}, 89'000, at("2026-01-21"))[0].coins);
    }

    void levelsThatAreNotValidThenAreLeftOut()
    {
        auto levels = exampleLevels();
        levels[1].level.validTo = at("2026-01-20");
        levels[2].level.validFrom = at("2026-01-21T00:00:00.001Z");
        const auto distances = levelDistances(levels, 89'000, at("2026-01-21"));
        QVERIFY(pressures(distances, exampleHolders(), {}, 89'000, at("2026-01-21")).empty());
    }

    void withoutAPriceNothingIsSaid() { QVERIFY(pressuresOf(exampleHolders(), std::nullopt).empty()); }

    void aBandIsEvenAtTheNearestLevelAboveItsCostBasis()
    {
        const auto found = pressuresOf(exampleHolders());
        QCOMPARE(breakEvenOf(holder("1d-1w", 92'500, 1), found), &found[0]);
        QCOMPARE(breakEvenOf(holder("1d-1w", 92'501, 1), found), &found[1]);
        QVERIFY(!breakEvenOf(holder("1d-1w", 99'301, 1), found));
        QVERIFY2(!breakEvenOf(holder("1d-1w", 89'000, 1), found), "it is even now");
        QVERIFY2(!breakEvenOf(holder("1d-1w", 80'000, 1), found), "it is in profit");
    }
};

QTEST_GUILESS_MAIN(TestPressure)
#include "tst_pressure.moc"
