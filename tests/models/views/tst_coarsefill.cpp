// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/coarsefill.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using holdline::testing::FakeClock;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

Candle candle(UtcTime open, int price)
{
    return {.openTime = open,
            .open = Price::whole(price),
            .high = Price::whole(price + 2),
            .low = Price::whole(price - 2),
            .close = Price::whole(price + 1),
            .volume = Amount::fromDouble(1),
            .quoteVolume = {},
            .takerBuyQuote = {},
            .trades = {}};
}

QString words(const std::vector<Coverage>& coverage)
{
    QStringList words;
    for (const Coverage& stretch : coverage)
        words.append(toIso(stretch.range.from).mid(5, 11) + u'-' + toIso(stretch.range.to).mid(5, 11) + u' ' +
                     toText(stretch.state));
    return words.join(u", "_s);
}

} // namespace

/// A day of hours, and minutes of its thirteenth hour and of half the one after.
class TestCoarseFill final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_store = std::move(Store::openInMemory(m_clock)).value();
        m_series = m_store
                       ->ensureSeries({.name = u"price/x:BTC"_s, .source = u"s"_s, .definition = {}},
                                      SeriesKind::Candles, {})
                       .value();
        std::vector<Candle> hours;
        for (int hour = 0; hour < 24; ++hour)
            if (hour != 5)
                hours.push_back(candle(at("2026-01-10") + std::chrono::hours{hour}, 100 + hour));
        std::vector<Candle> minutes;
        for (int minute = 0; minute < 90; ++minute)
            minutes.push_back(candle(at("2026-01-10T12:00Z") + std::chrono::minutes{minute}, 500));
        put(oneHour, hours);
        put(oneMinute, minutes);
        m_view.instrument = u"x:BTC"_s;
        m_view.panes = {{.kind = u"price"_s}, {.kind = u"etf"_s}};
        m_view.interval = oneHour;
        m_view.range = {at("2026-01-10"), at("2026-01-11")};
    }

    void hoursStandWhereThereAreNoMinutes()
    {
        const ViewData data = loadViewData(*m_store, m_view, m_clock).value();
        QCOMPARE(data.candles->interval(), oneMinute);
        QCOMPARE(data.coarse.size(), std::size_t(3));
        QCOMPARE(data.coarse[0], (CoarseStretch{{at("2026-01-10"), at("2026-01-10T05:00Z")}, oneHour}));
        QCOMPARE(data.coarse[1],
                 (CoarseStretch{{at("2026-01-10T06:00Z"), at("2026-01-10T12:00Z")}, oneHour}));
        QCOMPARE(data.coarse[2], (CoarseStretch{{at("2026-01-10T14:00Z"), at("2026-01-11")}, oneHour}));
        std::vector<CandleBar> bars;
        data.candles->bars(m_view.range, oneHour, bars);
        QCOMPARE(bars.size(), std::size_t(23));
        QCOMPARE(bars[0].openMs, toMsecs(at("2026-01-10")));
        QCOMPARE(bars[0].candle.open, 100.0);
        QCOMPARE(bars[0].candle.close, 101.0);
        QCOMPARE(bars[11].candle.volume, 60.0); // the hour of the minutes
        QCOMPARE(bars[11].candle.open, 500.0);
        QCOMPARE(bars[11].candle.close, 501.0);
        QCOMPARE(bars[22].candle.open, 123.0);
    }
    void onlyWhatNoneCoversIsUnknown()
    {
        const ViewData data = loadViewData(*m_store, m_view, m_clock).value();
        // The minutes of the hour from 13:00 on went higher than its candle knows: that is no whole one.
        QCOMPARE(words(data.priceCoverage),
                 u"01-01T00:00-01-10T00:00 never, 01-10T05:00-01-10T06:00 missing, "
                 "01-10T13:30-01-10T14:00 missing"_s);
        QCOMPARE(data.provenance.front().from, at("2026-01-10"));
        QCOMPARE(data.provenance.front().to, at("2026-01-11"));
    }
    void aPaneWithoutDataWasNeverRecorded()
    {
        const ViewData data = loadViewData(*m_store, m_view, m_clock).value();
        QCOMPARE(data.panes[0].coverage.size(), std::size_t(1));
        QCOMPARE(data.panes[0].coverage[0].state, CoverageState::Never);
    }
    void hoursAreNotDrawnAsMinutes()
    {
        const ViewData data = loadViewData(*m_store, m_view, m_clock).value();
        std::vector<CandleBar> bars;
        data.candles->bars(m_view.range, fifteenMinutes, bars);
        QCOMPARE(bars.size(), std::size_t(6)); // of the ninety minutes
        QCOMPARE(words(priceCoverageAt(data, fifteenMinutes, {earliestTime, latestTime})),
                 u"01-01T00:00-01-10T00:00 never, 01-10T00:00-01-10T05:00 missing, "
                 "01-10T05:00-01-10T06:00 missing, 01-10T06:00-01-10T12:00 missing, "
                 "01-10T13:30-01-10T14:00 missing, 01-10T14:00-01-11T00:00 missing"_s);
    }
    /// Of the hour from 13:00 on half is stored as minutes; now its candle knows how high they went.
    void aCoarserCandleTellsWhatMinutesLeaveOut()
    {
        Candle hour = candle(at("2026-01-10T13:00Z"), 113);
        hour.high = Price::whole(600);
        hour.volume = Amount::fromDouble(100);
        put(oneHour, {hour});
        const ViewData data = loadViewData(*m_store, m_view, m_clock).value();
        std::vector<CandleBar> bars;
        data.candles->bars({at("2026-01-10T13:00Z"), at("2026-01-10T14:00Z")}, oneHour, bars);
        QCOMPARE(bars.size(), std::size_t(1));
        QCOMPARE(bars[0].candle.high, 600.0);
        QCOMPARE(bars[0].candle.low, 111.0);
        QCOMPARE(bars[0].candle.close, 114.0);
        QCOMPARE(bars[0].candle.volume, 100.0); // 30 in minutes, 70 beside them
        QVERIFY(!words(data.priceCoverage).contains(u"13:30"_s));
        QCOMPARE(data.candles->closeAt(at("2026-01-10T13:30Z")), 501.0);
        QCOMPARE(data.candles->closeAt(at("2026-01-10T14:00Z")), 114.0);
        QVERIFY(!data.candles->closeOf(oneHour, at("2026-01-10T14:00Z"))); // its last minute is not stored
        QCOMPARE(data.candles->closeOf(oneHour, at("2026-01-10T15:00Z")), 115.0);
    }
    void theLastPriceMayBeACoarserOne()
    {
        const ViewData data = loadViewData(*m_store, m_view, m_clock).value();
        QCOMPARE(data.lastClose, at("2026-01-11"));
        QCOMPARE(data.lastPrice, 124.0);
    }
    /// Days in between would not tell how an hour closed.
    void daysDoNotJudgeLevels()
    {
        put(oneDay, {candle(at("2026-01-11"), 50)});
        Level level;
        level.id = level.name = u"line"_s;
        level.instrument = m_view.instrument;
        level.low = level.high = Price::whole(90);
        level.role = LevelRole::Support;
        QVERIFY(m_store->putLevels(std::span(&level, 1)).hasValue());
        m_view.range.to = at("2026-01-12");
        const ViewData data = loadViewData(*m_store, m_view, m_clock).value();
        const auto state = [&](const char* time) {
            const LevelState* const row = stateAt(data.levels.front(), at(time));
            return row ? row->state : QString();
        };
        QCOMPARE(state("2026-01-09"), QString());
        QCOMPARE(state("2026-01-10T05:30Z"), u"holding"_s);
        QCOMPARE(state("2026-01-10T06:00Z"), u"unknown"_s); // a missing hour
        QCOMPARE(stateAt(data.levels.front(), at("2026-01-10T07:30Z"))->since, at("2026-01-10T07:00Z"));
        QCOMPARE(state("2026-01-12"), u"holding"_s);
    }
    void aCorrectionIsKnownFromWhenItCame()
    {
        m_clock.set(at("2026-03-01T08:00Z"));
        put(oneMinute, {candle(at("2026-01-10T12:00Z"), 501)});
        QCOMPARE(loadViewData(*m_store, m_view, m_clock).value().asOf, at("2026-03-01T08:00Z"));
        m_clock.set(at("2026-03-02T08:00Z"));
        put(oneHour, {candle(at("2026-01-10T20:00Z"), 119)}); // an hour that stands in
        QCOMPARE(loadViewData(*m_store, m_view, m_clock).value().asOf, at("2026-03-02T08:00Z"));
        m_clock.set(at("2026-03-03T08:00Z"));
        put(oneHour, {candle(at("2026-01-10T12:00Z"), 119)}); // an hour that minutes tell
        QCOMPARE(loadViewData(*m_store, m_view, m_clock).value().asOf, at("2026-03-02T08:00Z"));
        m_view.asOf = at("2026-02-01");
        const ViewData before = loadViewData(*m_store, m_view, m_clock).value();
        QCOMPARE(before.candles->summary({at("2026-01-10T12:00Z"), at("2026-01-10T12:01Z")}).open, 500.0);
    }
    void stretchesLoseWhatWasFilled()
    {
        const auto hour = [](int number) { return at("2026-01-10") + std::chrono::hours{number}; };
        const std::vector<CoarseStretch> filled{{{hour(1), hour(2)}, oneHour}, {{hour(6), hour(8)}, oneHour}};
        const auto left = without(
            std::vector<TimeRange>{{hour(0), hour(3)}, {hour(6), hour(9)}, {hour(10), hour(11)}}, filled);
        QVERIFY(left ==
                (std::vector<TimeRange>{
                    {hour(0), hour(1)}, {hour(2), hour(3)}, {hour(8), hour(9)}, {hour(10), hour(11)}}));
    }

private:
    void put(Interval interval, const std::vector<Candle>& candles)
    {
        QVERIFY(m_store->mergeCandles(m_series.id, interval, candles).hasValue());
    }

    FakeClock m_clock{at("2026-02-01")};
    std::unique_ptr<Store> m_store;
    StoredSeries m_series;
    View m_view;
};

QTEST_GUILESS_MAIN(TestCoarseFill)
#include "tst_coarsefill.moc"
