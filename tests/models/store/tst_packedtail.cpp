// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/packedtail.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <random>

using namespace holdline;

namespace {

constexpr qint64 day = 20'474;

Candle minute(int number, std::mt19937_64& random)
{
    const auto cents = [&] { return Price{static_cast<qint64>(random() % 20'000'000) * 1'000'000}; };
    Candle candle{.openTime = dayStart(day) + oneMinute.length * number,
                  .open = cents(),
                  .high = cents(),
                  .low = cents(),
                  .close = cents(),
                  .volume = Amount{static_cast<Int128>(random() % 1'000'000'000) * 1000},
                  .quoteVolume = {},
                  .takerBuyQuote = {},
                  .trades = static_cast<qint64>(random() % 100'000)};
    return candle;
}

std::vector<Candle> minutes(int from, int count)
{
    std::mt19937_64 random(7);
    std::vector<Candle> candles;
    for (int i = 0; i < count; ++i)
        candles.push_back(minute(from + i, random));
    return candles;
}

std::optional<PackedDay> longer(const std::vector<Candle>& candles, const Candle& next)
{
    return withCandleAtEnd(day, oneMinute, packDay(day, oneMinute, candles).bytes, next).value();
}

} // namespace

/// The bytes must be those of the whole day packed at once; what cannot be so is left to packDay().
class TestPackedTail final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void aDayGrownByOneIsTheDayPackedWhole()
    {
        const auto all = minutes(300, 1140);
        PackedDay grown = packDay(day, oneMinute, std::span(all).first(2));
        for (std::size_t i = 2; i < all.size(); ++i) {
            const auto next = withCandleAtEnd(day, oneMinute, grown.bytes, all[i]).value();
            const PackedDay whole = packDay(day, oneMinute, std::span(all).first(i + 1));
            grown = next.value_or(whole);
            QCOMPARE(grown.bytes, whole.bytes);
            QCOMPARE(grown.count, whole.count);
            QCOMPARE(grown.first, whole.first);
            QCOMPARE(grown.last, whole.last);
            QCOMPARE(grown.runs, whole.runs);
        }
        QVERIFY(longer({all.begin(), all.end() - 1}, all.back()));
    }
    void whatChangesAColumnIsPackedAnew_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("a price finer than all before") << 0;
        QTest::newRow("a price too large for four bytes") << 1;
        QTest::newRow("a volume that is missing") << 2;
        QTest::newRow("a volume beyond 64 bits") << 3;
        QTest::newRow("a column that was absent") << 4;
        QTest::newRow("a minute left out") << 5;
        QTest::newRow("the last minute again") << 6;
        QTest::newRow("a minute off the grid") << 7;
    }
    void whatChangesAColumnIsPackedAnew()
    {
        QFETCH(int, change);
        auto candles = minutes(0, 100);
        Candle next = candles.back();
        next.openTime += oneMinute.length;
        QVERIFY(longer(candles, next));
        switch (change) {
        case 0:
            next.close.units += 1;
            break;
        case 1:
            next.high.units = 3'000'000'000LL * 1'000'000;
            break;
        case 2:
            next.volume.reset();
            break;
        case 3:
            next.volume = Amount{static_cast<Int128>(1) << 80};
            break;
        case 4:
            next.quoteVolume = Amount{1};
            break;
        case 5:
            next.openTime += oneMinute.length;
            break;
        case 6:
            next.openTime -= oneMinute.length;
            break;
        default:
            next.openTime += Span{1};
        }
        QVERIFY(!longer(candles, next));
    }
    void aDayWithAGapOrOfOneCandleIsPackedAnew()
    {
        auto candles = minutes(0, 100);
        const Candle next = candles.back();
        candles.pop_back();
        candles.erase(candles.begin() + 50);
        QVERIFY(!longer(candles, next));
        QVERIFY(!longer({candles.front()}, candles[1]));
    }
    void damagedBytesAreRefused()
    {
        const auto candles = minutes(0, 100);
        QByteArray bytes = packDay(day, oneMinute, std::span(candles).first(99)).bytes;
        bytes[200] = static_cast<char>(bytes[200] ^ 1);
        const auto refused = withCandleAtEnd(day, oneMinute, bytes, candles.back());
        QVERIFY(refused.hasError());
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestPackedTail)
#include "tst_packedtail.moc"
