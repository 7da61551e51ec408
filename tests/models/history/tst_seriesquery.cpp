// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/judgedcloses.h"
#include "models/history/serieslist.h"
#include "models/history/seriesquery.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace holdline;
using holdline::testing::FakeClock;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

/// Writes rows as lines of fields with spaces between; `-` is unknown.
class TextSink final : public RowSink {
public:
    QStringList lines;

    void begin(const std::vector<QString>& columns) override
    {
        lines.append(QStringList(columns.begin(), columns.end()).join(u' '));
    }
    bool row(std::span<const Cell> cells) override
    {
        QStringList fields;
        for (const Cell& cell : cells) {
            if (const auto* amount = std::get_if<Amount>(&cell))
                fields.append(QString::fromLatin1(amount->toText()));
            else if (const auto* time = std::get_if<UtcTime>(&cell))
                fields.append(toIso(*time).mid(5, 11));
            else if (const auto* text = std::get_if<QString>(&cell))
                fields.append(*text);
            else
                fields.append(QStringLiteral("-"));
        }
        lines.append(fields.join(u' '));
        return true;
    }
};

Sample day(const char* from, const char* value)
{
    return {at(from), at(from) + oneDay.length, at(from) + oneDay.length, *Amount::parse(value)};
}

Liquidation order(const char* time, PositionSide side, const char* usd)
{
    return {at(time), side, Price::whole(90'000), Quantity{1000}, *Amount::parse(usd)};
}

} // namespace

class SeriesQueryTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void columnsAreJoinedByInterval();
    void bothColumnsOfACohortAreThere();
    void flowsAddUpAndStocksKeepTheLast();
    void samplesAreReadAsTheyWereKnown();
    void finerThanStoredGivesNoRowsAndSaysSo();
    void liquidationsAreSummedByMinute();
    void liquidationsComeOneByOne();
    void allVenuesAreSummedAtTheCoarsestInterval();
    void takerFlowIsMadeOfCandles();
    void takersOfAllVenuesAddUp();
    void thePremiumIsADifferenceOfCloses();
    void watchFallsBackToThePrice();
    void watchTakesTheNextVenue();
    void coverageNamesHoles();
    void eventsHaveTheirColumns();
    void anUnknownNameSuggestsOthers();
    void listFoldsColumns();
    void closesAreThoseOfTheLastFinestCandle();

private:
    qint64 made(const char* name, SeriesKind kind, const char* column = "value");
    QStringList ask(SeriesQuestion question, bool singly = false);
    QStringList ask(const char* name, std::optional<Interval> interval = {});

    FakeClock m_clock{at("2026-02-01")};
    std::unique_ptr<Store> m_store;
    QStringList m_notes;
};

void SeriesQueryTest::init()
{
    testing::failOnAnyWarning();
    m_notes.clear();
    m_store.reset();
    m_store = std::move(Store::openInMemory(m_clock)).value();
}

qint64 SeriesQueryTest::made(const char* name, SeriesKind kind, const char* column)
{
    const SeriesKey key{QString::fromLatin1(name), QString::fromLatin1(column), QStringLiteral("test"), {}};
    return m_store->ensureSeries(key, kind, QStringLiteral("USD")).value().id;
}

QStringList SeriesQueryTest::ask(SeriesQuestion question, bool singly)
{
    TextSink sink;
    const auto notes = querySeries(*m_store, question, singly, sink);
    m_notes = notes.hasValue() ? notes.value() : QStringList{notes.error().message};
    return notes.hasValue() ? sink.lines : QStringList{QStringLiteral("error")};
}

QStringList SeriesQueryTest::ask(const char* name, std::optional<Interval> interval)
{
    return ask({.name = QString::fromLatin1(name), .interval = interval});
}

void SeriesQueryTest::columnsAreJoinedByInterval()
{
    Sample late = day("2026-01-01", "5");
    late.knownAt = at("2026-01-03");
    QVERIFY(m_store
                ->mergeSamples(made("liquidations/okx", SeriesKind::Samples, "long_usd"),
                               std::vector{day("2026-01-01", "1.5"), day("2026-01-02", "2")})
                .hasValue());
    QVERIFY(
        m_store->mergeSamples(made("liquidations/okx", SeriesKind::Samples, "short_usd"), std::vector{late})
            .hasValue());
    QCOMPARE(ask("liquidations/okx"),
             (QStringList{QStringLiteral("time to long_usd short_usd known_at"),
                          QStringLiteral("01-01T00:00 01-02T00:00 1.5 5 01-03T00:00"),
                          QStringLiteral("01-02T00:00 01-03T00:00 2 - 01-03T00:00")}));
}

