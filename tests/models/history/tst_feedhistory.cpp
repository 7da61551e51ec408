// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feedcatalog.h"
#include "models/foundation/duration.h"
#include "models/history/feedhistory.h"
#include "models/history/livesettings.h"
#include "tests/support/failonwarning.h"

#include <QFile>
#include <QTemporaryDir>

using namespace holdline;

namespace {

constexpr UtcTime start{std::chrono::seconds{1'768'867'200}}; // 2026-01-20T00:00:00Z
constexpr Span minute = std::chrono::minutes{1};

QByteArray ms(UtcTime time)
{
    return QByteArray::number(toMsecs(time));
}

QByteArray timeAnswer(UtcTime time)
{
    return "{\"serverTime\":" + ms(time) + '}';
}

/// A row of klines with that close and volume.
QByteArray row(UtcTime open, const QByteArray& close, const QByteArray& volume)
{
    return '[' + ms(open) + ",\"100\",\"120\",\"90\",\"" + close + "\",\"" + volume + "\"," +
           ms(open + minute - Span{1}) + ",\"1000\",5,\"4\",\"400\",\"0\"]";
}

/// The stream's word on a minute.
QByteArray kline(UtcTime open, UtcTime at, const QByteArray& close, const QByteArray& volume, bool isClosed)
{
    return "{\"stream\":\"btcusdt@kline_1m\",\"data\":{\"e\":\"kline\",\"E\":" + ms(at) +
           ",\"s\":\"BTCUSDT\",\"k\":{\"t\":" + ms(open) + ",\"T\":" + ms(open + minute - Span{1}) +
           ",\"s\":\"BTCUSDT\",\"i\":\"1m\",\"f\":1,\"L\":5,\"o\":\"100\",\"c\":\"" + close +
           "\",\"h\":\"120\",\"l\":\"90\",\"v\":\"" + volume +
           "\",\"n\":5,\"x\":" + (isClosed ? "true" : "false") +
           ",\"q\":\"1000\",\"V\":\"4\",\"Q\":\"400\",\"B\":\"0\"}}}";
}

QByteArray forceOrder(const char* stream, const QByteArray& size)
{
    return QByteArray("{\"stream\":\"") + stream + "\",\"data\":{\"e\":\"forceOrder\",\"E\":" + ms(start) +
           R"(,"o":{"s":"BTCUSDT","S":"SELL","o":"LIMIT","f":"IOC","q":"5","p":"90000","ap":"90000",)"
           R"("X":"FILLED","l":"1","z":")" +
           size + R"(","T":)" + ms(start) + "}}}";
}

LiveRules rules(Span backfill)
{
    LiveRules made;
    made.backfill = backfill;
    made.deep.clear();
    return made;
}

/// A provider with bitcoin alone, and the candles that it wanted to store.
class History final {
public:
    explicit History(const char* provider, Span backfill = std::chrono::minutes{10}, StoredPast past = {},
                     const std::vector<QByteArray>& assets = {"BTC"})
        : feed(findFeed(QString::fromLatin1(provider))->make(assets)),
          history(*feed, rules(backfill), std::move(past))
    {
    }

    /// The next question that is about candles.
    std::optional<RestRequest> nextPage(UtcTime here)
    {
        for (int tries = 0; tries < 20; ++tries) {
            const auto request = history.next(here);
            if (!request || request->purpose == RestRequest::Purpose::Candles)
                return request;
        }
        return std::nullopt;
    }
    void tellTime(UtcTime venue, UtcTime here)
    {
        const auto request = history.next(here);
        QVERIFY(request && request->purpose == RestRequest::Purpose::ServerTime);
        QCOMPARE(history.answered(*request, timeAnswer(venue), {}, here).kind, Reading::Kind::Data);
    }
    std::vector<Candle> stored(UtcTime here)
    {
        std::vector<Candle> all;
        for (const SeriesWrite& write : history.takeWrites(here, true))
            all.insert(all.end(), write.candles.begin(), write.candles.end());
        return all;
    }

    std::unique_ptr<Feed> feed;
    FeedHistory history;
};

