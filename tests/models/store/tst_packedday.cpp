// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/checksum.h"
#include "models/store/packedday.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace holdline;

namespace {

constexpr Int128 beyondWord = static_cast<Int128>(1) << 80;

/// What a random day is made of.
struct Recipe {
    Interval interval = oneMinute;
    qint64 day = 20'474;
    int count = 1440;
    int dropEvery = 0; ///< leave out one candle in so many
    Span offGrid{};    ///< shift of every third candle
    qint64 priceUnit = 1'000'000;
    int absentEvery = 0; ///< columns lack one value in so many
    bool hasFlows = true;
    Int128 volumeScale = 1;
};

std::optional<Amount> randomAmount(std::mt19937_64& random, const Recipe& recipe)
{
    if (recipe.absentEvery != 0 && random() % static_cast<quint64>(recipe.absentEvery) == 0)
        return std::nullopt;
    return Amount{static_cast<Int128>(random() % 1'000'000'000'000) * recipe.volumeScale};
}

std::vector<Candle> randomDay(const Recipe& recipe, quint64 seed)
{
    std::mt19937_64 random(seed);
    std::vector<Candle> candles;
    for (int i = 0; i < recipe.count; ++i) {
        if (recipe.dropEvery != 0 && random() % static_cast<quint64>(recipe.dropEvery) == 0)
            continue;
        Candle candle;
        candle.openTime =
            dayStart(recipe.day) + i * recipe.interval.length + (i % 3 == 2 ? recipe.offGrid : Span{});
        const auto price = [&] {
            return Price{static_cast<qint64>(random() % 20'000'000) * recipe.priceUnit};
        };
        candle.open = price();
        candle.high = price();
        candle.low = price();
        candle.close = price();
        if (recipe.hasFlows) {
            candle.volume = randomAmount(random, recipe);
            candle.quoteVolume = randomAmount(random, recipe);
            candle.takerBuyQuote = randomAmount(random, recipe);
            if (recipe.absentEvery == 0 || i % 2 == 0)
                candle.trades = static_cast<qint64>(random() % 100'000);
        }
        candles.push_back(candle);
    }
    return candles;
}

QByteArray flipped(QByteArray bytes, qsizetype at)
{
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    return bytes;
}

bool isSameDouble(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

} // namespace

class PackedDayTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }
    void checksumsFollowTheSpecification_data();
    void checksumsFollowTheSpecification();
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void columnsAreTheCandlesByColumn_data();
    void columnsAreTheCandlesByColumn();
    void everyFlippedBitIsNoticed();
    void everyCutIsNoticed();
    void laterFormatIsRefused();
    void regularTimesTakeNoSpace();
    void countsRuns_data();
    void countsRuns();
};

void PackedDayTest::checksumsFollowTheSpecification_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint64>("sum");
    // Published test vectors of XXH64 with seed 0.
    QTest::newRow("nothing") << QByteArray() << quint64{0xEF46DB3751D8E999};
    QTest::newRow("one letter") << QByteArray("a") << quint64{0xD24EC4F1A98C6E5B};
    QTest::newRow("three letters") << QByteArray("abc") << quint64{0x44BC2CF5AD770999};
}

void PackedDayTest::checksumsFollowTheSpecification()
{
    QFETCH(QByteArray, bytes);
    QTEST(checksum(bytes), "sum");
}