void SeriesQueryTest::bothColumnsOfACohortAreThere()
{
    QVERIFY(m_store
                ->mergeSamples(made("cohort/sth", SeriesKind::Samples, "supply_btc"),
                               std::vector{day("2026-01-01", "3")})
                .hasValue());
    QCOMPARE(ask("cohort/sth"), (QStringList{QStringLiteral("time to cost_basis supply_btc known_at"),
                                             QStringLiteral("01-01T00:00 01-02T00:00 - 3 01-02T00:00")}));
}

void SeriesQueryTest::flowsAddUpAndStocksKeepTheLast()
{
    const std::vector samples{day("2026-01-04", "1"), day("2026-01-05", "10"), day("2026-01-11", "20")};
    QVERIFY(m_store->mergeSamples(made("etf/btc/IBIT", SeriesKind::Samples), samples).hasValue());
    QVERIFY(m_store->mergeSamples(made("macro/dxy", SeriesKind::Samples), samples).hasValue());
    // 4 January 2026 was a Sunday.
    QCOMPARE(ask("etf/btc/IBIT", oneWeek),
             (QStringList{QStringLiteral("time to value known_at"),
                          QStringLiteral("12-29T00:00 01-05T00:00 1 01-05T00:00"),
                          QStringLiteral("01-05T00:00 01-12T00:00 30 01-12T00:00")}));
    QCOMPARE(ask("macro/dxy", oneWeek).last(), QStringLiteral("01-05T00:00 01-12T00:00 20 01-12T00:00"));
    const QStringList some = ask({.name = QStringLiteral("etf/btc/IBIT"),
                                  .range = {at("2026-01-01"), at("2026-01-06")},
                                  .interval = oneWeek});
    QCOMPARE(some, (QStringList{QStringLiteral("time to value known_at"),
                                QStringLiteral("01-05T00:00 01-12T00:00 30 01-12T00:00")}));
}

void SeriesQueryTest::samplesAreReadAsTheyWereKnown()
{
    QVERIFY(m_store
                ->mergeSamples(made("etf/btc/IBIT", SeriesKind::Samples),
                               std::vector{day("2026-01-04", "1"), day("2026-01-05", "2")})
                .hasValue());
    SeriesQuestion question{.name = QStringLiteral("etf/btc/IBIT"), .asOf = at("2026-01-05")};
    QCOMPARE(ask(question).size(), 2);
    question.asOf = at("2026-01-04T23:59Z");
    QCOMPARE(ask(question).size(), 1);
    question.asOf = at("2026-01-06");
    QCOMPARE(ask(question).size(), 3);
}

void SeriesQueryTest::finerThanStoredGivesNoRowsAndSaysSo()
{
    QVERIFY(
        m_store->mergeSamples(made("etf/btc/IBIT", SeriesKind::Samples), std::vector{day("2026-01-04", "1")})
            .hasValue());
    QCOMPARE(ask("etf/btc/IBIT", oneHour), QStringList{QStringLiteral("time to value known_at")});
    QCOMPARE(m_notes,
             QStringList{QStringLiteral("Nothing as fine as 1h is stored in that range; the finest is 1d.")});
}

void SeriesQueryTest::liquidationsAreSummedByMinute()
{
    const std::vector items{order("2026-01-01T00:00:05Z", PositionSide::Long, "1.25"),
                            order("2026-01-01T00:00:59.999Z", PositionSide::Long, "2"),
                            order("2026-01-01T00:00:30Z", PositionSide::Short, "7"),
                            order("2026-01-01T00:02Z", PositionSide::Short, "4")};
    QVERIFY(
        m_store->mergeLiquidations(made("liquidations/bybit", SeriesKind::Liquidations), items).hasValue());
    const QString header = QStringLiteral("time to long_usd short_usd known_at");
    QCOMPARE(ask("liquidations/bybit"),
             (QStringList{header, QStringLiteral("01-01T00:00 01-01T00:01 3.25 7 01-01T00:01"),
                          QStringLiteral("01-01T00:02 01-01T00:03 0 4 01-01T00:03")}));
    QCOMPARE(ask("liquidations/bybit", oneHour),
             (QStringList{header, QStringLiteral("01-01T00:00 01-01T01:00 3.25 11 01-01T01:00")}));
    const SeriesQuestion then{.name = QStringLiteral("liquidations/bybit"),
                              .asOf = at("2026-01-01T00:02:30Z")};
    QCOMPARE(ask(then).size(), 2);
    const SeriesQuestion from{.name = QStringLiteral("liquidations/bybit"),
                              .range = {at("2026-01-01T00:00:30Z"), latestTime}};
    QCOMPARE(ask(from).size(), 2);
}

