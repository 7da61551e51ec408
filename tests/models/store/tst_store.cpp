// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
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

const TimeRange always{earliestTime, latestTime};

Candle candle(const char* open, int price)
{
    return {at(open),
            Price::whole(price),
            Price::whole(price + 2),
            Price::whole(price - 2),
            Price::whole(price + 1),
            Amount::parse("1.5"),
            std::nullopt,
            std::nullopt,
            std::nullopt};
}

Sample sample(const char* from, const char* to, const char* known, const char* value)
{
    return {at(from), at(to), at(known), *Amount::parse(value)};
}

QString words(const std::vector<MergeOutcome>& outcomes)
{
    QString text;
    for (const MergeOutcome outcome : outcomes)
        text += outcome == MergeOutcome::Added ? u'A' : outcome == MergeOutcome::Revised ? u'R' : u'U';
    return text;
}

QString candleText(const std::vector<Candle>& candles)
{
    QStringList parts;
    for (const Candle& c : candles)
        parts.append(toIso(c.openTime).mid(11, 5) + u'=' + QString::fromLatin1(c.open.toText()));
    return parts.join(u' ');
}

QString sampleText(const std::vector<Sample>& samples)
{
    QStringList parts;
    for (const Sample& s : samples)
        parts.append(toIso(s.from).left(10) + u'=' + QString::fromLatin1(s.value.toText()) + u'@' +
                     toIso(s.knownAt).left(10));
    return parts.join(u' ');
}

} // namespace

class StoreTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void seriesAreToldApartByTheirKey();
    void candleMergesFollowTheRules();
    void aColumnThatIsNotGivenIsKept();
    void candlesInAnyOrderAreStoredOnce();
    void revisionsAreReadAsTheyWereKnown();
    void sampleMergesFollowTheRules();
    void samplesAreReadAsTheyWereKnown();
    void equalLiquidationsInOneCallAreSeveral();
    void eventsKeepTheirRevisions();
    void coverageIsReplacedWithinItsRanges();
    void levelsAreReplacedById();
    void documentsAreKeptByName();
    void anErrorUndoesTheTransaction();
    void extentsCountRowsAndGaps();

private:
    StoredSeries made(const QString& name, SeriesKind kind);
    QString openPrices(std::optional<UtcTime> asOf = {});

    FakeClock m_clock{at("2026-01-21T12:00:00Z")};
    std::unique_ptr<Store> m_store;
    qint64 m_price = 0;
};

void StoreTest::init()
{
    testing::failOnAnyWarning();
    m_clock.set(at("2026-01-21T12:00:00Z"));
    m_store.reset();
    m_store = std::move(Store::openInMemory(m_clock)).value();
    m_price = made(QStringLiteral("price/binance:BTCUSDT"), SeriesKind::Candles).id;
}

StoredSeries StoreTest::made(const QString& name, SeriesKind kind)
{
    return m_store
        ->ensureSeries({.name = name, .source = QStringLiteral("test"), .definition = {}}, kind,
                       QStringLiteral("USD"))
        .value();
}

QString StoreTest::openPrices(std::optional<UtcTime> asOf)
{
    return candleText(m_store->candles(m_price, oneMinute, always, asOf).value());
}

void StoreTest::seriesAreToldApartByTheirKey()
{
    const SeriesKey key{
        .name = QStringLiteral("etf/btc/IBIT"), .source = QStringLiteral("a"), .definition = {}};
    SeriesKey other = key;
    other.source = QStringLiteral("b");
    const auto first = m_store->ensureSeries(key, SeriesKind::Samples, QStringLiteral("USD")).value();
    const auto second = m_store->ensureSeries(other, SeriesKind::Samples, QStringLiteral("BTC")).value();
    QVERIFY(first.id != second.id);
    QCOMPARE(m_store->ensureSeries(key, SeriesKind::Samples, QStringLiteral("EUR")).value(), first);
    QCOMPARE(m_store->find(key.name).value(), (std::vector{first, second}));
    QCOMPARE(m_store->list().value().size(), std::size_t{3});
    QVERIFY(m_store->ensureSeries(key, SeriesKind::Candles, {}).hasError());
}

