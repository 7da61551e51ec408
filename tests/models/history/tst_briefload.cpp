// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/briefload.h"
#include "models/market/periods.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

UtcTime on(int day, Span time = {})
{
    return std::chrono::sys_days{std::chrono::year{2026} / 1 / day} + time;
}

Amount dollars(double value)
{
    return Amount::fromDouble(value);
}

} // namespace

class TestBriefLoad : public QObject {
    Q_OBJECT

    testing::FakeClock m_clock{on(25)};
    std::unique_ptr<Store> m_store;

    void putSamples(const SeriesKey& key, const std::vector<Sample>& samples, const QString& unit = u"USD"_s)
    {
        const auto series = m_store->ensureSeries(key, SeriesKind::Samples, unit);
        QVERIFY(series.hasValue());
        QVERIFY(m_store->mergeSamples(series.value().id, samples).hasValue());
    }
    /// Hourly candles of the days 10 to 22, each hour takers net 1,000.
    void putCandles()
    {
        const auto series = m_store->ensureSeries({u"price/binance:BTCUSDT"_s, u"value"_s, u"binance"_s, {}},
                                                  SeriesKind::Candles, u"USDT"_s);
        QVERIFY(series.hasValue());
        std::vector<Candle> candles;
        for (UtcTime open = on(10); open < on(23); open += 1h)
            candles.push_back({open, Price::whole(90'000), Price::whole(90'100), Price::whole(89'900),
                               Price::whole(90'050), dollars(1), dollars(10'000), dollars(5'500), 3});
        QVERIFY(m_store->mergeCandles(series.value().id, oneHour, candles).hasValue());
    }
    BriefData load(UtcTime at, std::optional<UtcTime> asOf = {})
    {
        const auto data = loadBriefData(*m_store, {.at = at, .asOf = asOf.value_or(at), .instrument = {}});
        return data.hasValue() ? data.value() : BriefData{};
    }

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        auto store = Store::openInMemory(m_clock);
        QVERIFY(store.hasValue());
        m_store = std::move(store).value();
    }

    void takersByDayComeFromCandles()
    {
        putCandles();
        const auto data = load(on(21, 12h));
        QCOMPARE(data.price->days.size(), 11U);
        QCOMPARE(data.price->days.back().day, on(20));
        QCOMPARE(*data.price->days.back().netTaker, dollars(24'000));
        QCOMPARE(data.price->recent.back().openTime, on(21, 11h));
    }

    void aStoredSeriesOfTakersStandsBefore()
    {
        putCandles();
        putSamples({u"taker/binance:BTCUSDT"_s, u"value"_s, u"someone"_s, {}},
                   {{on(19), on(20), on(20), dollars(-5)},
                    {on(20), on(20, 12h), on(20, 12h), dollars(-7)}}); // half a day is none
        const auto data = load(on(21, 12h));
        QVERIFY(!data.price->days.back().netTaker);
        QCOMPARE(*data.price->days[data.price->days.size() - 2].netTaker, dollars(-5));
    }

    void whatCoinGlassCoversIsNotAddedToItsParts()
    {
        const auto rows = [](UtcTime from, UtcTime to, double usd) {
            std::vector<Sample> samples;
            for (UtcTime at = from; at < to; at += 4h)
                samples.push_back({at, at + 4h, at + 4h, dollars(usd)});
            return samples;
        };
        for (const QString& column : {u"long_usd"_s, u"short_usd"_s}) {
            putSamples({u"liquidations/bybit"_s, column, u"bybit"_s, {}}, rows(on(15), on(22), 10));
            putSamples({u"liquidations/okx"_s, column, u"okx"_s, {}}, rows(on(15), on(22), 1));
        }
        auto facts = load(on(21)).liquidations;
        QCOMPARE(facts->venues, (QStringList{u"bybit"_s, u"okx"_s}));
        QCOMPARE(facts->rows.back().longUsd, dollars(11));
        for (const QString& column : {u"long_usd"_s, u"short_usd"_s})
            putSamples({u"liquidations/coinglass"_s, column, u"coinglass"_s, {}}, rows(on(18), on(20), 100));
        QCOMPARE(load(on(21)).liquidations->rows.back().longUsd, dollars(11)); // it covers one day of two
        for (const QString& column : {u"long_usd"_s, u"short_usd"_s})
            putSamples({u"liquidations/coinglass"_s, column, u"coinglass"_s, {}}, rows(on(18), on(22), 100));
        facts = load(on(21)).liquidations;
        QCOMPARE(facts->venues, QStringList{u"coinglass"_s});
        QCOMPARE(facts->rows.back().longUsd, dollars(100));
    }

    void ofTwoDefinitionsTheNewerHolds()
    {
        const auto key = [](const QString& definition) {
            return SeriesKey{u"cohort/sth"_s, u"cost_basis"_s, u"someone"_s, definition};
        };
        putSamples(key(u"155 d"_s),
                   {{on(18), on(19), on(19), dollars(98'000)}, {on(19), on(20), on(20), dollars(97'900)}});
        putSamples(key(u"150 d"_s), {{on(20), on(21), on(21), dollars(97'700)}});
        const auto at = load(on(21));
        QCOMPARE(at.cohorts.at(u"sth"_s).costBasis->value, dollars(97'700));
        QCOMPARE(at.cohorts.at(u"sth"_s).origin.definition, u"150 d"_s);
        QCOMPARE(at.cohorts.at(u"sth"_s).history.size(), 1U); // never spliced
        const auto before = load(on(20, 12h));
        QCOMPARE(before.cohorts.at(u"sth"_s).costBasis->value, dollars(97'900));
    }

    void aRevisionHoldsFromWhenItWasKnown()
    {
        const SeriesKey key{u"etf/btc/IBIT"_s, u"value"_s, u"someone"_s, {}};
        const Period day = etfDay(on(20));
        putSamples(key, {{day.from, day.to, day.knownAt, dollars(31.7e6)}});
        putSamples(key, {{day.from, day.to, on(21, 12h), dollars(189.9e6)}});
        const auto valueAt = [&](UtcTime at, std::optional<UtcTime> asOf = {}) {
            return load(at, asOf).funds.funds.at(u"IBIT"_s).samples.back().value;
        };
        QCOMPARE(valueAt(on(21, 6h)), dollars(31.7e6));
        QCOMPARE(valueAt(on(21, 13h)), dollars(189.9e6));
        QCOMPARE(valueAt(on(21, 6h), on(22)), dollars(189.9e6)); // at six, as known a day later
        QVERIFY(load(on(21, 4h)).funds.funds.empty());           // before midnight in New York
    }

    void coinsAreWorthTheCloseOfTheirDay()
    {
        putCandles();
        putSamples({u"whales/cryptoquant"_s, u"value"_s, u"cryptoquant"_s, u"inflow of the ten largest"_s},
                   {{on(20), on(21), on(21), dollars(2'000)}}, u"BTC"_s);
        const auto deposits = load(on(21, 1h)).deposits;
        QCOMPARE(deposits->samples.back().value, dollars(2'000.0 * 90'050));
        QVERIFY(deposits->origin.definition.endsWith(u"at the close of the day"_s));
    }

    void anInstrumentThatIsNotStoredIsNamed()
    {
        putCandles();
        const auto data =
            loadBriefData(*m_store, {.at = on(21), .asOf = on(21), .instrument = u"kraken:BTC/USD"_s});
        QVERIFY(data.hasError());
        QVERIFY(data.error().message.contains(u"kraken:BTC/USD"_s));
    }
};

QTEST_GUILESS_MAIN(TestBriefLoad)
#include "tst_briefload.moc"
