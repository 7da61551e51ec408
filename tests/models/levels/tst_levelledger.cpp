// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/levelledger.h"
#include "tests/support/failonwarning.h"

#include <QRandomGenerator>
#include <QtTest>

#include <cmath>

using namespace holdline;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};

Level band(LevelRole role = LevelRole::Support)
{
    Level level;
    level.low = Price::whole(100);
    level.high = Price::whole(110);
    level.role = role;
    return level;
}

LedgerCandle candle(int minute, int low, int high, int close)
{
    return {start + minute * oneMinute.length, Price::whole(low), Price::whole(high), Price::whole(close)};
}

/// Fed in pieces of that size.
LedgerCount counted(const Level& level, const std::vector<LedgerCandle>& candles, std::size_t piece = 7)
{
    LedgerCount count(level, fixedEdges(level), oneMinute);
    for (std::size_t at = 0; at < candles.size(); at += piece)
        count.take(LedgerStretch::of(std::span(candles).subspan(at, std::min(piece, candles.size() - at))));
    return count;
}

// The same once more, candle by candle, from the words of the contract.
bool meets(const Level& level, const LedgerCandle& candle)
{
    return candle.high >= level.low && candle.low <= level.high && candle.open >= lifeOf(level).from &&
           candle.open < lifeOf(level).to;
}

LevelLedger slowly(const Level& level, const std::vector<LedgerCandle>& candles)
{
    LevelLedger ledger;
    for (const LedgerCandle& candle : candles) {
        if (!meets(level, candle))
            continue;
        ledger.inside += 1min;
        bool isTouch = true;
        for (const LedgerCandle& other : candles)
            isTouch = isTouch &&
                      !(meets(level, other) && other.open >= candle.open - 60min && other.open < candle.open);
        if (!isTouch)
            continue;
        LevelTouch touch{.at = candle.open};
        for (std::size_t i = 0; i < returnSpans.size(); ++i) {
            for (const LedgerCandle& other : candles) {
                if (other.open != candle.open + returnSpans[i])
                    continue;
                const double pct = (other.close.toDouble() / candle.close.toDouble() - 1) * 100;
                touch.returns[i] = Amount::fromDouble(pct);
            }
        }
        ledger.touches.push_back(touch);
    }
    return ledger;
}

std::vector<LedgerCandle> walk(quint32 seed, int minutes)
{
    QRandomGenerator chance(seed);
    std::vector<LedgerCandle> candles;
    int price = 105;
    for (int minute = 0; minute < minutes; ++minute) {
        const int before = price;
        price = std::max(20, price + static_cast<int>(chance.bounded(9U)) - 4 +
                                 (price < 105 ? 1 : -1) * static_cast<int>(chance.bounded(2U)));
        if (chance.bounded(40U) == 0)
            minute += static_cast<int>(chance.bounded(200U)); // a hole
        candles.push_back(candle(minute, std::min(before, price) - static_cast<int>(chance.bounded(3U)),
                                 std::max(before, price) + static_cast<int>(chance.bounded(3U)), price));
    }
    return candles;
}

} // namespace

