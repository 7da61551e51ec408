// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/heightprices.h"
#include "tests/support/failonwarning.h"

using namespace holdline;

namespace {

// 2026-01-21T00:00:00Z.
constexpr qint64 midnight = 1'768'953'600;

quint32 at(qint64 seconds)
{
    return static_cast<quint32>(midnight + seconds);
}

} // namespace

class TestHeightPrices final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void theFinestCandleGoesFirst()
    {
        // In a minute, in an hour without that minute, in a day without that hour, in no candle at all.
        const BlockTimes times({at(30), at(60), at(3600), at(86'400)});
        const HeightPrices prices =
            priceHeights(times, PriceMode::FinestCandle, std::vector<PriceClose>{{midnight, 1}},
                         std::vector<PriceClose>{{midnight, 2}}, std::vector<PriceClose>{{midnight, 3}});
        QCOMPARE(prices.cents, (std::vector<quint32>{1, 2, 3, 0}));
        QVERIFY(!prices.hasPrice(3));
        QVERIFY(prices.ranges() == (std::vector<PricedRange>{{{0, 1}, PriceSource::Minute},
                                                             {{1, 2}, PriceSource::Hour},
                                                             {{2, 3}, PriceSource::Day},
                                                             {{3, 4}, PriceSource::Missing}}));
    }

    void dailyCloseLooksAtTheMonotoneTime()
    {
        // The second block says yesterday, but comes after the first.
        const BlockTimes times({at(10), at(-10)});
        const std::vector<PriceClose> days{{midnight - 86'400, 5}, {midnight, 6}};
        const std::vector<PriceClose> minutes{{midnight, 1}};
        QCOMPARE(priceHeights(times, PriceMode::DailyClose, minutes, {}, days).cents,
                 (std::vector<quint32>{6, 6}));
        QCOMPARE(priceHeights(times, PriceMode::FinestCandle, {}, {}, days).cents,
                 (std::vector<quint32>{6, 5}));
    }

    void beforeTheMarketCoinsCostNothing()
    {
        const BlockTimes times({1'279'411'199, 1'279'411'200});
        const HeightPrices prices = priceHeights(times, PriceMode::FinestCandle, {}, {}, {});
        QCOMPARE(prices.sources, (std::vector<PriceSource>{PriceSource::BeforeMarket, PriceSource::Missing}));
        QVERIFY(prices.hasPrice(0));
        QCOMPARE(prices.cents[0], 0U);
    }

    void closesMayComeInAnyOrderAndInParts()
    {
        std::vector<quint32> times;
        std::vector<PriceClose> closes;
        for (quint32 i = 0; i < 500; ++i) {
            times.push_back(at(60 * ((i * 37) % 500) + 5));
            closes.push_back({midnight + 60 * ((i * 61) % 500), (i * 61) % 500 + 1});
        }
        HeightPricing pricing(BlockTimes(times), PriceMode::FinestCandle);
        pricing.add(PriceSource::Day, std::vector<PriceClose>{{midnight, 9999}});
        pricing.add(PriceSource::Minute, std::span(closes).subspan(250));
        pricing.add(PriceSource::Minute, std::span(closes).first(250));
        pricing.add(PriceSource::Hour, std::vector<PriceClose>{{midnight, 8888}});
        const HeightPrices prices = pricing.take();
        for (quint32 i = 0; i < 500; ++i)
            QCOMPARE(prices.cents[i], (i * 37) % 500 + 1);
    }

    void centsOfAPrice()
    {
        QCOMPARE(centsOf(*Price::parse("89941.125")), std::optional(8'994'113U));
        QCOMPARE(centsOf(*Price::parse("89941.1249")), std::optional(8'994'112U));
        QCOMPARE(centsOf(*Price::parse("42949672.95")), std::optional(4'294'967'295U));
        QCOMPARE(centsOf(*Price::parse("42949672.96")), std::nullopt);
        QCOMPARE(centsOf(*Price::parse("-1")), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestHeightPrices)
#include "tst_heightprices.moc"
