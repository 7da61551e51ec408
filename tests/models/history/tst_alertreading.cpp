// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/alertreading.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using holdline::testing::FakeClock;
using Kind = AlertCondition::Kind;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};
const QString instrument = u"binance:BTCUSDT"_s;

Candle flat(UtcTime open, int price, int netTaker = 0)
{
    const Price at = Price::whole(price);
    Candle candle{open, at, at, at, at, {}, {}, {}, {}};
    candle.quoteVolume = Amount{1000 * Int128(decimalUnits)};
    candle.takerBuyQuote = Amount{(500 + netTaker / 2) * Int128(decimalUnits)};
    return candle;
}

Amount whole(qint64 value)
{
    return {value * Int128(decimalUnits)};
}

Alert on(AlertCondition condition)
{
    Alert alert;
    alert.id = alert.name = u"one"_s;
    alert.conditions = {std::move(condition)};
    alert.armedAt = start;
    alert.cooldown = Span::zero();
    return alert;
}

AlertCondition value(const QString& series, qint64 limit, bool isAbove, Span over = Span::zero(),
                     const QString& column = {})
{
    return {.kind = Kind::Value,
            .series = series,
            .column = column,
            .over = over,
            .isAbove = isAbove,
            .value = whole(limit)};
}

} // namespace

class TestAlertReading final : public QObject {
    Q_OBJECT

    FakeClock m_clock{start - 1h};
    std::unique_ptr<Store> m_store;
    std::unique_ptr<AlertReading> m_reading;