void SeriesQueryTest::liquidationsComeOneByOne()
{
    const std::vector items{order("2026-01-01T00:00:05Z", PositionSide::Long, "1.25"),
                            order("2026-01-01T00:00:05Z", PositionSide::Long, "1.25")};
    QVERIFY(
        m_store->mergeLiquidations(made("liquidations/bybit", SeriesKind::Liquidations), items).hasValue());
    const QString line = QStringLiteral("01-01T00:00 long 90000 0.00001 1.25");
    QCOMPARE(ask({.name = QStringLiteral("liquidations/bybit")}, true),
             (QStringList{QStringLiteral("time side price quantity usd"), line, line}));
    QCOMPARE(ask({.name = QStringLiteral("liquidations/all")}, true).size(), 3);
}

void SeriesQueryTest::allVenuesAreSummedAtTheCoarsestInterval()
{
    QVERIFY(m_store
                ->mergeLiquidations(made("liquidations/bybit", SeriesKind::Liquidations),
                                    std::vector{order("2026-01-01T00:10Z", PositionSide::Long, "1"),
                                                order("2026-01-01T04:10Z", PositionSide::Long, "2")})
                .hasValue());
    QVERIFY(m_store
                ->mergeLiquidations(made("liquidations/bybit/ETH", SeriesKind::Liquidations),
                                    std::vector{order("2026-01-01T00:10Z", PositionSide::Long, "1000")})
                .hasValue());
    const Sample four{at("2026-01-01T00:00Z"), at("2026-01-01T04:00Z"), at("2026-01-01T04:00Z"),
                      *Amount::parse("100")};
    QVERIFY(
        m_store
            ->mergeSamples(made("liquidations/deribit", SeriesKind::Samples, "long_usd"), std::vector{four})
            .hasValue());
    QCOMPARE(ask("liquidations/all"),
             (QStringList{QStringLiteral("time to long_usd short_usd known_at"),
                          QStringLiteral("01-01T00:00 01-01T04:00 101 0 01-01T04:00"),
                          QStringLiteral("01-01T04:00 01-01T08:00 2 0 01-01T08:00")}));
    QCOMPARE(ask("liquidations/all", oneDay).last(),
             QStringLiteral("01-01T00:00 01-02T00:00 103 0 01-02T00:00"));
    QVERIFY(m_notes.isEmpty());
    // The sums of four hours cannot be told by the hour.
    QCOMPARE(ask("liquidations/all", oneHour),
             (QStringList{QStringLiteral("time to long_usd short_usd known_at"),
                          QStringLiteral("01-01T00:00 01-01T01:00 1 0 01-01T01:00"),
                          QStringLiteral("01-01T04:00 01-01T05:00 2 0 01-01T05:00")}));
    QCOMPARE(m_notes,
             QStringList{QStringLiteral("liquidations/deribit is stored by 4h only and is left out.")});
    // What CoinGlass has added up over venues is not added to them again.
    QVERIFY(
        m_store
            ->mergeSamples(made("liquidations/coinglass", SeriesKind::Samples, "long_usd"), std::vector{four})
            .hasValue());
    QCOMPARE(ask("liquidations/all", oneDay).last(),
             QStringLiteral("01-01T00:00 01-02T00:00 103 0 01-02T00:00"));
}