void StoreTest::candleMergesFollowTheRules()
{
    const std::vector first{candle("2026-01-20T23:59Z", 100), candle("2026-01-21T00:00Z", 101)};
    QCOMPARE(words(m_store->mergeCandles(m_price, oneMinute, first).value()), QStringLiteral("AA"));
    QCOMPARE(words(m_store->mergeCandles(m_price, oneMinute, first).value()), QStringLiteral("UU"));
    const std::vector second{candle("2026-01-21T00:00Z", 102), candle("2026-01-21T00:01Z", 103)};
    QCOMPARE(words(m_store->mergeCandles(m_price, oneMinute, second).value()), QStringLiteral("RA"));
    QCOMPARE(openPrices(), QStringLiteral("23:59=100 00:00=102 00:01=103"));
    QCOMPARE(m_store->find(QStringLiteral("price/binance:BTCUSDT")).value().front().intervals,
             std::vector{oneMinute});
}

void StoreTest::aColumnThatIsNotGivenIsKept()
{
    Candle full = candle("2026-01-21T00:00Z", 100);
    full.trades = 7;
    Candle bare = full;
    bare.volume.reset();
    bare.trades.reset();
    QCOMPARE(words(m_store->mergeCandles(m_price, oneMinute, std::vector{full, bare}).value()),
             QStringLiteral("AU"));
    bare.quoteVolume = Amount::parse("9");
    QCOMPARE(words(m_store->mergeCandles(m_price, oneMinute, std::vector{bare}).value()),
             QStringLiteral("R"));
    full.quoteVolume = bare.quoteVolume;
    QVERIFY(m_store->candles(m_price, oneMinute, always).value() == std::vector{full});
}

void StoreTest::candlesInAnyOrderAreStoredOnce()
{
    const std::vector candles{candle("2026-01-21T00:02Z", 3), candle("2026-01-20T00:02Z", 1),
                              candle("2026-01-21T00:00Z", 5), candle("2026-01-21T00:02Z", 4),
                              candle("2026-01-21T00:02Z", 4)};
    QCOMPARE(words(m_store->mergeCandles(m_price, oneMinute, candles).value()), QStringLiteral("AAARU"));
    QCOMPARE(openPrices(), QStringLiteral("00:02=1 00:00=5 00:02=4"));
}

void StoreTest::revisionsAreReadAsTheyWereKnown()
{
    const auto merge = [this](int price) {
        return words(
            m_store->mergeCandles(m_price, oneMinute, std::vector{candle("2026-01-21T00:00Z", price)})
                .value());
    };
    QCOMPARE(merge(100), QStringLiteral("A"));
    m_clock.set(at("2026-01-21T13:00:00Z"));
    QCOMPARE(merge(200), QStringLiteral("R"));
    QCOMPARE(merge(300), QStringLiteral("R"));
    m_clock.set(at("2026-01-21T14:00:00Z"));
    QCOMPARE(merge(400), QStringLiteral("R"));
    QCOMPARE(openPrices(at("2026-01-21T00:00:59.999Z")), QString());
    QCOMPARE(openPrices(at("2026-01-21T00:01Z")), QStringLiteral("00:00=100"));
    QCOMPARE(openPrices(at("2026-01-21T12:59:59.999Z")), QStringLiteral("00:00=100"));
    QCOMPARE(openPrices(at("2026-01-21T13:00Z")), QStringLiteral("00:00=300"));
    QCOMPARE(openPrices(at("2026-01-21T14:00Z")), QStringLiteral("00:00=400"));
    QCOMPARE(openPrices(), QStringLiteral("00:00=400"));
    std::vector<qint64> visited;
    const auto visit = [&visited](const CandleColumns& columns) {
        visited.insert(visited.end(), columns.open.begin(), columns.open.end());
        return true;
    };
    QVERIFY(m_store->visitCandles(m_price, oneMinute, always, at("2026-01-21T13:30Z"), visit).hasValue());
    QCOMPARE(visited, std::vector{Price::whole(300).units});
}

void StoreTest::sampleMergesFollowTheRules()
{
    const qint64 id = made(QStringLiteral("macro/x"), SeriesKind::Samples).id;
    const auto merge = [&](const char* known, const char* value) {
        return words(
            m_store->mergeSamples(id, std::vector{sample("2026-01-10", "2026-01-11", known, value)}).value());
    };
    const auto held = [&] { return sampleText(m_store->samples(id, always).value()); };
    QCOMPARE(merge("2026-01-11", "1"), QStringLiteral("A"));
    QCOMPARE(merge("2026-01-12", "1"), QStringLiteral("U"));
    QCOMPARE(merge("2026-01-13", "2"), QStringLiteral("R"));
    QCOMPARE(held(), QStringLiteral("2026-01-10=2@2026-01-13"));
    QCOMPARE(merge("2026-01-11", "1"), QStringLiteral("U"));
    QCOMPARE(held(), QStringLiteral("2026-01-10=2@2026-01-13"));
    QCOMPARE(merge("2026-01-11", "3"), QStringLiteral("R"));
    QCOMPARE(held(), QStringLiteral("2026-01-10=3@2026-01-21"));
    QCOMPARE(merge("2026-01-14", "1"), QStringLiteral("R"));
    QCOMPARE(m_store->samples(id, always).value().front().knownAt, at("2026-01-21T12:00:00.001Z"));
}