/// A bitcoin contract is worth 0.05.
void tellContracts(History& okx, UtcTime here)
{
    const RestRequest contracts{.purpose = RestRequest::Purpose::Contracts, .path = QString()};
    const auto reading = okx.history.answered(
        contracts,
        R"({"code":"0","msg":"","data":[{"instId":"BTC-USDT-SWAP","ctType":"linear","ctVal":"0.05",)"
        R"("ctMult":"1","ctValCcy":"BTC"}]})",
        here, here);
    QCOMPARE(reading.kind, Reading::Kind::Data);
}

} // namespace

/// Rules of the live record, with a venue that is told by hand.
class TestFeedHistory : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }
    void candlesAreClosedByTheVenuesClock();
    void aDateHoursAwayChangesWhatIsAsked();
    void restHoldsOverTheStream();
    void anOlderAnswerDoesNotHold();
    void anOpenCandleIsNeverStored();
    void minutesOfAnOutageAreAskedAgain();
    void lastMinutesAndHoursAreReadAgain();
    void anOrderToldTwiceIsNewOnce();
    void aProblemStandsUntilItsQuestionIsAnswered();
    void ordersOfAnAssetStandUnderIt();
    void pricesThatAreLookedAtAndForcedOrdersAreUrgent();
    void aPongProvesNothingBeforeTheSubscription();
    void ordersWaitForTheSizesOfContracts();
    void aTimeThatCannotBeIsRefused();
    void whatTheVenueRefusesIsAskedForLater();
    void aQuestionThatWasNotPutIsPutAgain();
    void aJumpOfTheVenuesClockIsBelievedTwiceTold();
    void aRecordGoesOnAfterAWrongClock();
    void durations_data();
    void durations();
    void settingsFile();
};

void TestFeedHistory::candlesAreClosedByTheVenuesClock()
{
    History binance("binance");
    const UtcTime here = start + std::chrono::hours{7};
    binance.tellTime(start + minute * 10 + std::chrono::seconds{30}, here);
    const auto page = binance.nextPage(here);
    QVERIFY(page);
    QCOMPARE(page->range, (TimeRange{start, start + minute * 10}));
    QByteArray rows = "[";
    for (int i = 0; i <= 10; ++i)
        rows += (i > 0 ? "," : "") + row(start + minute * i, "105", "9");
    const auto reading = binance.history.answered(*page, rows + ']', {}, here);
    QCOMPARE(reading.kind, Reading::Kind::Data);
    QCOMPARE(binance.stored(here).size(), std::size_t{10});
    QCOMPARE(binance.history.status().missingMinutes, 0);
}

void TestFeedHistory::aDateHoursAwayChangesWhatIsAsked()
{
    History coinbase("coinbase");
    const UtcTime here = start + std::chrono::hours{24 * 300};
    const auto first = coinbase.nextPage(here);
    QVERIFY(first);
    QCOMPARE(first->range.to, here - minute);
    const auto answered =
        coinbase.history.answered(*first, "[]", start, here + std::chrono::milliseconds{40});
    QCOMPARE(answered.kind, Reading::Kind::Data);
    const auto second = coinbase.nextPage(here + std::chrono::seconds{2});
    QVERIFY(second);
    QCOMPARE(second->range, (TimeRange{start - minute * 10, start}));
}

void TestFeedHistory::restHoldsOverTheStream()
{
    History binance("binance");
    binance.tellTime(start, start);
    const UtcTime ended = start + minute + Span{50};
    binance.history.message(0, kline(start, ended, "105", "9", true), ended);
    QCOMPARE(binance.stored(ended).size(), std::size_t{1});
    const UtcTime later = ended + std::chrono::seconds{3};
    const auto page = binance.nextPage(later);
    QVERIFY(page && page->range.contains(start));
    static_cast<void>(binance.history.answered(*page, '[' + row(start, "106", "9.5") + ']', {}, later));
    const auto revised = binance.stored(later);
    QCOMPARE(revised.size(), std::size_t{1});
    QCOMPARE(revised.front().close, Price::whole(106));
    binance.history.message(0, kline(start, later, "105", "9", true), later);
    QVERIFY(binance.stored(later).empty());
}

