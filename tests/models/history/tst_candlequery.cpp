// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/candlebuckets.h"
#include "models/history/candlequery.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

#include <map>
#include <random>

using namespace holdline;
using holdline::testing::FakeClock;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

Candle flat(UtcTime open, int price)
{
    return {open,         Price::whole(price), Price::whole(price), Price::whole(price), Price::whole(price),
            std::nullopt, std::nullopt,        std::nullopt,        std::nullopt};
}

QString written(const std::vector<Candle>& candles)
{
    QStringList parts;
    for (const Candle& c : candles)
        parts.append(toIso(c.openTime).mid(8, 8) + u'=' + QString::fromLatin1(c.open.toText()));
    return parts.join(u' ');
}

/// One candle of a bucket made member by member, kept in a map.
std::vector<Candle> naiveBuckets(const std::vector<Candle>& candles, Interval interval)
{
    std::map<qint64, std::vector<Candle>> members;
    for (const Candle& candle : candles)
        members[toMsecs(interval.bucketStart(candle.openTime))].push_back(candle);
    std::vector<Candle> buckets;
    for (const auto& [start, list] : members) {
        Candle bucket = list.front();
        bucket.openTime = fromMsecs(start);
        bucket.close = list.back().close;
        Amount volume;
        bool hasVolume = false;
        for (const Candle& member : list) {
            bucket.high.units = std::max(bucket.high.units, member.high.units);
            bucket.low.units = std::min(bucket.low.units, member.low.units);
            hasVolume = hasVolume || member.volume.has_value();
            volume += member.volume.value_or(Amount{});
        }
        bucket.volume = hasVolume ? std::optional(volume) : std::nullopt;
        buckets.push_back(bucket);
    }
    return buckets;
}

} // namespace

class CandleQueryTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void bucketsAreMadeAsByHand();
    void bucketsAgreeWithTheNaiveOnes_data();
    void bucketsAgreeWithTheNaiveOnes();
    void storedBucketsAgreeWithTheNaiveOnes();
    void withoutIntervalTheFinestInTheRangeIsGiven();
    void aBucketIsMadeOfTheFinestThatCoversIt();
    void aCandleTakenBeforeItsEndGivesWay();
    void coarserCandlesLeftOutAreNamed();
    void aSourceOffTheGridAddsNothingToASlot();
    void finerThanStoredGivesNothingAndSaysSo();
    void theFirstMadeSourceWinsATime();
    void otherDefinitionsAreNamedAndLeftOut();
    void bucketsHoldWhatWasKnownThen();
    void onlyBucketsThatBeginInTheRange();

private:
    qint64 price(const QString& source = QStringLiteral("a"), const QString& definition = {});
    void put(qint64 id, Interval interval, const std::vector<Candle>& candles);
    QString ask(SeriesQuestion question);
    QString ask(const char* from, const char* to, std::optional<Interval> interval);

    FakeClock m_clock{at("2026-02-01")};
    std::unique_ptr<Store> m_store;
    CandleAnswer m_answer;
    SeriesSelection m_selection;
    const QString m_name = QStringLiteral("price/x:BTC");
};

void CandleQueryTest::init()
{
    testing::failOnAnyWarning();
    m_store.reset();
    m_store = std::move(Store::openInMemory(m_clock)).value();
}

qint64 CandleQueryTest::price(const QString& source, const QString& definition)
{
    const SeriesKey key{.name = m_name, .source = source, .definition = definition};
    return m_store->ensureSeries(key, SeriesKind::Candles, {}).value().id;
}

void CandleQueryTest::put(qint64 id, Interval interval, const std::vector<Candle>& candles)
{
    QVERIFY(m_store->mergeCandles(id, interval, candles).hasValue());
}

QString CandleQueryTest::ask(SeriesQuestion question)
{
    question.name = m_name;
    m_selection = selectSeries(*m_store, question).value();
    std::vector<Candle> all;
    m_answer =
        visitCandles(*m_store, m_selection, question, [&all](Interval, std::span<const Candle> candles) {
            all.insert(all.end(), candles.begin(), candles.end());
            return true;
        }).value();
    return written(all);
}

