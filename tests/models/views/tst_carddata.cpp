// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/carddata.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

namespace {

constexpr const char* now = "2026-01-22T12:00:00Z";

qint64 series(Store& store, const char* name, const char* column, SeriesKind kind,
              const char* source = "a file")
{
    SeriesKey key;
    key.name = QString::fromLatin1(name);
    key.column = QString::fromLatin1(column);
    key.source = QString::fromLatin1(source);
    return store.ensureSeries(key, kind, QStringLiteral("USD")).value().id;
}

void addSamples(Store& store, qint64 id, const std::vector<Sample>& samples)
{
    QVERIFY(store.mergeSamples(id, samples).hasValue());
}

Candle minute(UtcTime open, qint64 close)
{
    return {
        open, Price::whole(close), Price::whole(close), Price::whole(close), Price::whole(close), {}, {}, {},
        {}};
}

/// Bitcoin's minutes as a view holds them, one per hour: 95,000 at the start, 500 less every hour.
ViewData viewData(UtcTime from, int hours)
{
    ViewData data;
    data.instrument = QStringLiteral("binance:BTCUSDT");
    data.instrumentTitle = QStringLiteral("BTC-USDT");
    data.asOf = at(now);
    auto candles = std::make_shared<CandleSeries>(oneMinute);
    CandleColumns columns;
    for (int i = 0; i < hours; ++i) {
        const qint64 price = Price::whole(95'000 - 500 * i).units;
        columns.time.push_back(toMsecs(from + oneHour.length * i));
        for (auto* column : {&columns.open, &columns.high, &columns.low, &columns.close})
            column->push_back(price);
        columns.volume.push_back(1);
        columns.netTaker.push_back(0);
    }
    candles->append(columns);
    candles->finish();
    data.candles = candles;
    data.levels = exampleLevels();
    return data;
}

View view(const char* from, const char* to)
{
    View result;
    result.range = {at(from), at(to)};
    return result;
}

} // namespace

class TestCardData final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnAnyWarning();
        m_store = Store::openInMemory(m_clock).value();
    }

    void anEmptyStoreGivesEmptyCards()
    {
        const auto cards = loadCardData(*m_store, view("2026-01-20", "2026-01-21"), ViewData{}).value();
        QVERIFY(cards.flows.sessions.empty());
        QCOMPARE(cards.cohorts.size(), std::size_t(5));
        QVERIFY(!cards.cohorts[0].costBasis);
        QCOMPARE(cards.watch.size(), std::size_t(5));
        QVERIFY(cards.watch[0].points.empty());
        QVERIFY(!cards.price);
        QVERIFY(cards.sources.empty());
    }

    void thePriceIsTheLastCloseInTheView_data()
    {
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<double>("price");
        QTest::newRow("the view ends among the candles") << QByteArray("2026-01-20T04:00:00Z") << 93'500.0;
        QTest::newRow("the view ends after them") << QByteArray("2026-01-21T00:00:00Z") << 90'500.0;
    }
    void thePriceIsTheLastCloseInTheView()
    {
        QFETCH(QByteArray, to);
        const auto cards =
            loadCardData(*m_store, view("2026-01-20", to.constData()), viewData(at("2026-01-20"), 10))
                .value();
        QTEST(cards.price.value(), "price");
        QVERIFY(cards.at == at(to.constData()));
    }

    void whatIsToComeIsNotShown()
    {
        const auto cards =
            loadCardData(*m_store, view("2026-01-20", "2026-02-01"), viewData(at("2026-01-20"), 10)).value();
        QVERIFY(cards.at == at(now));
        QVERIFY(cards.picture.range.to == at(now));
    }

    void onlyTheTenLastSessionsByThenAreRead()
    {
        const qint64 ibit = series(*m_store, "etf/btc/IBIT", "value", SeriesKind::Samples);
        const qint64 hodl = series(*m_store, "etf/btc/HODL", "value", SeriesKind::Samples);
        series(*m_store, "etf/eth/ETHA", "value", SeriesKind::Samples);
        for (int day = 1; day <= 21; ++day) {
            const QByteArray date = QByteArray("2026-01-") + QByteArray::number(day).rightJustified(2, '0');
            addSamples(*m_store, ibit, {sessionSample(date.constData(), day)});
            addSamples(*m_store, hodl, {sessionSample(date.constData(), -1)});
        }
        const auto flows =
            loadCardData(*m_store, view("2026-01-13", "2026-01-20"), viewData(at("2026-01-20"), 1))
                .value()
                .flows;
        QCOMPARE(flows.funds, (std::vector<QString>{QStringLiteral("IBIT"), QStringLiteral("HODL")}));
        // Sessions of New York from 5 to 16 January, two weekends and Martin Luther King's day among and
        // after.
        QCOMPARE(std::ranges::count(flows.sessions, true, &FlowSession::isHeld), 10);
        QCOMPARE(flows.sessions.size(), std::size_t(15));
        QCOMPARE(flows.sessions.front().date, QDate(2026, 1, 5));
        QCOMPARE(flows.sessions.back().date, QDate(2026, 1, 19));
        QVERIFY(flows.sessions.back().total == millions(18));
        QCOMPARE(flows.source, QStringLiteral("a file"));
    }

    void asOfHidesWhatWasNotKnownYet()
    {
        const qint64 ibit = series(*m_store, "etf/btc/IBIT", "value", SeriesKind::Samples);
        addSamples(*m_store, ibit, {sessionSample("2026-01-16", -1), sessionSample("2026-01-20", -2)});
        View asked = view("2026-01-13", "2026-01-22");
        asked.asOf = at("2026-01-21T04:00:00Z"); // the session of the 20th became known an hour later
        auto data = viewData(at("2026-01-20"), 1);
        data.asOf = *asked.asOf;
        const auto flows = loadCardData(*m_store, asked, data).value().flows;
        QCOMPARE(flows.sessions.size(), std::size_t(1));
        QCOMPARE(flows.sessions[0].date, QDate(2026, 1, 16));
    }

    void theCostBasisIsTheLastOneByThen()
    {
        const qint64 basis = series(*m_store, "cohort/sth", "cost_basis", SeriesKind::Samples);
        const auto day = [](const char* date, double value) {
            return Sample{at(date), at(date) + oneDay.length, at(date) + oneDay.length,
                          Amount::fromDouble(value)};
        };
        addSamples(*m_store, basis,
                   {day("2026-01-18", 98'000), day("2026-01-19", 95'000), day("2026-01-21", 91'000)});
        const auto cards =
            loadCardData(*m_store, view("2026-01-20", "2026-01-20T11:00:00Z"), viewData(at("2026-01-20"), 10))
                .value();
        QVERIFY(cards.cohorts[4].costBasis == Price::whole(95'000));
        // The price is 90,500: 90,500 / 95,000 - 1.
        QVERIFY(std::abs(*cards.cohorts[4].unrealizedPct + 4.7368421) < 1e-6);
        QVERIFY(!cards.cohorts[0].costBasis);
        QVERIFY(!cards.cohorts[4].supply);
    }

    void aCostBasisOfLongAgoIsNone()
    {
        const qint64 basis = series(*m_store, "cohort/sth", "cost_basis", SeriesKind::Samples);
        addSamples(*m_store, basis,
                   {{at("2025-11-01"), at("2025-11-02"), at("2025-11-02"), Amount::fromDouble(1)}});
        const auto cards =
            loadCardData(*m_store, view("2026-01-20", "2026-01-21"), viewData(at("2026-01-20"), 10)).value();
        QVERIFY(!cards.cohorts[4].costBasis);
    }

    void costBasesOverTimeReachNinetyDaysBack()
    {
        const qint64 basis = series(*m_store, "cohort/sth", "cost_basis", SeriesKind::Samples);
        addSamples(*m_store, basis,
                   {{at("2025-10-23"), at("2025-10-24"), at("2025-10-24"), Amount::fromDouble(1)},
                    {at("2025-10-24"), at("2025-10-25"), at("2025-10-25"), Amount::fromDouble(2)}});
        const auto history =
            loadCardData(*m_store, view("2026-01-20", "2026-01-22"), viewData(at("2026-01-20"), 30))
                .value()
                .history;
        QVERIFY(history.range.from == at("2025-10-24"));
        QVERIFY(history.range.to == at("2026-01-22"));
        QCOMPARE(history.bases.size(), std::size_t(1));
        QCOMPARE(history.bases[0].runs[0].front(), (TimedValue{toMsecs(at("2025-10-24")), 2}));
        // By the day: the close of 20 January is that of its 24th hour, 95,000 - 23 x 500.
        QCOMPARE(history.price.runs[0].front(), (TimedValue{toMsecs(at("2026-01-21")), 83'500}));
    }

    void coinsAtAResistanceAreThoseOfTheViewsDistribution()
    {
        ViewData data = viewData(at("2026-01-20"), 11); // the last close is 90,000
        data.costs = std::make_shared<const CostDistribution>(CostDistribution{
            .buckets = {{Price::whole(90'000), Price::whole(92'500), Amount::fromDouble(7)}}});
        const auto cards = loadCardData(*m_store, view("2026-01-20", "2026-01-21"), data).value();
        QCOMPARE(cards.pressures.size(), std::size_t(2));
        QVERIFY(cards.pressures[0].at == Price::whole(92'500));
        QCOMPARE(cards.pressures[0].coins->btc, 7.0);
        QVERIFY(cards.costs == data.costs);
    }

    void watchedPairsOfTheVenueAreIndexed()
    {
        const qint64 eth = series(*m_store, "price/binance:ETHUSDT", "value", SeriesKind::Candles);
        const std::vector<Candle> candles{minute(at("2026-01-20T00:00:00Z"), 3000),
                                          minute(at("2026-01-20T12:00:00Z"), 2700),
                                          minute(at("2026-01-21T12:00:00Z"), 1)};
        QVERIFY(m_store->mergeCandles(eth, oneMinute, candles).hasValue());
        const auto line =
            loadCardData(*m_store, view("2026-01-20", "2026-01-21"), viewData(at("2026-01-20"), 1))
                .value()
                .watch[1];
        QCOMPARE(line.symbol, QStringLiteral("ETH"));
        QCOMPARE(line.points.size(), std::size_t(2));
        QCOMPARE(line.points[1].value, 90.0);
        QCOMPARE(line.points[1].msecs, toMsecs(at("2026-01-20T12:01:00Z")));
    }

    void watchSeriesGoBeforePairs()
    {
        const qint64 eth = series(*m_store, "watch/ETH", "value", SeriesKind::Samples, "an index");
        addSamples(*m_store, eth,
                   {{at("2026-01-20"), at("2026-01-20T01:00:00Z"), at("2026-01-20T01:00:00Z"),
                     Amount::fromDouble(4)},
                    {at("2026-01-20T01:00:00Z"), at("2026-01-20T02:00:00Z"), at("2026-01-20T02:00:00Z"),
                     Amount::fromDouble(5)}});
        const auto line =
            loadCardData(*m_store, view("2026-01-20", "2026-01-21"), viewData(at("2026-01-20"), 1))
                .value()
                .watch[1];
        QCOMPARE(line.source, QStringLiteral("an index"));
        QCOMPARE(line.changePct.value(), 25.0);
    }

    void ofTwoSourcesTheOneThatReachesFarthestHolds()
    {
        const qint64 first = series(*m_store, "etf/btc/IBIT", "value", SeriesKind::Samples, "first");
        const qint64 second = series(*m_store, "etf/btc/IBIT", "value", SeriesKind::Samples, "second");
        addSamples(*m_store, first, {sessionSample("2026-01-15", 1)});
        addSamples(*m_store, second, {sessionSample("2026-01-16", 2)});
        const auto flows =
            loadCardData(*m_store, view("2026-01-13", "2026-01-21"), viewData(at("2026-01-20"), 1))
                .value()
                .flows;
        QCOMPARE(flows.sessions.size(), std::size_t(1));
        QCOMPARE(flows.source, QStringLiteral("second"));
    }

    void sourcesAreAllSeriesThatAreStored()
    {
        const qint64 ibit = series(*m_store, "etf/btc/IBIT", "value", SeriesKind::Samples);
        addSamples(*m_store, ibit, {sessionSample("2026-01-15", 1)});
        const auto sources =
            loadCardData(*m_store, view("2026-01-13", "2026-01-21"), ViewData{}).value().sources;
        QCOMPARE(sources.size(), std::size_t(1));
        QCOMPARE(sources[0].extent.rows, 1);
        QCOMPARE(sources[0].series.key.name, QStringLiteral("etf/btc/IBIT"));
    }

private:
    FakeClock m_clock{at(now)};
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestCardData)
#include "tst_carddata.moc"
