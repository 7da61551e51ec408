// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/holderhistory.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/holderexamples.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

namespace {

const TimeRange january{at("2026-01-01"), at("2026-02-01")};

} // namespace

class TestHolderHistory final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnAnyWarning();
        m_store = Store::openInMemory(m_clock).value();
    }

    void theRangeIsTheViewsAndAtLeastNinetyDays_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("end");
        // The moment is 22 January; 90 days before are 24 October.
        QTest::newRow("a week") << QByteArray("2026-01-15") << QByteArray("2026-02-01")
                                << QByteArray("2025-10-24") << QByteArray("2026-01-22");
        QTest::newRow("a year") << QByteArray("2025-01-01") << QByteArray("2026-01-01")
                                << QByteArray("2025-01-01") << QByteArray("2026-01-01");
    }
    void theRangeIsTheViewsAndAtLeastNinetyDays()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, end);
        const TimeRange range = historyRange({at(from.constData()), at(to.constData())}, at("2026-01-22"));
        QVERIFY(range.from == at(first.constData()));
        QVERIFY(range.to == at(end.constData()));
    }

    void longRangesAreShownByTheWeek()
    {
        QVERIFY(historyStep(january) == oneDay);
        QVERIFY(historyStep({at("2025-01-01"), at("2026-02-05")}) == oneDay); // 400 days
        QVERIFY(historyStep({at("2025-01-01"), at("2026-02-06")}) == oneWeek);
    }

    void ofADayThatGoesOnItIsAsOfWhenItWasKnown()
    {
        Sample today = daySample("2026-01-20", 97'712);
        today.knownAt = at("2026-01-20T15:30:00Z");
        putSamples(*m_store, "cohort/sth", "cost_basis", {daySample("2026-01-19", 97'800), today});
        const auto history = loadHolderHistory(*m_store, january, {}).value();
        QCOMPARE(toIso(*history.bases[0].lastAt), toIso(today.knownAt));
    }

    void bandsInTheirOrderThoseWithoutARecordLeftOut()
    {
        putSamples(*m_store, "cohort/sth", "cost_basis", {daySample("2026-01-20", 97'712)});
        putSamples(*m_store, "cohort/1d-1w", "cost_basis",
                   {daySample("2026-01-19", 91'000), daySample("2026-01-20", 90'310)});
        putSamples(*m_store, "cohort/10y+", "cost_basis", {daySample("2025-06-01", 900)});
        const auto history = loadHolderHistory(*m_store, january, {}).value();
        QCOMPARE(history.bases.size(), std::size_t(2));
        QCOMPARE(history.bases[0].name, QStringLiteral("1d-1w"));
        QCOMPARE(*history.bases[0].last, 90'310.0);
        QVERIFY(*history.bases[0].lastAt == at("2026-01-21"));
        QCOMPARE(history.bases[0].definition, QStringLiteral("raw UTXO"));
        QCOMPARE(history.bases[1].name, QStringLiteral("sth"));
    }

    void twoSourcesAreNeverOneLine()
    {
        putSamples(*m_store, "cohort/sth", "cost_basis", {daySample("2026-01-18", 1)}, "first");
        putSamples(*m_store, "cohort/sth", "cost_basis", {daySample("2026-01-20", 2)}, "second");
        const auto history = loadHolderHistory(*m_store, january, {}).value();
        QCOMPARE(history.bases.size(), std::size_t(1));
        QCOMPARE(history.bases[0].source, QStringLiteral("second"));
        QCOMPARE(history.bases[0].runs.size(), std::size_t(1));
    }

    void lossIsThatOfShortTermHolders()
    {
        putSamples(*m_store, "loss/sth", "value", {daySample("2026-01-20", 0.73)});
        putSamples(*m_store, "loss/lth", "value", {daySample("2026-01-20", 0.1)});
        QCOMPARE(*loadHolderHistory(*m_store, january, {}).value().lossShare.last, 0.73);
    }

    void soprOfAllStandsInForTheOthers()
    {
        putSamples(*m_store, "sopr/all", "value", {daySample("2026-01-20", 1.01)});
        QCOMPARE(loadHolderHistory(*m_store, january, {}).value().sopr[0].name, QStringLiteral("all"));
        putSamples(*m_store, "sopr/adjusted", "value", {daySample("2026-01-20", 1.02)});
        putSamples(*m_store, "sopr/sth", "value", {daySample("2026-01-20", 0.98)});
        const auto history = loadHolderHistory(*m_store, january, {}).value();
        QCOMPARE(history.sopr.size(), std::size_t(2));
        QCOMPARE(*history.sopr[0].last, 0.98);
        QCOMPARE(*history.sopr[1].last, 1.02);
    }

    void asOfHidesWhatWasNotKnownYet()
    {
        putSamples(*m_store, "loss/sth", "value",
                   {daySample("2026-01-19", 0.5), daySample("2026-01-20", 0.9)});
        const auto history = loadHolderHistory(*m_store, january, at("2026-01-20T12:00:00Z")).value();
        QCOMPARE(*history.lossShare.last, 0.5);
    }

private:
    FakeClock m_clock{at("2026-01-22T12:00:00Z")};
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestHolderHistory)
#include "tst_holderhistory.moc"
