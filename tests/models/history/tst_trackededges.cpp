// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/trackededges.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace holdline;
using namespace std::chrono_literals;
using holdline::testing::FakeClock;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};

Level following(const QStringList& series)
{
    Level level;
    level.id = QStringLiteral("band");
    level.low = level.high = Price::whole(1);
    level.origin = LevelOrigin::Tracking;
    level.follows = series;
    return level;
}

EdgeStep step(Span after, int low, int high)
{
    return {start + after, Price::whole(low), Price::whole(high)};
}

} // namespace

class TestTrackedEdges final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_store = std::move(Store::openInMemory(m_clock)).value();
    }

    void aBandLiesBetweenTwoSeriesFromTheMomentBothAreKnown()
    {
        value("cohort/1d-1w", 0h, 90'000);
        value("cohort/1w-1m", 24h, 89'800);
        value("cohort/1d-1w", 48h, 89'000); // below the other one now
        value("cohort/1w-1m", 72h, 89'800); // the same again: no step
        const auto edges =
            edgesOf(*m_store, following({QStringLiteral("cohort/1d-1w"), QStringLiteral("cohort/1w-1m")}));
        // A value of a day is known at the day's end.
        QCOMPARE(edges.value(), (LevelEdges{step(48h, 89'800, 90'000), step(72h, 89'000, 89'800)}));
    }

    void oneSeriesIsALine()
    {
        value("cohort/sth", 0h, 99'300);
        QCOMPARE(edgesOf(*m_store, following({QStringLiteral("cohort/sth")})).value(),
                 (LevelEdges{step(24h, 99'300, 99'300)}));
    }

    void lateWordsAboutThePastAndRevisionsHold()
    {
        value("cohort/sth", 24h, 99'300);
        value("cohort/sth", 0h, 50'000, 60h); // of the day before, known later: the newer day holds
        QCOMPARE(edgesOf(*m_store, following({QStringLiteral("cohort/sth")})).value(),
                 (LevelEdges{step(48h, 99'300, 99'300)}));
    }

    void nothingIsKnownBeforeItsTime()
    {
        value("cohort/sth", 0h, 99'300);
        value("cohort/sth", 24h, 99'400);
        const auto level = following({QStringLiteral("cohort/sth")});
        QCOMPARE(edgesOf(*m_store, level, start + 36h).value(), (LevelEdges{step(24h, 99'300, 99'300)}));
        QVERIFY(edgesOf(*m_store, level, start + 1h).value().empty());
        QVERIFY(edgesOf(*m_store, following({QStringLiteral("cohort/none")})).value().empty());
    }

    void aFixedLevelHasOneStep()
    {
        Level level = following({});
        level.origin = LevelOrigin::Fixed;
        QCOMPARE(edgesOf(*m_store, level).value(),
                 (LevelEdges{{earliestTime, Price::whole(1), Price::whole(1)}}));
    }

private:
    void value(const char* name, Span from, int price, std::optional<Span> known = {})
    {
        SeriesKey key{.name = QString::fromLatin1(name), .source = QStringLiteral("a"), .definition = {}};
        key.column = QStringLiteral("cost_basis");
        const auto series = m_store->ensureSeries(key, SeriesKind::Samples, {}).value();
        const UtcTime at = start + from;
        const std::vector<Sample> one{
            {at, at + 24h, start + known.value_or(from + 24h), {price * Int128(decimalUnits)}}};
        QVERIFY(m_store->mergeSamples(series.id, one).hasValue());
    }

    FakeClock m_clock{start + 240h};
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestTrackedEdges)
#include "tst_trackededges.moc"