QString CandleQueryTest::ask(const char* from, const char* to, std::optional<Interval> interval)
{
    return ask({.name = {}, .range = {at(from), at(to)}, .interval = interval});
}

void CandleQueryTest::bucketsAreMadeAsByHand()
{
    const Candle first{
        at("2026-01-01T00:58Z"), Price{10}, Price{15}, Price{8}, Price{12}, Amount{3}, {}, Amount{1}, 5};
    const Candle second{
        at("2026-01-01T00:59:30Z"), Price{12}, Price{13}, Price{5}, Price{6}, Amount{4}, {}, {}, 6};
    const Candle third{at("2026-01-01T01:00Z"), Price{6}, Price{7}, Price{6}, Price{7}, {}, {}, {}, {}};
    const std::vector<Candle> expected{
        {at("2026-01-01T00:00Z"), Price{10}, Price{15}, Price{5}, Price{6}, Amount{7}, {}, Amount{1}, 11},
        {at("2026-01-01T01:00Z"), Price{6}, Price{7}, Price{6}, Price{7}, {}, {}, {}, {}}};
    QVERIFY(bucketCandles(std::vector{first, second, third}, oneHour) == expected);
}

static std::vector<Candle> randomMinutes(quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<Candle> candles;
    UtcTime time = at("2025-12-30T20:00Z");
    for (int i = 0; i < 6000; ++i) {
        time += std::chrono::minutes{random() % 10 == 0 ? 1 + random() % 4000 : 1};
        Candle candle = flat(time + Span{random() % 20 == 0 ? random() % 60'000 : 0}, 0);
        for (Price Candle::*field : {&Candle::open, &Candle::high, &Candle::low, &Candle::close})
            (candle.*field).units = static_cast<qint64>(random());
        if (random() % 3 != 0)
            candle.volume = Amount{static_cast<Int128>(random())};
        if (candles.empty() || candles.back().openTime < candle.openTime)
            candles.push_back(candle);
        time = oneMinute.bucketStart(time);
    }
    return candles;
}

void CandleQueryTest::bucketsAgreeWithTheNaiveOnes_data()
{
    QTest::addColumn<qint64>("interval");
    for (const Interval interval : {fiveMinutes, fifteenMinutes, oneHour, fourHours, oneDay, oneWeek})
        QTest::newRow(qPrintable(interval.name())) << qint64{interval.length.count()};
}

void CandleQueryTest::bucketsAgreeWithTheNaiveOnes()
{
    QFETCH(qint64, interval);
    const auto candles = randomMinutes(static_cast<quint32>(interval));
    QVERIFY(bucketCandles(candles, {Span{interval}}) == naiveBuckets(candles, {Span{interval}}));
}

void CandleQueryTest::storedBucketsAgreeWithTheNaiveOnes()
{
    const auto candles = randomMinutes(3);
    put(price(), oneMinute, candles);
    for (const Interval interval : {oneMinute, fifteenMinutes, oneDay, oneWeek}) {
        const SeriesQuestion question{.name = m_name, .interval = interval};
        const auto read = queryCandles(*m_store, selectSeries(*m_store, question).value(), question);
        QVERIFY(read.value() == naiveBuckets(candles, interval));
    }
    const SeriesQuestion asStored{.name = m_name};
    QVERIFY(queryCandles(*m_store, selectSeries(*m_store, asStored).value(), asStored).value() == candles);
}

void CandleQueryTest::withoutIntervalTheFinestInTheRangeIsGiven()
{
    const qint64 id = price();
    put(id, oneHour, {flat(at("2026-01-01T00:00Z"), 1), flat(at("2026-01-02T00:00Z"), 2)});
    put(id, oneMinute, {flat(at("2026-01-02T00:00Z"), 3)});
    QCOMPARE(ask("2026-01-01", "2026-01-03", {}), QStringLiteral("02T00:00=3"));
    QCOMPARE(m_answer.interval, oneMinute);
    QCOMPARE(ask("2026-01-01", "2026-01-02", {}), QStringLiteral("01T00:00=1"));
    QCOMPARE(m_answer.interval, oneHour);
    QCOMPARE(ask("2027-01-01", "2027-01-02", {}), QString());
}

static Candle wide(UtcTime open, int first, int high, int low, int close, int volume)
{
    return {open,
            Price::whole(first),
            Price::whole(high),
            Price::whole(low),
            Price::whole(close),
            Amount::fromDouble(volume),
            std::nullopt,
            std::nullopt,
            std::nullopt};
}

/// Two hours of a day as hours; of the second, half an hour as minutes, and all of the third.
void CandleQueryTest::aBucketIsMadeOfTheFinestThatCoversIt()
{
    const qint64 id = price();
    put(id, oneHour,
        {wide(at("2026-01-01T00:00Z"), 10, 20, 5, 11, 100),
         wide(at("2026-01-01T01:00Z"), 11, 30, 9, 12, 200)});
    std::vector<Candle> minutes;
    for (int i = 0; i < 30; ++i)
        minutes.push_back(wide(at("2026-01-01T01:00Z") + oneMinute.length * i, 11, 13, 10, 12, 1));
    for (int i = 0; i < 60; ++i)
        minutes.push_back(wide(at("2026-01-01T02:00Z") + oneMinute.length * i, 14, 15, 13, 14, 2));
    put(id, oneMinute, minutes);
    const auto of = [&](Interval interval) {
        const SeriesQuestion question{.name = m_name, .interval = interval};
        return queryCandles(*m_store, selectSeries(*m_store, question).value(), question).value();
    };
    QVERIFY(of(oneHour) == (std::vector{wide(at("2026-01-01T00:00Z"), 10, 20, 5, 11, 100),
                                        wide(at("2026-01-01T01:00Z"), 11, 30, 9, 12, 200),
                                        wide(at("2026-01-01T02:00Z"), 14, 15, 13, 14, 120)}));
    QVERIFY(of(oneDay) == (std::vector{wide(at("2026-01-01T00:00Z"), 10, 30, 5, 14, 420)}));
    QCOMPARE(of(fifteenMinutes).size(), std::size_t(6));
}

/// An hour that was read while it ran: the minutes that came later went higher than it knows.
void CandleQueryTest::aCandleTakenBeforeItsEndGivesWay()
{
    const qint64 id = price();
    put(id, oneHour, {wide(at("2026-01-01T01:00Z"), 11, 30, 9, 12, 200)});
    put(id, oneMinute, {wide(at("2026-01-01T01:30Z"), 29, 31, 28, 30, 7)});
    QCOMPARE(ask("2026-01-01", "2026-01-02", oneHour), QStringLiteral("01T01:00=29"));
    QCOMPARE(ask("2026-01-01", "2026-01-02", fifteenMinutes), QStringLiteral("01T01:30=29"));
}

void CandleQueryTest::coarserCandlesLeftOutAreNamed()
{
    const qint64 id = price();
    put(id, oneHour, {flat(at("2026-01-01T00:00Z"), 1)});
    put(id, oneMinute, {flat(at("2026-01-01T05:00Z"), 3)});
    QCOMPARE(ask("2026-01-01", "2026-01-02", {}), QStringLiteral("01T05:00=3"));
    QVERIFY(m_answer.left == std::vector{oneHour});
    QCOMPARE(ask("2026-01-01", "2026-01-02", oneHour), QStringLiteral("01T00:00=1 01T05:00=3"));
    QVERIFY(m_answer.left.empty());
}

/// The same minutes from a second source whose clock stood 40.799 s off: they count once.
void CandleQueryTest::aSourceOffTheGridAddsNothingToASlot()
{
    std::vector<Candle> onGrid;
    std::vector<Candle> offGrid;
    for (int i = 0; i < 10; ++i) {
        onGrid.push_back(wide(at("2026-01-01T00:00Z") + oneMinute.length * i, 10, 11, 9, 10, 1));
        offGrid.push_back(wide(at("2026-01-01T00:00:40.799Z") + oneMinute.length * i, 20, 21, 19, 20, 1));
    }
    put(price(QStringLiteral("a")), oneMinute, onGrid);
    put(price(QStringLiteral("b")), oneMinute, offGrid);
    const SeriesQuestion question{.name = m_name, .interval = oneHour};
    const auto hours = queryCandles(*m_store, selectSeries(*m_store, question).value(), question).value();
    QVERIFY(hours == (std::vector{wide(at("2026-01-01T00:00Z"), 10, 11, 9, 10, 10)}));
}

void CandleQueryTest::finerThanStoredGivesNothingAndSaysSo()
{
    put(price(), oneHour, {flat(at("2026-01-01T00:00Z"), 1)});
    QCOMPARE(ask("2026-01-01", "2026-01-02", oneMinute), QString());
    QCOMPARE(m_answer.coarser, oneHour);
    QCOMPARE(ask("2026-01-01", "2026-01-02", oneHour), QStringLiteral("01T00:00=1"));
    QVERIFY(!m_answer.coarser);
}

void CandleQueryTest::theFirstMadeSourceWinsATime()
{
    const qint64 second = price(QStringLiteral("b"));
    const qint64 first = price(QStringLiteral("a"));
    put(first, oneMinute, {flat(at("2026-01-01T00:00Z"), 1), flat(at("2026-01-01T00:01Z"), 1)});
    put(second, oneMinute, {flat(at("2026-01-01T00:01Z"), 2), flat(at("2026-01-01T00:02Z"), 2)});
    QCOMPARE(ask("2026-01-01", "2026-01-02", {}), QStringLiteral("01T00:00=1 01T00:01=2 01T00:02=2"));
    QVERIFY(m_selection.notes.isEmpty());
    QCOMPARE(ask({.name = {}, .source = QStringLiteral("a")}), QStringLiteral("01T00:00=1 01T00:01=1"));
}

void CandleQueryTest::otherDefinitionsAreNamedAndLeftOut()
{
    put(price(QStringLiteral("a"), QStringLiteral("trades")), oneMinute, {flat(at("2026-01-01T00:00Z"), 1)});
    put(price(QStringLiteral("a"), QStringLiteral("mid")), oneMinute, {flat(at("2026-01-01T00:01Z"), 2)});
    QCOMPARE(ask("2026-01-01", "2026-01-02", {}), QStringLiteral("01T00:00=1"));
    QCOMPARE(m_selection.notes.size(), 1);
    QVERIFY(m_selection.notes.front().contains(QStringLiteral("“mid”")));
    QCOMPARE(ask({.name = {}, .definition = QStringLiteral("mid")}), QStringLiteral("01T00:01=2"));
    QVERIFY(m_selection.notes.isEmpty());
}

void CandleQueryTest::bucketsHoldWhatWasKnownThen()
{
    const qint64 id = price();
    put(id, oneMinute, {flat(at("2026-01-01T00:00Z"), 1), flat(at("2026-01-01T00:01Z"), 2)});
    m_clock.set(at("2026-02-02"));
    put(id, oneMinute, {flat(at("2026-01-01T00:00Z"), 9)});
    const auto high = [&](const char* asOf) {
        const SeriesQuestion question{.name = m_name, .interval = oneHour, .asOf = at(asOf)};
        const auto read = queryCandles(*m_store, selectSeries(*m_store, question).value(), question).value();
        return read.empty() ? QByteArray() : read.front().high.toText();
    };
    QCOMPARE(high("2026-01-01T00:00:30Z"), QByteArray());
    QCOMPARE(high("2026-01-01T00:01Z"), QByteArray("1"));
    QCOMPARE(high("2026-01-01T00:02Z"), QByteArray("2"));
    QCOMPARE(high("2026-02-02"), QByteArray("9"));
}

void CandleQueryTest::onlyBucketsThatBeginInTheRange()
{
    put(price(), oneMinute,
        {flat(at("2026-01-01T00:59Z"), 1), flat(at("2026-01-01T01:00Z"), 2),
         flat(at("2026-01-01T02:59Z"), 3)});
    QCOMPARE(ask("2026-01-01T00:30Z", "2026-01-01T02:30Z", oneHour), QStringLiteral("01T01:00=2 01T02:00=3"));
    QCOMPARE(ask("2026-01-01T00:59Z", "2026-01-01T02:59Z", {}), QStringLiteral("01T00:59=1 01T01:00=2"));
}

QTEST_GUILESS_MAIN(CandleQueryTest)
#include "tst_candlequery.moc"