void SeriesQueryTest::takerFlowIsMadeOfCandles()
{
    Candle known{at("2026-01-01T00:00Z"), Price{1}, Price{1}, Price{1}, Price{1}, {}, Amount::parse("10"),
                 Amount::parse("3.5"),    {}};
    Candle unknown = known;
    unknown.openTime = at("2026-01-01T00:01Z");
    unknown.quoteVolume.reset();
    Candle other = known;
    other.openTime = at("2026-01-01T00:02Z");
    other.takerBuyQuote = Amount::parse("8");
    QVERIFY(m_store
                ->mergeCandles(made("price/binance:BTCUSDT", SeriesKind::Candles), oneMinute,
                               std::vector{known, unknown, other})
                .hasValue());
    const QString header = QStringLiteral("time to value known_at");
    QCOMPARE(ask("taker/binance:BTCUSDT"),
             (QStringList{header, QStringLiteral("01-01T00:00 01-01T00:01 -3 01-01T00:01"),
                          QStringLiteral("01-01T00:01 01-01T00:02 - 01-01T00:02"),
                          QStringLiteral("01-01T00:02 01-01T00:03 6 01-01T00:03")}));
    QCOMPARE(ask("taker/binance:BTCUSDT", oneDay),
             (QStringList{header, QStringLiteral("01-01T00:00 01-02T00:00 3 01-02T00:00")}));
    QVERIFY(m_store
                ->mergeSamples(made("taker/binance:BTCUSDT", SeriesKind::Samples),
                               std::vector{day("2026-01-04", "1")})
                .hasValue());
    QCOMPARE(ask("taker/binance:BTCUSDT").size(), 2);
}

void SeriesQueryTest::takersOfAllVenuesAddUp()
{
    const auto minute = [](const char* open, std::optional<int> quote, std::optional<int> bought) {
        const auto amount = [](std::optional<int> value) {
            return value ? std::optional(Amount{*value * decimalUnits}) : std::nullopt;
        };
        return Candle{at(open), Price{1},      Price{1},       Price{1}, Price{1},
                      {},       amount(quote), amount(bought), {}};
    };
    const auto store = [&](const char* name, const std::vector<Candle>& candles) {
        QVERIFY(m_store->mergeCandles(made(name, SeriesKind::Candles), oneMinute, candles).hasValue());
    };
    store("price/binance:BTCUSDT",
          {minute("2026-01-01T00:00Z", 1000, 600), minute("2026-01-01T00:01Z", 500, 100)});
    store("price/binance-futures:BTCUSDT", {minute("2026-01-01T00:00Z", 2000, 850)});
    store("price/bybit:BTCUSDT", {minute("2026-01-01T00:00Z", 3000, {})}); // tells no takers
    store("price/binance:ETHUSDT", {minute("2026-01-01T00:00Z", 70, 70)});
    // 2 x 600 - 1000 = 200 and 2 x 850 - 2000 = -300
    QCOMPARE(ask("taker/all"), (QStringList{QStringLiteral("time to value known_at"),
                                            QStringLiteral("01-01T00:00 01-01T00:01 -100 01-01T00:01"),
                                            QStringLiteral("01-01T00:01 01-01T00:02 -300 01-01T00:02")}));
    QVERIFY(m_notes.join(u' ').contains(QStringLiteral("binance-futures:BTCUSDT")));
}

void SeriesQueryTest::thePremiumIsADifferenceOfCloses()
{
    const auto minute = [](const char* open, int close) {
        return Candle{at(open), Price{1}, Price{1}, Price{1}, Price::whole(close), {}, {}, {}, {}};
    };
    const auto store = [&](const char* name, const std::vector<Candle>& candles) {
        QVERIFY(m_store->mergeCandles(made(name, SeriesKind::Candles), oneMinute, candles).hasValue());
    };
    store("price/coinbase:BTC-USD", {minute("2026-01-01T00:00Z", 101), minute("2026-01-01T00:01Z", 102),
                                     minute("2026-01-01T00:02Z", 103)});
    QCOMPARE(ask("premium/coinbase"), QStringList{QStringLiteral("error")});
    store("price/binance:BTCUSDT", {minute("2026-01-01T00:00Z", 100), minute("2026-01-01T00:02Z", 105)});
    QCOMPARE(ask("premium/coinbase"),
             (QStringList{QStringLiteral("time to value known_at"),
                          QStringLiteral("01-01T00:00 01-01T00:01 1 01-01T00:01"),
                          QStringLiteral("01-01T00:02 01-01T00:03 -2 01-01T00:03")}));
    // Of five minutes: the last closes, where both are there.
    QCOMPARE(ask("premium/coinbase", fiveMinutes),
             (QStringList{QStringLiteral("time to value known_at"),
                          QStringLiteral("01-01T00:00 01-01T00:05 -2 01-01T00:05")}));
    QCOMPARE(ask("coverage/premium/coinbase"),
             (QStringList{
                 QStringLiteral("from to state reason"), QStringLiteral("01-01T00:00 01-01T00:01 known "),
                 QStringLiteral("01-01T00:01 01-01T00:02 missing price/binance:BTCUSDT: no candle stored"),
                 QStringLiteral("01-01T00:02 01-01T00:03 known ")}));
}

