// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/holderload.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/holderexamples.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

class TestHolderLoad final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnAnyWarning();
        m_store = Store::openInMemory(m_clock).value();
    }

    void withoutSeriesEachBandIsEmpty()
    {
        const auto holders = loadHolders(*m_store, {.at = at("2026-01-22")}).value();
        QCOMPARE(holders.size(), std::size_t(16));
        for (const HolderCohort& holder : holders)
            QVERIFY(!holder.basis.costBasis && holder.isChosen);
    }

    void theLastValueBeforeTheMomentHolds()
    {
        putSamples(*m_store, "cohort/sth", "cost_basis",
                   {daySample("2026-01-18", 98'000), daySample("2026-01-19", 80'000),
                    daySample("2026-01-21", 91'000)});
        putSamples(
            *m_store, "cohort/sth", "supply_btc",
            {daySample("2026-01-18", 7), daySample("2026-01-19", 2'000'000), daySample("2026-01-21", 9)});
        const CohortBasis sth =
            chosenBasis(loadHolders(*m_store, {.at = at("2026-01-20T11:00:00Z"), .price = 100'000}).value(),
                        QStringLiteral("sth"));
        QVERIFY(sth.costBasis == Price::whole(80'000));
        QVERIFY(sth.supply == Amount::fromDouble(2'000'000));
        QCOMPARE(*sth.unrealizedPct, 25.0);
        QVERIFY(sth.range->to == at("2026-01-20"));
    }

    void supplyOfAnotherDayOrSourceIsNotJoined()
    {
        putSamples(*m_store, "cohort/sth", "cost_basis", {daySample("2026-01-19", 80'000)});
        putSamples(*m_store, "cohort/sth", "supply_btc", {daySample("2026-01-18", 1)});
        putSamples(*m_store, "cohort/sth", "supply_btc", {daySample("2026-01-19", 2)}, "another file");
        putSamples(*m_store, "cohort/sth", "supply_btc", {daySample("2026-01-19", 3)}, "a file",
                   "another rule");
        const auto holders = loadHolders(*m_store, {.at = at("2026-01-20")}).value();
        const CohortBasis sth = chosenBasis(holders, QStringLiteral("sth"));
        QVERIFY(sth.costBasis);
        QVERIFY(!sth.supply);
    }

    void everySourceStandsForItselfTheOneThatReachesFarthestFirst()
    {
        putSamples(*m_store, "cohort/sth", "cost_basis", {daySample("2026-01-18", 99'300)}, "first",
                   "logistic");
        putSamples(*m_store, "cohort/sth", "cost_basis", {daySample("2026-01-19", 97'712)}, "second",
                   "raw UTXO");
        putSamples(*m_store, "cohort/sth", "cost_basis", {daySample("2026-01-19", 97'000)}, "third",
                   "raw UTXO");
        std::vector<HolderCohort> sth;
        for (const auto& holder : loadHolders(*m_store, {.at = at("2026-01-20")}).value())
            if (holder.basis.band == QStringLiteral("sth"))
                sth.push_back(holder);
        QCOMPARE(sth.size(), std::size_t(3));
        QCOMPARE(sth[0].basis.source, QStringLiteral("second"));
        QVERIFY(sth[0].isChosen);
        QCOMPARE(sth[1].basis.source, QStringLiteral("first"));
        QVERIFY(sth[1].basis.costBasis == Price::whole(99'300));
        QCOMPARE(sth[1].basis.definition, QStringLiteral("logistic"));
        QVERIFY(!sth[1].isChosen && !sth[2].isChosen);
    }

    void theChangeIsAgainstTheValueOfAWeekBefore_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<bool>("isKnown");
        // The last one is of the 20th.
        QTest::newRow("seven days") << QByteArray("2026-01-13") << true;
        QTest::newRow("nine days, as none is nearer") << QByteArray("2026-01-11") << true;
        QTest::newRow("six days are too few") << QByteArray("2026-01-14") << false;
        QTest::newRow("ten days are too many") << QByteArray("2026-01-10") << false;
    }
    void theChangeIsAgainstTheValueOfAWeekBefore()
    {
        QFETCH(QByteArray, date);
        QFETCH(bool, isKnown);
        putSamples(*m_store, "cohort/1d-1w", "cost_basis",
                   {daySample(date.constData(), 80'000), daySample("2026-01-20", 78'000)});
        const auto holders = loadHolders(*m_store, {.at = at("2026-01-22")}).value();
        QCOMPARE(holders[1].basis.band, QStringLiteral("1d-1w"));
        QCOMPARE(holders[1].weekChangePct.has_value(), isKnown);
        if (isKnown) // 78 / 80 - 1
            QVERIFY(std::abs(*holders[1].weekChangePct + 2.5) < 1e-9);
    }

    void asOfHidesWhatWasNotKnownYet()
    {
        Sample late = daySample("2026-01-20", 91'000);
        late.knownAt = at("2026-01-21T09:00:00Z");
        putSamples(*m_store, "cohort/sth", "cost_basis", {daySample("2026-01-19", 95'000), late});
        const auto before =
            loadHolders(*m_store, {.at = at("2026-01-21T08:00:00Z"), .asOf = at("2026-01-21T08:00:00Z")});
        QVERIFY(chosenBasis(before.value(), QStringLiteral("sth")).costBasis == Price::whole(95'000));
    }

    void aCostBasisOfLongAgoIsNone()
    {
        putSamples(*m_store, "cohort/sth", "cost_basis", {daySample("2025-12-01", 95'000)});
        const auto holders = loadHolders(*m_store, {.at = at("2026-01-21")}).value();
        QVERIFY(!chosenBasis(holders, QStringLiteral("sth")).costBasis);
    }

private:
    FakeClock m_clock{at("2026-01-22T12:00:00Z")};
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestHolderLoad)
#include "tst_holderload.moc"