static void addRecipes()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::newRow("a whole day of minutes") << Recipe{};
    QTest::newRow("one candle") << Recipe{.count = 1};
    QTest::newRow("the morning only") << Recipe{.count = 700};
    QTest::newRow("every seventh minute missing") << Recipe{.dropEvery = 7};
    QTest::newRow("some off the grid") << Recipe{.offGrid = Span{1'234}};
    QTest::newRow("prices with eight decimals") << Recipe{.priceUnit = 1};
    QTest::newRow("prices beyond 32 bits") << Recipe{.priceUnit = 400'000'000'007};
    QTest::newRow("some volumes absent") << Recipe{.absentEvery = 5};
    QTest::newRow("prices only") << Recipe{.hasFlows = false};
    QTest::newRow("volumes beyond 64 bits") << Recipe{.volumeScale = beyondWord};
    QTest::newRow("volumes near 64 bits") << Recipe{.volumeScale = 9'000'000};
    QTest::newRow("wide volumes, some absent") << Recipe{.absentEvery = 4, .volumeScale = beyondWord};
    QTest::newRow("hours before 1970") << Recipe{.interval = oneHour, .day = -400, .count = 24};
    QTest::newRow("one week") << Recipe{.interval = oneWeek, .count = 1};
}

void PackedDayTest::comesBackAsItWas_data()
{
    addRecipes();
}

void PackedDayTest::comesBackAsItWas()
{
    QFETCH(Recipe, recipe);
    for (quint64 seed = 1; seed <= 20; ++seed) {
        const auto candles = randomDay(recipe, seed);
        const auto packed = packDay(recipe.day, recipe.interval, candles);
        QCOMPARE(packed.count, static_cast<qint64>(candles.size()));
        QCOMPARE(packed.first, candles.front().openTime);
        QCOMPARE(packed.last, candles.back().openTime);
        const auto back = unpackDay(recipe.day, packed.bytes);
        QVERIFY(back.hasValue());
        QVERIFY(back.value() == candles);
    }
}

void PackedDayTest::columnsAreTheCandlesByColumn_data()
{
    addRecipes();
}

void PackedDayTest::columnsAreTheCandlesByColumn()
{
    QFETCH(Recipe, recipe);
    const auto candles = randomDay(recipe, 5);
    CandleColumns columns;
    columns.time.resize(3);
    QVERIFY(unpackDay(recipe.day, packDay(recipe.day, recipe.interval, candles).bytes, columns).hasValue());
    QCOMPARE(columns.size(), candles.size());
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < candles.size(); ++i) {
        QCOMPARE(columns.time[i], toMsecs(candles[i].openTime));
        QCOMPARE(columns.open[i], candles[i].open.units);
        QCOMPARE(columns.high[i], candles[i].high.units);
        QCOMPARE(columns.low[i], candles[i].low.units);
        QCOMPARE(columns.close[i], candles[i].close.units);
        QVERIFY(isSameDouble(columns.volume[i], candles[i].volume ? candles[i].volume->toDouble() : unknown));
        const auto net = netTaker(candles[i]);
        QVERIFY(isSameDouble(columns.netTaker[i], net ? net->toDouble() : unknown));
    }
}

void PackedDayTest::everyFlippedBitIsNoticed()
{
    const auto packed = packDay(20'474, oneHour, randomDay({.interval = oneHour, .count = 24}, 3));
    CandleColumns columns;
    for (qsizetype at = 0; at < packed.bytes.size(); ++at) {
        QVERIFY(unpackDay(20'474, flipped(packed.bytes, at)).hasError());
        QVERIFY(unpackDay(20'474, flipped(packed.bytes, at), columns).hasError());
    }
}

void PackedDayTest::everyCutIsNoticed()
{
    const auto packed = packDay(20'474, oneHour, randomDay({.interval = oneHour, .count = 24}, 3));
    for (qsizetype size = 0; size < packed.bytes.size(); ++size)
        QCOMPARE(unpackDay(20'474, packed.bytes.first(size)).error().kind, Error::Kind::Storage);
    QVERIFY(unpackDay(20'474, packed.bytes + '\0').hasError());
}

void PackedDayTest::laterFormatIsRefused()
{
    auto bytes = packDay(20'474, oneHour, randomDay({.interval = oneHour, .count = 24}, 3)).bytes;
    bytes[8] = 2;
    const quint64 sum = checksum(QByteArrayView(bytes).sliced(8));
    std::memcpy(bytes.data(), &sum, sizeof sum);
    QVERIFY(unpackDay(20'474, bytes).error().message.contains(QStringLiteral("format 2")));
}

void PackedDayTest::regularTimesTakeNoSpace()
{
    auto candles = randomDay({.hasFlows = false}, 1);
    // 56 bytes of header, four columns of 1,440 values of 4 bytes.
    QCOMPARE(packDay(20'474, oneMinute, candles).bytes.size(), 56 + 4 * 1440 * 4);
    candles.erase(candles.begin() + 700);
    // Listed times: 1,439 x 4 padded to 8; so are the columns.
    QCOMPARE(packDay(20'474, oneMinute, candles).bytes.size(), 56 + 5 * 1440 * 4);
}

void PackedDayTest::countsRuns_data()
{
    QTest::addColumn<QList<int>>("seconds");
    QTest::addColumn<int>("runs");
    QTest::newRow("neighbours") << QList<int>{0, 60, 120} << 1;
    QTest::newRow("one missing") << QList<int>{0, 120, 180} << 2;
    QTest::newRow("off the grid in the next slot") << QList<int>{0, 95, 120} << 1;
    QTest::newRow("two in one slot") << QList<int>{0, 5, 60} << 1;
    QTest::newRow("off the grid behind an empty slot") << QList<int>{0, 125} << 2;
    QTest::newRow("a minute apart off the grid") << QList<int>{5, 65, 125} << 1;
}

void PackedDayTest::countsRuns()
{
    QFETCH(QList<int>, seconds);
    std::vector<Candle> candles;
    for (const int second : seconds)
        candles.emplace_back().openTime = dayStart(20'474) + std::chrono::seconds{second};
    QFETCH(int, runs);
    QCOMPARE(packDay(20'474, oneMinute, candles).runs, runs);
}

QTEST_GUILESS_MAIN(PackedDayTest)
#include "tst_packedday.moc"