void StoreTest::samplesAreReadAsTheyWereKnown()
{
    const qint64 id = made(QStringLiteral("macro/x"), SeriesKind::Samples).id;
    const std::vector samples{sample("2026-01-10", "2026-01-11", "2026-01-11", "1"),
                              sample("2026-01-10", "2026-01-11", "2026-01-13", "2"),
                              sample("2026-01-11", "2026-01-12", "2026-01-12", "0.00000001"),
                              sample("2026-01-10", "2026-01-17", "2026-01-17", "-123456789012345678.5")};
    QCOMPARE(words(m_store->mergeSamples(id, samples).value()), QStringLiteral("ARAA"));
    const auto held = [&](const char* asOf) {
        return sampleText(m_store->samples(id, always, at(asOf)).value());
    };
    QCOMPARE(held("2026-01-10T23:59:59Z"), QString());
    QCOMPARE(held("2026-01-11"), QStringLiteral("2026-01-10=1@2026-01-11"));
    QCOMPARE(held("2026-01-13"), QStringLiteral("2026-01-10=2@2026-01-13 2026-01-11=0.00000001@2026-01-12"));
    const auto some = m_store->samples(id, {at("2026-01-11"), at("2026-01-12")}).value();
    QCOMPARE(sampleText(some), QStringLiteral("2026-01-11=0.00000001@2026-01-12"));
    QCOMPARE(m_store->samples(id, always).value()[1].value, *Amount::parse("-123456789012345678.5"));
}