/// One venue may not serve this region.
void SeriesQueryTest::watchTakesTheNextVenue()
{
    const Candle candle{at("2026-01-01T00:00Z"), Price{1}, Price{1}, Price{1}, Price{1}, {}, {}, {}, {}};
    const std::vector candles{candle};
    QVERIFY(m_store->mergeCandles(made("price/kraken:SOL/USD", SeriesKind::Candles), oneMinute, candles)
                .hasValue());
    QCOMPARE(ask("watch/SOL").size(), 2);
    QVERIFY(m_notes.join(u' ').contains(QStringLiteral("price/kraken:SOL/USD")));
}

void SeriesQueryTest::watchFallsBackToThePrice()
{
    const Candle candle{at("2026-01-01T00:00Z"), Price{1}, Price{1}, Price{1}, Price{1}, {}, {}, {}, {}};
    QVERIFY(
        m_store
            ->mergeCandles(made("price/binance:ETHUSDT", SeriesKind::Candles), oneMinute, std::vector{candle})
            .hasValue());
    const QStringList expected{
        QStringLiteral("time open high low close volume quote_volume taker_buy_quote trades"),
        QStringLiteral("01-01T00:00 0.00000001 0.00000001 0.00000001 0.00000001 - - - -")};
    QCOMPARE(ask("watch/ETH"), expected);
    QVERIFY(m_store->mergeSamples(made("watch/ETH", SeriesKind::Samples), std::vector{day("2026-01-04", "1")})
                .hasValue());
    QCOMPARE(ask("watch/ETH").front(), QStringLiteral("time to value known_at"));
}

void SeriesQueryTest::coverageNamesHoles()
{
    const auto candle = [](const char* open) {
        return Candle{at(open), Price{1}, Price{1}, Price{1}, Price{1}, {}, {}, {}, {}};
    };
    const qint64 id = made("price/binance:BTCUSDT", SeriesKind::Candles);
    QVERIFY(m_store
                ->mergeCandles(id, oneMinute,
                               std::vector{candle("2026-01-01T00:00Z"), candle("2026-01-01T00:05:30Z"),
                                           candle("2026-01-01T00:06Z")})
                .hasValue());
    QVERIFY(m_store
                ->setCoverage(id, std::vector{Coverage{{at("2026-01-01T00:03Z"), at("2026-01-01T00:04Z")},
                                                       CoverageState::Never,
                                                       QStringLiteral("halt")}})
                .hasValue());
    QCOMPARE(
        ask("coverage/price/binance:BTCUSDT"),
        (QStringList{QStringLiteral("from to state reason"), QStringLiteral("01-01T00:00 01-01T00:01 known "),
                     QStringLiteral("01-01T00:01 01-01T00:03 missing no candle stored"),
                     QStringLiteral("01-01T00:03 01-01T00:04 never halt"),
                     QStringLiteral("01-01T00:04 01-01T00:05 missing no candle stored"),
                     QStringLiteral("01-01T00:05 01-01T00:07 known ")}));
    QCOMPARE(ask({.name = QStringLiteral("coverage/taker/binance:BTCUSDT"),
                  .range = {at("2026-01-01T00:02Z"), at("2026-01-01T00:04Z")}}),
             (QStringList{QStringLiteral("from to state reason"),
                          QStringLiteral("01-01T00:02 01-01T00:03 missing no candle stored"),
                          QStringLiteral("01-01T00:03 01-01T00:04 never halt")}));
    QCOMPARE(
        ask({.name = QStringLiteral("coverage/price/binance:BTCUSDT"),
             .range = {at("2025-12-31T23:00Z"), at("2026-01-01T00:01Z")}}),
        (QStringList{QStringLiteral("from to state reason"), QStringLiteral("12-31T23:00 01-01T00:00 never "),
                     QStringLiteral("01-01T00:00 01-01T00:01 known ")}));
    QCOMPARE(ask("coverage/price/nothing"), QStringList{QStringLiteral("error")});
    // Found after all: what was said of the hole no longer holds.
    QVERIFY(m_store->mergeCandles(id, oneMinute, std::vector{candle("2026-01-01T00:03Z")}).hasValue());
    QVERIFY(ask("coverage/price/binance:BTCUSDT").contains(QStringLiteral("01-01T00:03 01-01T00:04 known ")));
}