/// An answer from a cache, made before the minute was over: its volume is less. The next one holds.
void TestFeedHistory::anOlderAnswerDoesNotHold()
{
    History binance("binance");
    binance.tellTime(start, start);
    const UtcTime ended = start + minute + Span{50};
    binance.history.message(0, kline(start, ended, "105", "9", true), ended);
    static_cast<void>(binance.stored(ended));
    UtcTime here = ended + std::chrono::seconds{3};
    for (int answer = 0; answer < 2; ++answer) {
        const auto page = binance.nextPage(here);
        QVERIFY(page && page->range.contains(start));
        static_cast<void>(binance.history.answered(*page, '[' + row(start, "101", "8") + ']', {}, here));
        QCOMPARE(binance.stored(here).size(), static_cast<std::size_t>(answer));
        here += minute;
    }
}

void TestFeedHistory::anOpenCandleIsNeverStored()
{
    History binance("binance");
    binance.tellTime(start, start);
    const UtcTime here = start + std::chrono::seconds{20};
    binance.history.message(0, kline(start, here, "105", "9", false), here);
    QVERIFY(binance.stored(here).empty());
    LiveNews news;
    binance.history.takeNews(news, here);
    QCOMPARE(news.candles.size(), std::size_t{1});
    QVERIFY(!news.candles.front().isClosed);
    binance.history.message(0, kline(start - minute, here, "99", "9", false), here);
    LiveNews older;
    binance.history.takeNews(older, here);
    QVERIFY(older.candles.empty());
}

void TestFeedHistory::minutesOfAnOutageAreAskedAgain()
{
    StoredPast past;
    past.candles = [](const SeriesKey&, Interval, TimeRange range) { return std::vector{range}; };
    History binance("binance", std::chrono::minutes{300}, past);
    const UtcTime begun = start + std::chrono::seconds{10};
    binance.tellTime(begun, begun);
    while (const auto page = binance.nextPage(begun))
        static_cast<void>(binance.history.answered(*page, "[]", {}, begun));
    const UtcTime before = start + std::chrono::seconds{50};
    binance.history.opened(0, before);
    binance.history.message(0, kline(start, before, "105", "9", false), before);
    binance.history.closed(0, before + std::chrono::seconds{1}, QStringLiteral("cut"));
    const UtcTime after = start + minute * 5 + std::chrono::seconds{10};
    binance.history.opened(0, after);
    binance.history.message(0, kline(start + minute * 5, after, "105", "9", false), after);
    QCOMPARE(binance.history.status().gapsOpened, 1);
    const auto page = binance.nextPage(after);
    QVERIFY(page);
    QCOMPARE(toIso(page->range.from), toIso(start));
    QCOMPARE(toIso(page->range.to), toIso(start + minute * 5));
    QByteArray rows = "[";
    for (int i = 0; i < 5; ++i)
        rows += (i > 0 ? "," : "") + row(start + minute * i, "105", "9");
    static_cast<void>(binance.history.answered(*page, rows + ']', {}, after));
    QCOMPARE(binance.history.status().gapsFilled, 0);
    const UtcTime end = start + minute * 6 + std::chrono::seconds{3};
    const auto last = binance.nextPage(end);
    QVERIFY(last);
    static_cast<void>(
        binance.history.answered(*last, '[' + row(start + minute * 5, "105", "9") + ']', {}, end));
    QCOMPARE(binance.history.status().gapsFilled, 1);
}

void TestFeedHistory::lastMinutesAndHoursAreReadAgain()
{
    StoredPast past;
    past.candles = [](const SeriesKey&, Interval, TimeRange) {
        return std::vector{TimeRange{start - std::chrono::hours{10}, start + std::chrono::hours{10}}};
    };
    History binance("binance", std::chrono::minutes{300}, past);
    const UtcTime now = start + minute * 30 + std::chrono::seconds{10};
    binance.tellTime(now, now);
    while (binance.nextPage(now)) {
    }
    const UtcTime next = start + minute * 31 + std::chrono::seconds{2};
    const auto minutes = binance.nextPage(next);
    QVERIFY(minutes);
    QCOMPARE(minutes->range, (TimeRange{start + minute * 28, start + minute * 31}));
    const UtcTime hour = start + minute * 60 + std::chrono::seconds{2};
    const auto hours = binance.nextPage(hour);
    QVERIFY(hours);
    QCOMPARE(hours->range, (TimeRange{start - minute * 60, start + minute * 60}));
}