void StoreTest::equalLiquidationsInOneCallAreSeveral()
{
    const qint64 id = made(QStringLiteral("liquidations/binance"), SeriesKind::Liquidations).id;
    const Liquidation one{at("2026-01-20T10:00Z"), PositionSide::Long, Price::whole(90'000), Quantity{1000},
                          *Amount::parse("0.9")};
    Liquidation other = one;
    other.side = PositionSide::Short;
    const std::vector file{one, other, one};
    QCOMPARE(words(m_store->mergeLiquidations(id, file).value()), QStringLiteral("AAA"));
    QCOMPARE(words(m_store->mergeLiquidations(id, file).value()), QStringLiteral("UUU"));
    QCOMPARE(words(m_store->mergeLiquidations(id, std::vector{one, one, one}).value()),
             QStringLiteral("UUA"));
    QVERIFY(m_store->liquidations(id, always).value() == (std::vector{one, one, one, other}));
    QVERIFY(m_store->liquidations(id, always, at("2026-01-20T09:59Z")).value().empty());
    QCOMPARE(m_store->extent(id).value().rows, 4);
}

void StoreTest::eventsKeepTheirRevisions()
{
    const qint64 id = made(QStringLiteral("events/macro"), SeriesKind::Events).id;
    Event auction;
    auction.time = at("2026-01-20T03:35Z");
    auction.knownAt = at("2026-01-01");
    auction.title = QStringLiteral("20-year auction");
    auction.prior = Amount::parse("4.1");
    Event after = auction;
    after.knownAt = auction.time;
    after.actual = Amount::parse("3.19");
    QCOMPARE(words(m_store->mergeEvents(id, std::vector{auction, after, auction}).value()),
             QStringLiteral("ARU"));
    const auto before = m_store->events(id, always, at("2026-01-19")).value();
    QVERIFY(!before.front().actual);
    const auto now = m_store->events(id, always).value();
    QCOMPARE(now.size(), std::size_t{1});
    QCOMPARE(now.front().actual, Amount::parse("3.19"));
    QCOMPARE(now.front().id, QStringLiteral("2026-01-20T03:35:00Z 20-year auction"));
    QVERIFY(m_store->events(id, {at("2026-01-21"), at("2026-01-22")}).value().empty());
}

void StoreTest::coverageIsReplacedWithinItsRanges()
{
    const auto entry = [](const char* from, const char* to, CoverageState state) {
        return Coverage{{at(from), at(to)}, state, {}};
    };
    const std::vector first{entry("2026-01-01", "2026-01-10", CoverageState::Known)};
    QVERIFY(m_store->setCoverage(m_price, first).hasValue());
    const std::vector hole{entry("2026-01-03", "2026-01-04", CoverageState::Missing)};
    QVERIFY(m_store->setCoverage(m_price, hole).hasValue());
    const std::vector later{entry("2026-01-10", "2026-01-11", CoverageState::Known)};
    QVERIFY(m_store->setCoverage(m_price, later).hasValue());
    QVERIFY(m_store->coverage(m_price, always).value() ==
            (std::vector{entry("2026-01-01", "2026-01-03", CoverageState::Known), hole[0],
                         entry("2026-01-04", "2026-01-11", CoverageState::Known)}));
    QVERIFY(m_store->coverage(m_price, {at("2026-01-03"), at("2026-01-04")}).value() == hole);
}

void StoreTest::levelsAreReplacedById()
{
    Level band;
    band.id = QStringLiteral("defense-band");
    band.instrument = QStringLiteral("binance:BTCUSDT");
    band.name = QStringLiteral("Defense band");
    band.low = Price::whole(89'800);
    band.high = Price::parse("90000.00000001").value();
    band.role = LevelRole::Support;
    band.validFrom = at("2026-01-10");
    band.unknown.insert(QStringLiteral("colour"), QStringLiteral("blue"));
    Level line = band;
    line.id = QStringLiteral("a-line");
    QCOMPARE(words(m_store->putLevels(std::vector{band, line}).value()), QStringLiteral("AA"));
    QCOMPARE(words(m_store->putLevels(std::vector{band}).value()), QStringLiteral("U"));
    band.note = QStringLiteral("seen");
    QCOMPARE(words(m_store->putLevels(std::vector{band}).value()), QStringLiteral("R"));
    QVERIFY(m_store->levels().value() == (std::vector{line, band}));
    QVERIFY(m_store->removeLevel(line.id).hasValue());
    QCOMPARE(m_store->removeLevel(line.id).error().kind, Error::Kind::Unavailable);
    QVERIFY(m_store->levels().value() == std::vector{band});
}

void StoreTest::documentsAreKeptByName()
{
    const auto name = QStringLiteral("map/etf");
    QVERIFY(!m_store->document(name).value());
    QVERIFY(m_store->putDocument(name, QByteArray("a\0b", 3)).hasValue());
    QVERIFY(m_store->putDocument(name, QByteArray("c\0d", 3)).hasValue());
    QCOMPARE(*m_store->document(name).value(), QByteArray("c\0d", 3));
    QVERIFY(m_store->putDocument(name, {}).hasValue());
    QCOMPARE(*m_store->document(name).value(), QByteArray(""));
}

void StoreTest::anErrorUndoesTheTransaction()
{
    QVERIFY(m_store->begin().hasValue());
    QVERIFY(m_store->begin().hasError());
    QVERIFY(
        m_store->mergeCandles(m_price, oneMinute, std::vector{candle("2026-01-21T00:00Z", 100)}).hasValue());
    QCOMPARE(
        m_store->mergeCandles(999, oneMinute, std::vector{candle("2026-01-21T00:00Z", 100)}).error().kind,
        Error::Kind::Storage);
    QVERIFY(m_store->commit().hasError());
    QCOMPARE(openPrices(), QString());
    QVERIFY(
        m_store->mergeCandles(m_price, oneMinute, std::vector{candle("2026-01-21T00:00Z", 100)}).hasValue());
    QCOMPARE(openPrices(), QStringLiteral("00:00=100"));
}

void StoreTest::extentsCountRowsAndGaps()
{
    QCOMPARE(m_store->extent(m_price).value().rows, 0);
    const std::vector candles{candle("2026-01-20T23:58Z", 1), candle("2026-01-20T23:59Z", 1),
                              candle("2026-01-21T00:00Z", 1), candle("2026-01-21T00:05:30Z", 1),
                              candle("2026-01-23T00:00Z", 1)};
    QVERIFY(m_store->mergeCandles(m_price, oneMinute, candles).hasValue());
    const auto extent = m_store->extent(m_price).value();
    QCOMPARE(extent.rows, 5);
    QCOMPARE(extent.gaps, 2);
    QVERIFY((extent.range == TimeRange{at("2026-01-20T23:58Z"), at("2026-01-23T00:01Z")}));
}

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