    qint64 series(const QString& name, SeriesKind kind, const QString& column = {})
    {
        return m_store
            ->ensureSeries({.name = name, .column = column, .source = {}, .definition = {}}, kind, {})
            .value()
            .id;
    }
    void candles(const std::vector<Candle>& some)
    {
        QVERIFY(m_store->mergeCandles(series(u"price/"_s + instrument, SeriesKind::Candles), oneMinute, some)
                    .hasValue());
    }
    void order(const QString& venue, UtcTime at, PositionSide side, int usd)
    {
        Liquidation item;
        item.time = at;
        item.side = side;
        item.price = Price::whole(90'000);
        item.quantity = {1000 + usd};
        item.usd = whole(usd);
        QVERIFY(m_store
                    ->mergeLiquidations(series(u"liquidations/"_s + venue, SeriesKind::Liquidations),
                                        std::vector{item})
                    .hasValue());
    }
    void sample(const QString& name, UtcTime from, Span length, UtcTime knownAt, qint64 value)
    {
        QVERIFY(m_store
                    ->mergeSamples(series(name, SeriesKind::Samples, u"value"_s),
                                   std::vector{Sample{from, from + length, knownAt, whole(value)}})
                    .hasValue());
    }
    void level(LevelRole role = LevelRole::Support)
    {
        Level band;
        band.id = u"band"_s;
        band.name = u"Band"_s;
        band.instrument = instrument;
        band.low = Price::whole(89'800);
        band.high = Price::whole(90'000);
        band.role = role;
        QVERIFY(m_store->putLevels(std::vector{band}).hasValue());
    }
    AlertAnswer look(const Alert& alert, AlertQuestion question)
    {
        const auto answer = m_reading->look(std::vector{alert}, question);
        return answer.hasValue() ? answer.value() : AlertAnswer{{}, {{u"error"_s, answer.error().message}}};
    }
    /// Minutes after the start.
    QList<qint64> fired(const Alert& alert, Span now = 24h, Span from = 0h,
                        const std::map<QString, Candle>& open = {})
    {
        QList<qint64> minutes;
        for (const AlertFiring& firing :
             look(alert, {.now = start + now, .from = start + from, .openCandles = open}).firings)
            minutes.append((firing.at - start) / 1min);
        return minutes;
    }

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_store = std::move(Store::openInMemory(m_clock)).value();
        m_reading = std::make_unique<AlertReading>(*m_store);
    }

    void touchesAreSeenInClosedAndOpenCandles()
    {
        level();
        candles({flat(start, 91'000), flat(start + 1min, 89'900), flat(start + 2min, 91'000),
                 flat(start + 90min, 91'000)});
        const Alert alert = on({.kind = Kind::Touch, .level = u"band"_s});
        QCOMPARE(fired(alert), (QList<qint64>{1}));
        Candle open = flat(start + 91min, 90'500);
        open.low = Price::whole(90'000);
        QCOMPARE(fired(alert, 91min, 0h, {{instrument, open}}), (QList<qint64>{1, 91}));
        QCOMPARE(fired(alert, 91min, 80min, {{instrument, open}}), (QList<qint64>{91}));
        open.openTime = start + 40min; // met within the hour before
        QCOMPARE(fired(alert, 91min, 0h, {{instrument, open}}), (QList<qint64>{1}));
    }

    void aShortLookSeesWhatALongOneSees()
    {
        level();
        std::vector<Candle> some;
        for (int minute = 0; minute < 600; ++minute)
            some.push_back(
                flat(start + minute * 1min, minute % 130 < 5 ? 89'900 : 91'000, minute % 2 ? 20 : -20));
        candles(some);
        for (int minute = 0; minute < 600; minute += 17)
            order(u"bybit"_s, start + minute * 1min + 3s, PositionSide::Long, minute % 100);
        const std::vector alerts{on({.kind = Kind::Touch, .level = u"band"_s}),
                                 on(value(u"liquidations/all"_s, 150, true, 1h)),
                                 on(value(u"taker/"_s + instrument, 20, true, 3min)),
                                 on(value(u"price/"_s + instrument, 90'000, false))};
        for (const Alert& alert : alerts) {
            const auto all = fired(alert, 10h);
            QVERIFY(all.size() > 2);
            QList<qint64> piece;
            for (int from = 0; from < 600; from += 10) {
                for (const qint64 minute : fired(alert, 10h, from * 1min)) {
                    if (minute < from + 10)
                        piece.append(minute);
                }
            }
            QCOMPARE(piece, all);
        }
    }

    void closesAndStatesAreJudgedOnAllHistory()
    {
        level();
        std::vector<Candle> some;
        for (int hour = 0; hour < 8; ++hour)
            some.push_back(flat(start + hour * 1h + 59min, hour < 3 ? 91'000 : 89'000));
        candles(some);
        const Alert close = on({.kind = Kind::CloseBeyond, .level = u"band"_s});
        const Alert lost = on({.kind = Kind::State, .level = u"band"_s, .states = {u"lost"_s}});
        QCOMPARE(fired(close, 8h), (QList<qint64>{4 * 60}));
        QCOMPARE(fired(lost, 8h), (QList<qint64>{7 * 60})); // the fourth close below
        // One hour later, with the next close, it is judged again.
        candles({flat(start + 8h + 59min, 91'000)});
        const Alert reclaimed = on({.kind = Kind::State, .level = u"band"_s});
        QCOMPARE(fired(reclaimed, 8h, 6h + 30min), (QList<qint64>{7 * 60, 9 * 60}));
        QCOMPARE(fired(close, 9h), (QList<qint64>{4 * 60}));
    }

    void aCloseThatComesLaterIsSeenThen()
    {
        level();
        candles({flat(start + 59min, 91'000)});
        const Alert close = on({.kind = Kind::CloseBeyond, .level = u"band"_s});
        QCOMPARE(fired(close, 2h), QList<qint64>{}); // the close of the second hour is not stored yet
        candles({flat(start + 119min, 89'000)});
        QCOMPARE(fired(close, 2h), (QList<qint64>{120}));
    }

    void sumsOfForcedOrdersRiseAsTheyCome()
    {
        candles({flat(start, 90'000)});
        order(u"bybit"_s, start + 10min, PositionSide::Long, 60);
        order(u"okx"_s, start + 30min, PositionSide::Long, 30);
        order(u"okx"_s, start + 40min, PositionSide::Short, 1000);
        order(u"bybit"_s, start + 50min + 20s, PositionSide::Long, 10); // 100 in the hour
        order(u"bybit"_s, start + 200min, PositionSide::Long, 100);     // after the sum had fallen
        QCOMPARE(fired(on(value(u"liquidations/all"_s, 100, true, 1h, u"long_usd"_s))),
                 (QList<qint64>{50, 200}));
        QCOMPARE(fired(on(value(u"liquidations/all"_s, 1000, true, 1h))), (QList<qint64>{40}));
        QCOMPARE(fired(on(value(u"liquidations/okx"_s, 1000, true, 1h, u"short_usd"_s))),
                 (QList<qint64>{40}));
    }

    void netTakerVolumeOfAnHourWithAHoleIsUnknown()
    {
        std::vector<Candle> some;
        for (int minute = 0; minute < 20; ++minute) {
            if (minute != 8)
                some.push_back(flat(start + minute * 1min, 90'000, minute >= 6 ? -100 : 0));
        }
        candles(some);
        // Minutes 6 to 7 and 9 to 11 are −100 each: of three minutes in a row the first known sum at or below
        // −300 is that of 9 to 11.
        QCOMPARE(fired(on(value(u"taker/"_s + instrument, -300, false, 3min))), (QList<qint64>{11}));
        QCOMPARE(fired(on(value(u"taker/"_s + instrument, -150, false, 2min))), (QList<qint64>{7}));
    }

    void eachDayOfFlowsIsNewsWhenItIsKnown()
    {
        for (int day = 0; day < 4; ++day)
            sample(u"etf/btc/total"_s, start + day * 24h, 24h, start + day * 24h + 30h,
                   day == 1 ? 100 : -600);
        const Alert alert = on(value(u"etf/btc/total"_s, -500, false));
        QCOMPARE(fired(alert, 29h), QList<qint64>{}); // nobody knows it yet
        QCOMPARE(fired(alert, 240h), (QList<qint64>{0, 48 * 60, 72 * 60}));
    }

    void aRevisedDayIsNoSecondOne()
    {
        sample(u"etf/btc/total"_s, start, 24h, start + 30h, -600);
        const Alert alert = on(value(u"etf/btc/total"_s, -500, false));
        const auto first = look(alert, {.now = start + 31h, .from = start}).firings;
        QCOMPARE(first.size(), std::size_t(1));
        sample(u"etf/btc/total"_s, start, 24h, start + 40h, -610);
        const AlertQuestion later{
            .now = start + 41h, .from = start, .past = {{alert.id, {{first.front().at}, start + 31h}}}};
        QVERIFY(look(alert, later).firings.empty());
    }

    void conditionsLieAsFarApartAsTheirSpanSays()
    {
        level();
        std::vector<Candle> some{flat(start, 91'000), flat(start + 1min, 89'900), flat(start + 2min, 91'000)};
        for (int minute = 3; minute < 40 * 60; minute += 10)
            some.push_back(flat(start + minute * 1min, 91'000));
        candles(some);
        order(u"bybit"_s, start + 39h, PositionSide::Long, 500);
        Alert both = on({.kind = Kind::Touch, .level = u"band"_s});
        both.conditions.push_back(value(u"liquidations/all"_s, 500, true, 1h));
        both.within = 48h;
        QCOMPARE(fired(both, 39h + 1min, 39h - 9min), (QList<qint64>{39 * 60}));
        both.within = 38h;
        QCOMPARE(fired(both, 39h + 1min, 39h - 9min), QList<qint64>{});
    }

    void aPriceThatStaysInALevelDoesNotTouchItAgain()
    {
        level();
        std::vector<Candle> some;
        for (int minute = 0; minute < 300; ++minute)
            some.push_back(flat(start + minute * 1min, minute == 0 ? 91'000 : 89'900));
        candles(some);
        order(u"bybit"_s, start + 290min, PositionSide::Long, 500);
        Alert both = on({.kind = Kind::Touch, .level = u"band"_s});
        both.conditions.push_back(value(u"liquidations/all"_s, 500, true, 1h));
        both.within = 2h;
        QCOMPARE(fired(both, 291min, 281min), QList<qint64>{});
    }

    void aLevelIsLookedAtFromItsLastChangeOn()
    {
        std::vector<Candle> some{flat(start, 91'000), flat(start + 10min, 89'900),
                                 flat(start + 20min, 91'000), flat(start + 200min, 89'900)};
        candles(some);
        level();
        const Alert alert = on({.kind = Kind::Touch, .level = u"band"_s});
        QCOMPARE(fired(alert), (QList<qint64>{10, 200}));
        m_clock.set(start + 100min);
        level(LevelRole::Resistance);
        QCOMPARE(fired(alert), (QList<qint64>{200}));
    }

    void whatWasFilledInLaterIsJudgedByALookFarBack()
    {
        level();
        std::vector<Candle> some;
        for (int hour = 0; hour < 8; ++hour) {
            if (hour < 3 || hour > 5)
                some.push_back(flat(start + hour * 1h + 59min, hour < 3 ? 91'000 : 89'000));
        }
        candles(some);
        const Alert lost = on({.kind = Kind::State, .level = u"band"_s, .states = {u"lost"_s}});
        QCOMPARE(fired(lost, 8h), QList<qint64>{}); // two closes below, of four
        candles({flat(start + 3h + 59min, 89'000), flat(start + 4h + 59min, 89'000),
                 flat(start + 5h + 59min, 89'000)});
        const auto far = look(lost, {.now = start + 8h, .from = start, .isFar = true}).firings;
        QCOMPARE(far.size(), std::size_t(1));
        QCOMPARE(far.front().at, start + 7h);
    }

    void hourlyCandlesAreJudgedAndReachPrices()
    {
        level();
        const qint64 id = series(u"price/"_s + instrument, SeriesKind::Candles);
        QVERIFY(m_store->mergeCandles(id, oneHour, std::vector{flat(start, 91'000)}).hasValue());
        const Alert close = on({.kind = Kind::CloseBeyond, .level = u"band"_s});
        QCOMPARE(fired(close, 1h), QList<qint64>{});
        QVERIFY(m_store->mergeCandles(id, oneHour, std::vector{flat(start + 1h, 89'000)}).hasValue());
        QCOMPARE(fired(close, 2h), (QList<qint64>{120}));
        Alert price = on(value(u"price/"_s + instrument, 89'500, false));
        price.armedAt = start + 90min; // within the candle
        QCOMPARE(fired(price, 2h), (QList<qint64>{60}));
    }

    void aColumnOfCandlesIsThatColumn()
    {
        std::vector<Candle> some{flat(start, 90'000), flat(start + 1min, 90'000)};
        some[0].trades = 5;
        some[1].trades = 50;
        candles(some);
        const Alert trades = on(value(u"price/"_s + instrument, 50, true, 0h, u"trades"_s));
        QCOMPARE(fired(trades, 3min, 0h, {{instrument, flat(start + 2min, 91'000)}}), (QList<qint64>{1}));
        const Alert closes = on(value(u"price/"_s + instrument, 90'500, true, 0h, u"close"_s));
        QCOMPARE(fired(closes, 3min, 0h, {{instrument, flat(start + 2min, 91'000)}}), QList<qint64>{});
        const Alert wicks = on(value(u"price/"_s + instrument, 90'500, true));
        QCOMPARE(fired(wicks, 3min, 0h, {{instrument, flat(start + 2min, 91'000)}}), (QList<qint64>{2}));
    }

    void fundingIsNewsWhenItCrosses()
    {
        for (int i = 0; i < 6; ++i)
            sample(u"funding/x"_s, start + i * 8h, 8h, start + (i + 1) * 8h, i == 0 || i == 3 ? 1 : 5);
        QCOMPARE(fired(on(value(u"funding/x"_s, 4, true)), 72h), (QList<qint64>{16 * 60, 40 * 60}));
    }

    void whatCannotBeSeenIsSaid()
    {
        candles({flat(start, 90'000)});
        const auto trouble = [&](const AlertCondition& condition) {
            const auto answer = look(on(condition), {.now = start + 1h, .from = start});
            return answer.troubles.empty() ? QString() : answer.troubles.begin()->second;
        };
        QCOMPARE(trouble({.kind = Kind::Touch, .level = u"band"_s}), u"There is no level band."_s);
        level(LevelRole::None);
        QVERIFY(trouble({.kind = Kind::State, .level = u"band"_s}).contains(u"has no role"_s));
        QCOMPARE(trouble({.kind = Kind::Touch, .level = u"band"_s}), QString());
        QVERIFY(
            trouble(value(u"etf/btc/total"_s, 1, true)).contains(u"Nothing is stored under etf/btc/total"_s));
        QVERIFY(trouble(value(u"price/"_s + instrument, 1, true, 0h, u"moon"_s)).contains(u"have no moon"_s));
    }
};

QTEST_GUILESS_MAIN(TestAlertReading)
#include "tst_alertreading.moc"