class TestLevelLedger final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void aTouchNeedsAnHourWithoutOne()
    {
        std::vector<LedgerCandle> candles;
        // Minute 0 meets; 60 after it is too soon (minute 0 lies in the hour before), 61 minutes after 60
        // not.
        candles.push_back(candle(0, 109, 120, 112));
        candles.push_back(candle(1, 111, 120, 112)); // does not meet: its low is above
        candles.push_back(candle(60, 110, 120, 115));
        candles.push_back(candle(121, 90, 100, 95));
        candles.push_back(candle(122, 90, 99, 95));
        const auto ledger = counted(band(), candles).ledger();
        QCOMPARE(ledger.touches.size(), std::size_t(2));
        QCOMPARE(ledger.touches[0].at, start);
        QCOMPARE(ledger.touches[1].at, start + 121min);
        QCOMPARE(ledger.inside, Span(3min));
    }

    void returnsLookBeyondTheLifeAndLeaveHolesEmpty()
    {
        Level level = band();
        level.validTo = start + 2min;
        std::vector<LedgerCandle> candles{candle(0, 105, 105, 105), candle(60, 200, 210, 210),
                                          candle(241, 200, 210, 200), candle(24 * 60, 80, 84, 84),
                                          candle(72 * 60, 105, 105, 105)};
        const auto ledger = counted(level, candles, 2).ledger();
        QCOMPARE(ledger.touches.size(), std::size_t(1));
        const auto& returns = ledger.touches[0].returns;
        QCOMPARE(returns[0], std::optional(Amount::parse("100")));
        QCOMPARE(returns[1],
                 std::optional<Amount>()); // the candle at 4 h is missing, the one after it is no stand-in
        QCOMPARE(returns[2], std::optional(Amount::parse("-20")));
        QCOMPARE(returns[3], std::optional(Amount{}));
    }

    void returnsRoundHalfAwayFromZero()
    {
        Level level = band();
        std::vector<LedgerCandle> candles{candle(0, 105, 105, 105), candle(60, 111, 112, 112)};
        candles[0].close = Price{300};
        candles[1].close = Price{301}; // a third of a per cent
        QCOMPARE(counted(level, candles).ledger().touches[0].returns[0], Amount::parse("0.33333333"));
        candles[1].close = Price{299};
        QCOMPARE(counted(level, candles).ledger().touches[0].returns[0], Amount::parse("-0.33333333"));
        candles[0].close = Price{3};
        candles[1].close = Price{5}; // 66.666666666…
        QCOMPARE(counted(level, candles).ledger().touches[0].returns[0], Amount::parse("66.66666667"));
    }

    void onlyItsLifeCounts()
    {
        Level level = band();
        level.validFrom = start + 10min;
        level.validTo = start + 12min;
        std::vector<LedgerCandle> candles;
        for (int minute = 0; minute < 20; ++minute)
            candles.push_back(candle(minute, 100, 105, 104));
        const auto count = counted(level, candles);
        QCOMPARE(count.ledger().inside, Span(2min));
        QCOMPARE(count.ledger().touches.size(), std::size_t(1));
        QCOMPARE(count.ledger().touches[0].at, start + 10min);
        QCOMPARE(count.insideRanges(), (std::vector<TimeRange>{{start + 10min, start + 12min}}));
    }

    void closesAndWicks_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("beyond");
        QTest::addColumn<int>("wick");
        QTest::newRow("support") << int(LevelRole::Support) << 2 << 4;
        QTest::newRow("resistance") << int(LevelRole::Resistance) << 2 << 7;
    }

    void closesAndWicks()
    {
        QFETCH(int, role);
        QFETCH(int, beyond);
        QFETCH(int, wick);
        const Level level = band(static_cast<LevelRole>(role));
        LedgerCount count(level, fixedEdges(level), oneMinute);
        const auto judge = [&](int hour, std::optional<int> close, int low, int high) {
            JudgedClose one{start + hour * 1h, {}, Price::whole(low), Price::whole(high)};
            if (close)
                one.close = Price::whole(*close);
            count.judge(one, oneHour);
        };
        judge(1, 105, 96, 117);          // inside: wick of 4 down, 7 up
        judge(2, 99, 50, 105);           // below: beyond for a support, a wick of 0 for a resistance
        judge(3, std::nullopt, 1, 1000); // missing: no part
        judge(4, 110, 100, 300);         // above: beyond for a resistance
        judge(5, 98, 97, 100);
        judge(6, 120, 99, 120);
        QCOMPARE(count.ledger().closesBeyond, std::optional<qint64>(beyond));
        QCOMPARE(count.ledger().deepestWick, std::optional(Price::whole(wick)));
    }

    void closesAreJudgedByTheirCloseTimeAndWicksByTheirOpenTime()
    {
        Level level = band();
        level.validFrom = start + 2h;
        level.validTo = start + 4h;
        LedgerCount count(level, fixedEdges(level), oneMinute);
        for (int hour = 1; hour <= 6; ++hour) // all closed beyond
            count.judge({start + hour * 1h, Price::whole(90), Price::whole(80), Price::whole(95)}, oneHour);
        QCOMPARE(count.ledger().closesBeyond, std::optional<qint64>(3)); // 2, 3 and 4 h
        LedgerCount wicks(level, fixedEdges(level), oneMinute);
        for (int hour = 1; hour <= 6; ++hour) // each goes a whole unit deeper
            wicks.judge({start + hour * 1h, Price::whole(105), Price::whole(100 - hour), Price::whole(106)},
                        oneHour);
        QCOMPARE(wicks.ledger().deepestWick, std::optional(Price::whole(4))); // opened at 3 h
    }

    void withoutARoleNothingIsBeyond()
    {
        const Level level = band(LevelRole::None);
        LedgerCount count(level, fixedEdges(level), oneMinute);
        count.judge({start + 1h, Price::whole(10), Price::whole(10), Price::whole(10)}, oneHour);
        QCOMPARE(count.ledger().closesBeyond, std::optional<qint64>());
        QCOMPARE(count.ledger().deepestWick, std::optional<Price>());
    }

    void edgesThatMoveAreThoseKnownThen()
    {
        const Level level = band();
        const LevelEdges edges{{start + 2min, Price::whole(100), Price::whole(110)},
                               {start + 4min, Price::whole(200), Price::whole(210)}};
        LedgerCount count(level, edges, oneMinute);
        std::vector<LedgerCandle> candles;
        for (int minute = 0; minute < 6; ++minute)
            candles.push_back(candle(minute, 105, 105, 105));
        count.take(LedgerStretch::of(candles));
        QCOMPARE(count.insideRanges(), (std::vector<TimeRange>{{start + 2min, start + 4min}}));
        const auto states = judgeLevel(level, edges,
                                       std::vector<JudgedClose>{{start + 1min, Price::whole(105)},
                                                                {start + 3min, Price::whole(105)},
                                                                {start + 5min, Price::whole(105)}},
                                       4);
        QCOMPARE(states.size(), std::size_t(2)); // nothing before the first step
        QCOMPARE(states[0].state, QStringLiteral("testing"));
        QCOMPARE(states[1].state, QStringLiteral("breached"));
    }

    void agreesWithTheSlowWay_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("walk %u", seed) << seed;
    }

    void agreesWithTheSlowWay()
    {
        QFETCH(quint32, seed);
        Level level = band();
        if (seed % 3 == 1)
            level.validFrom = start + 500min;
        if (seed % 4 == 1)
            level.validTo = start + 3000min;
        if (seed % 5 == 1)
            level.high = level.low;
        const auto candles = walk(seed, 6000);
        const auto ledger = counted(level, candles, seed % 2 ? 64 : 1).ledger();
        const auto expected = slowly(level, candles);
        QVERIFY(expected.touches.size() > 3);
        QCOMPARE(ledger.inside, expected.inside);
        QCOMPARE(ledger.touches.size(), expected.touches.size());
        for (std::size_t i = 0; i < ledger.touches.size(); ++i) {
            QCOMPARE(ledger.touches[i].at, expected.touches[i].at);
            for (std::size_t span = 0; span < returnSpans.size(); ++span) {
                const auto is = ledger.touches[i].returns[span];
                const auto was = expected.touches[i].returns[span];
                QCOMPARE(is.has_value(), was.has_value());
                QVERIFY(!is || std::abs(is->toDouble() - was->toDouble()) < 2e-8);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLevelLedger)
#include "tst_levelledger.moc"