void TestFeedHistory::pricesThatAreLookedAtAndForcedOrdersAreUrgent()
{
    const QString bitcoin = QStringLiteral("binance:BTCUSDT");
    const QString ether = QStringLiteral("binance:ETHUSDT");
    History binance("binance", std::chrono::minutes{10}, {}, {"BTC", "ETH"});
    binance.tellTime(start, start);
    QVERIFY(!binance.history.hasUrgentNews(bitcoin));
    binance.history.message(0, kline(start, start, "105", "9", false), start);
    QVERIFY(binance.history.hasUrgentNews(bitcoin));
    QVERIFY(!binance.history.hasUrgentNews(ether));
    QVERIFY(!binance.history.hasUrgentNews(QStringLiteral("coinbase:BTC-USD")));
    LiveNews news;
    binance.history.takeNews(news, start);
    QVERIFY(!binance.history.hasUrgentNews(bitcoin));

    History futures("binance-futures");
    futures.tellTime(start, start);
    futures.history.message(0, forceOrder("!forceOrder@arr", "1"), start);
    QVERIFY(futures.history.hasUrgentNews(bitcoin));
}

/// Of the stream of all contracts and of the one's own; and what was stored before is told again.
void TestFeedHistory::anOrderToldTwiceIsNewOnce()
{
    StoredPast past;
    past.lastLiquidations = [](const SeriesKey&) {
        return std::vector{Liquidation{start, PositionSide::Long, Price::whole(90'000), Quantity{100'000'000},
                                       Amount{90'000 * decimalUnits}}};
    };
    History futures("binance-futures", std::chrono::minutes{10}, past);
    futures.tellTime(start, start);
    for (const char* stream : {"!forceOrder@arr", "btcusdt@forceOrder"}) {
        for (const char* size : {"1", "2"})
            futures.history.message(0, forceOrder(stream, size), start);
    }
    LiveNews news;
    futures.history.takeNews(news, start);
    QCOMPARE(news.liquidations.size(), std::size_t{1});
    QCOMPARE(news.liquidations.front().items.size(), std::size_t{1});
    QCOMPARE(news.liquidations.front().items.front().usd, Amount{180'000 * decimalUnits});
    QCOMPARE(futures.history.waitingWrites(), std::size_t{1});
}

/// The venue's time is another question; the page that failed is put again later.
void TestFeedHistory::aProblemStandsUntilItsQuestionIsAnswered()
{
    History binance("binance");
    binance.tellTime(start, start);
    const auto page = binance.nextPage(start);
    QVERIFY(page);
    const QString sentence = QStringLiteral("The answer cannot be read.");
    binance.history.failed(*page, {Error::Kind::Malformed, sentence}, start);
    QCOMPARE(binance.history.status().problem, sentence);
    RestRequest time;
    time.purpose = RestRequest::Purpose::ServerTime;
    QCOMPARE(binance.history.answered(time, timeAnswer(start), {}, start).kind, Reading::Kind::Data);
    QCOMPARE(binance.history.status().problem, sentence);
    QCOMPARE(binance.history.answered(*page, '[' + row(page->range.from, "100", "1") + ']', {}, start).kind,
             Reading::Kind::Data);
    QCOMPARE(binance.history.status().problem, QString());
}

void TestFeedHistory::ordersOfAnAssetStandUnderIt()
{
    History bybit("bybit", std::chrono::minutes{10}, {}, {"ETH", "BTC"});
    for (const char* symbol : {"BTCUSDT", "ETHUSDT"}) {
        const QByteArray text = QByteArray(R"({"topic":"allLiquidation.)") + symbol +
                                R"(","type":"snapshot","ts":)" + ms(start) + R"(,"data":[{"T":)" + ms(start) +
                                R"(,"s":")" + symbol + R"(","S":"Buy","v":"1","p":"100"}]})";
        int route = 0;
        while (
            !bybit.history.routes()[static_cast<std::size_t>(route)].path.endsWith(QStringLiteral("linear")))
            ++route;
        bybit.history.message(route, text, start);
    }
    LiveNews news;
    bybit.history.takeNews(news, start);
    QCOMPARE(news.liquidations.size(), std::size_t{2});
    QCOMPARE(news.liquidations[0].series, QStringLiteral("liquidations/bybit"));
    QCOMPARE(news.liquidations[1].series, QStringLiteral("liquidations/bybit/eth"));
}

void TestFeedHistory::aPongProvesNothingBeforeTheSubscription()
{
    History okx("okx");
    const auto recorded = [&okx](UtcTime here) {
        std::vector<Coverage> entries;
        for (const SeriesWrite& write : okx.history.takeWrites(here, true))
            entries.insert(entries.end(), write.coverage.begin(), write.coverage.end());
        return entries;
    };
    const int route = 0;
    QCOMPARE(okx.history.routes()[route].name, QStringLiteral("public"));
    tellContracts(okx, start);
    okx.history.opened(route, start);
    okx.history.message(route, R"({"event":"error","code":"60018","msg":"Wrong channel"})", start);
    okx.history.message(route, "pong", start);
    okx.history.message(route, "pong", start + minute);
    QCOMPARE(recorded(start + minute), std::vector<Coverage>{});
    okx.history.message(
        route,
        R"({"event":"subscribe","arg":{"channel":"liquidation-orders","instType":"SWAP"},"connId":"a"})",
        start + minute);
    okx.history.message(route, "pong", start + minute);
    okx.history.message(route, "pong", start + 2 * minute);
    const auto entries = recorded(start + 2 * minute);
    QCOMPARE(entries.size(), std::size_t{1});
    QCOMPARE(entries.front().range, (TimeRange{start + minute, start + 2 * minute}));
    QCOMPARE(entries.front().state, CoverageState::Sampled);
}

/// What a contract is worth is the venue's to say: nothing is computed, and nothing is lost, before it did.
void TestFeedHistory::ordersWaitForTheSizesOfContracts()
{
    History okx("okx");
    const auto order = [](UtcTime at, const char* size) {
        return QByteArray(R"({"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"details":[)"
                          R"({"bkLoss":"0","bkPx":"90000","ccy":"","posSide":"long","side":"sell","sz":")") +
               size + R"(","ts":")" + ms(at) +
               R"("}],"instFamily":"BTC-USDT","instId":"BTC-USDT-SWAP","instType":"SWAP","uly":"BTC-USDT"}]})";
    };
    okx.history.opened(0, start);
    okx.history.message(0, order(start, "10"), start);
    okx.history.message(0, order(start + minute, "20"), start + minute);
    okx.history.message(0, order(start + minute, "20"), start + minute); // a repeat
    QVERIFY(okx.history.takeWrites(start + minute, true).empty());
    const UtcTime later = start + 2 * minute;
    tellContracts(okx, later);
    std::vector<Liquidation> stored;
    std::vector<Coverage> entries;
    for (const SeriesWrite& write : okx.history.takeWrites(later, true)) {
        stored.insert(stored.end(), write.liquidations.begin(), write.liquidations.end());
        entries.insert(entries.end(), write.coverage.begin(), write.coverage.end());
    }
    QCOMPARE(stored.size(), std::size_t{2});
    QCOMPARE(stored[0].usd, Amount{45'000 * decimalUnits}); // 10 x 0.05 x 90,000
    QCOMPARE(stored[1].usd, Amount{90'000 * decimalUnits});
    QCOMPARE(entries.size(), std::size_t{1});
    QCOMPARE(entries.front().range, (TimeRange{start, start + minute}));
    QCOMPARE(okx.history.status().rejected, 0);
}

void TestFeedHistory::aTimeThatCannotBeIsRefused()
{
    History bybit("bybit");
    const auto order = [](UtcTime at) {
        return QByteArray(R"({"topic":"allLiquidation.BTCUSDT","type":"snapshot","ts":)") + ms(start) +
               R"(,"data":[{"T":)" + ms(at) + R"(,"s":"BTCUSDT","S":"Buy","v":"1","p":"100"}]})";
    };
    const auto stored = [&](UtcTime at) {
        bybit.history.message(0, order(at), start);
        return bybit.history.waitingWrites();
    };
    static_cast<void>(bybit.history.answered(
        {.purpose = RestRequest::Purpose::OpenInterest, .path = QString()}, "{}", start, start));
    static_cast<void>(bybit.history.takeWrites(start, true));
    QCOMPARE(stored(start + std::chrono::minutes{6}), std::size_t{0});
    QCOMPARE(stored(fromMsecs(1000)), std::size_t{0});
    QCOMPARE(bybit.history.status().rejects.at(QStringLiteral("a liquidation has a time that cannot be")), 2);
    QCOMPARE(stored(start - std::chrono::hours{24}), std::size_t{1}); // told again after a while
}

/// One instrument that the venue does not know holds up no other.
void TestFeedHistory::whatTheVenueRefusesIsAskedForLater()
{
    History kraken("kraken", std::chrono::minutes{60}, {}, {"ADA", "SOL"});
    UtcTime here = start + minute * 30 + std::chrono::seconds{10};
    const auto first = kraken.nextPage(here);
    QVERIFY(first);
    QCOMPARE(first->instrument, 0);
    const auto answered =
        kraken.history.answered(*first, R"({"error":["EQuery:Unknown asset pair"]})", here, here);
    QVERIFY(answered.kind != Reading::Kind::Data);
    const auto second = kraken.nextPage(here);
    QVERIFY(second);
    QCOMPARE(second->instrument, 1);
    QVERIFY(!kraken.nextPage(here));
    here += std::chrono::seconds{1};
    QCOMPARE(kraken.nextPage(here)->instrument, 0);
    static_cast<void>(
        kraken.history.answered(*first, R"({"error":["EQuery:Unknown asset pair"]})", here, here));
    QVERIFY(!kraken.nextPage(here + std::chrono::seconds{1}));
    QVERIFY(kraken.nextPage(here + std::chrono::seconds{2}));
}

void TestFeedHistory::aQuestionThatWasNotPutIsPutAgain()
{
    History binance("binance");
    binance.tellTime(start, start);
    const auto page = binance.nextPage(start);
    QVERIFY(page);
    QVERIFY(!binance.nextPage(start));
    binance.history.notAsked(*page);
    QCOMPARE(binance.nextPage(start)->range, page->range);
    QVERIFY(binance.history.status().problem.isEmpty());
}

void TestFeedHistory::aJumpOfTheVenuesClockIsBelievedTwiceTold()
{
    History binance("binance");
    binance.tellTime(start, start);
    const RestRequest time{.purpose = RestRequest::Purpose::ServerTime, .path = QString()};
    const Span jump = std::chrono::hours{2};
    const auto tell = [&](UtcTime here, Span offset) {
        static_cast<void>(binance.history.answered(time, timeAnswer(here + offset), {}, here));
        return binance.history.clock().at(here) - here;
    };
    QCOMPARE(tell(start + minute, jump), Span{});
    QCOMPARE(tell(start + minute * 2, Span{}), Span{});
    QCOMPARE(tell(start + minute * 3, jump), Span{});
    QCOMPARE(tell(start + minute * 4, jump), jump);
    QCOMPARE(binance.nextPage(start + minute * 4)->range.to, start + minute * 3 + jump);
}

/// An earlier run's clock was two hours ahead: what is recorded now counts all the same.
void TestFeedHistory::aRecordGoesOnAfterAWrongClock()
{
    StoredPast past;
    past.recordedUntil = [](const SeriesKey&) { return std::optional(start + std::chrono::hours{2}); };
    History futures("binance-futures", std::chrono::minutes{10}, past);
    futures.tellTime(start, start);
    const auto hear = [&](UtcTime at) {
        futures.history.message(0, "{\"stream\":\"x\",\"data\":{\"e\":\"unknown\"}}", at);
    };
    futures.history.opened(0, start);
    hear(start);
    hear(start + minute);
    futures.history.closed(0, start + minute, QStringLiteral("cut"));
    hear(start + minute * 3);
    hear(start + minute * 4);
    std::vector<Coverage> entries;
    for (const SeriesWrite& write : futures.history.takeWrites(start + minute * 4, true))
        entries.insert(entries.end(), write.coverage.begin(), write.coverage.end());
    QCOMPARE(entries.size(), std::size_t{3});
    QCOMPARE(entries[0].range, (TimeRange{start, start + minute}));
    QCOMPARE(entries[1].range, (TimeRange{start + minute, start + minute * 3}));
    QCOMPARE(entries[1].state, CoverageState::Missing);
    QCOMPARE(entries[2].range, (TimeRange{start + minute * 3, start + minute * 4}));
}

void TestFeedHistory::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("msecs"); ///< -1: none
    const auto row = [](const char* text, qint64 msecs) {
        QTest::newRow(text) << QString::fromLatin1(text) << msecs;
    };
    row("90s", 90'000);
    row("5m", 300'000);
    row("2h", 7'200'000);
    row("7d", 604'800'000);
    row("0s", 0);
    row("5", -1);
    row("m", -1);
    row("-5m", -1);
    row("5w", -1);
    row("1.5h", -1);
    row("99999999d", -1);
}

void TestFeedHistory::durations()
{
    QFETCH(QString, text);
    QFETCH(qint64, msecs);
    const auto span = parseDuration(text);
    QCOMPARE(span ? span->count() : -1, msecs);
}

void TestFeedHistory::settingsFile()
{
    const QTemporaryDir folder;
    QVERIFY(loadLiveSettings(folder.path()).value().endpoints.empty());
    const auto write = [&folder](const char* text) {
        QFile file(folder.filePath(QStringLiteral("live.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(
        R"({"backfill":"30d","sources":["okx"],"endpoints":{"okx.rest":"http://127.0.0.1:9"},"backoff":{"first":"1s"}})");
    const auto settings = loadLiveSettings(folder.path());
    QVERIFY(settings.hasValue());
    QCOMPARE(*settings.value().backfill, Span{std::chrono::hours{720}});
    QCOMPARE(settings.value().sources, QStringList{QStringLiteral("okx")});
    QCOMPARE(settings.value().endpoints.at(QStringLiteral("okx.rest")), QStringLiteral("http://127.0.0.1:9"));
    QCOMPARE(settings.value().link.backoff.first, Span{1000});
    for (const char* wrong :
         {"[", R"({"backfill":90})", R"({"backoff":{"first":"40s"}})", R"({"backoff":{"jitter":7}})",
          R"({"backoff":3})", R"({"sources":["okx","nix"]})", R"({"sources":"okx"})", R"({"sources":[]})",
          R"({"link":{"overlap":2}})", R"({"providers":{"okx":{"page":0}}})",
          R"({"providers":{"kraken":{"questionsPerSecond":"1"}}})", R"({"providers":[]})"}) {
        write(wrong);
        QVERIFY2(loadLiveSettings(folder.path()).hasError(), wrong);
    }
    write(R"({"providers":{"kraken":{"page":100,"reach":"2h","questionsPerSecond":4,"silence":"7s"}}})");
    const auto tunings = loadLiveSettings(folder.path()).value().tunings;
    const auto feed =
        tuned(findFeed(QStringLiteral("kraken"))->make({"BTC"}), tunings.at(QStringLiteral("kraken")));
    QCOMPARE(feed->candlePage(0, oneMinute), 100);
    QCOMPARE(feed->candleReach(0, oneMinute), Span{std::chrono::hours{2}});
    QCOMPARE(feed->traits().rate.spacing, Span{250});
    QCOMPARE(feed->routes().front().silence, Span{7000});
    QCOMPARE(feed->routes().front().heartbeat.every, Span{std::chrono::seconds{30}}); // its own
}

QTEST_GUILESS_MAIN(TestFeedHistory)
#include "tst_feedhistory.moc"