void SeriesQueryTest::eventsHaveTheirColumns()
{
    Event auction;
    auction.time = at("2026-01-20T03:35Z");
    auction.knownAt = at("2026-01-20T03:35Z");
    auction.title = QStringLiteral("auction");
    auction.category = QStringLiteral("bond");
    auction.importance = Importance::High;
    auction.actual = Amount::parse("3.19");
    auction.unit = QStringLiteral("ratio");
    auction.note = QStringLiteral("note");
    QVERIFY(m_store->mergeEvents(made("events/macro", SeriesKind::Events), std::vector{auction}).hasValue());
    QCOMPARE(ask("events/macro"),
             (QStringList{
                 QStringLiteral("time title category importance actual prior forecast unit known_at note"),
                 QStringLiteral("01-20T03:35 auction bond high 3.19 - - ratio 01-20T03:35 note")}));
}

void SeriesQueryTest::anUnknownNameSuggestsOthers()
{
    made("price/binance:BTCUSDT", SeriesKind::Candles);
    QCOMPARE(ask("price/binance:BTCUSD"), QStringList{QStringLiteral("error")});
    QVERIFY(m_notes.front().contains(QStringLiteral("query --list")));
    QVERIFY(m_notes.front().contains(QStringLiteral("price/binance:BTCUSDT?")));
    ask("liquidations/all");
    QVERIFY(!m_notes.front().contains(QStringLiteral("Did you mean")));
}

void SeriesQueryTest::listFoldsColumns()
{
    QVERIFY(m_store
                ->mergeSamples(made("liquidations/okx", SeriesKind::Samples, "long_usd"),
                               std::vector{day("2026-01-01", "1"), day("2026-01-03", "1")})
                .hasValue());
    QVERIFY(m_store
                ->mergeSamples(made("liquidations/okx", SeriesKind::Samples, "short_usd"),
                               std::vector{day("2026-01-02", "1")})
                .hasValue());
    const auto entries = listSeries(*m_store).value();
    QCOMPARE(entries.size(), std::size_t{1});
    QCOMPARE(entries.front().extent.rows, 2);
    QCOMPARE(entries.front().extent.gaps, 1);
    QVERIFY((entries.front().extent.range == TimeRange{at("2026-01-01"), at("2026-01-04")}));
}

void SeriesQueryTest::closesAreThoseOfTheLastFinestCandle()
{
    const auto candle = [](const char* open, qint64 close) {
        return Candle{at(open), Price{close}, Price{close}, Price{close}, Price{close}, {}, {}, {}, {}};
    };
    const qint64 id = made("price/x", SeriesKind::Candles);
    QVERIFY(m_store
                ->mergeCandles(id, oneHour,
                               std::vector{candle("2026-01-01T00:00Z", 1), candle("2026-01-01T01:00Z", 2),
                                           candle("2026-01-01T06:00Z", 6)})
                .hasValue());
    // The hour from 1 has minutes, but not its last: missing. That from 4 has its last.
    QVERIFY(m_store
                ->mergeCandles(id, oneMinute,
                               std::vector{candle("2026-01-01T01:58Z", 3), candle("2026-01-01T04:01Z", 4),
                                           candle("2026-01-01T04:59Z", 5), candle("2026-01-01T07:00Z", 7)})
                .hasValue());
    const auto closes = judgedCloses(*m_store, {.name = QStringLiteral("price/x")}).value();
    QStringList parts;
    for (const JudgedClose& close : closes)
        parts.append(toIso(close.at).mid(11, 2) + u'=' +
                     (close.close ? QString::number(close.close->units) : QStringLiteral("?")));
    QCOMPARE(parts.join(u' '), QStringLiteral("01=1 02=? 03=? 04=? 05=5 06=? 07=6"));
    QVERIFY(judgedCloses(*m_store, {.name = QStringLiteral("price/y")}).hasError());
}

QTEST_GUILESS_MAIN(SeriesQueryTest)
#include "tst_seriesquery.moc"
