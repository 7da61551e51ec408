// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/cascade.h"
#include "models/readings/crossing.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime start{Span{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}.time_since_epoch()}};
constexpr Interval quarter{15min};

Amount dollars(qint64 value)
{
    return {Int128{value} * decimalUnits};
}

/// Thirty days of a million each quarter of an hour, up to two days from the end nothing else.
std::vector<LiquidationRow> quiet()
{
    std::vector<LiquidationRow> rows;
    for (UtcTime from = start; from < start + 30 * 24h; from += 15min)
        rows.push_back({from, from + 15min, dollars(1'000'000), dollars(500'000)});
    return rows;
}

std::size_t at(UtcTime time)
{
    return static_cast<std::size_t>((time - start) / quarter.length);
}

/// A price that falls by one dollar a minute from 100,000.
std::vector<Candle> falling(UtcTime from, UtcTime to, int step)
{
    std::vector<Candle> candles;
    qint64 price = 100'000;
    for (UtcTime open = from; open < to; open += 1min) {
        const Price first = Price::whole(price);
        price += step;
        const Price last = Price::whole(price);
        candles.push_back({open, first, std::max(first, last), std::min(first, last), last, {}, {}, {}, {}});
    }
    return candles;
}

} // namespace

class TestCascade : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void quartersOverTheQuantileWithinAnHourAreOne()
    {
        auto rows = quiet();
        const UtcTime end = start + 30 * 24h;
        const UtcTime first = end - 20h;
        rows[at(first)].longUsd = dollars(40'000'000);
        rows[at(first + 30min)].longUsd = dollars(30'000'000);
        rows[at(end - 10h)].longUsd = dollars(50'000'000); // alone, and smaller than the two
        const auto cascade =
            largestCascade(rows, quarter, {end - 48h, end}, 0.99, falling(end - 48h, end, -1), oneMinute);
        QVERIFY(cascade);
        QCOMPARE(cascade->start, first);
        QCOMPARE(cascade->end, first + 45min);
        QCOMPARE(cascade->longUsd, dollars(70'000'000));
        // 45 minutes from the open at 100,000 - 28 x 60 = 98,320
        QVERIFY(qAbs(*cascade->priceChangePct - (-45.0 / 98'320 * 100)) < 1e-9);
    }

    void withARisingPriceThereIsNone()
    {
        auto rows = quiet();
        const UtcTime end = start + 30 * 24h;
        rows[at(end - 20h)].longUsd = dollars(40'000'000);
        QVERIFY(
            !largestCascade(rows, quarter, {end - 48h, end}, 0.99, falling(end - 48h, end, 1), oneMinute));
        const auto unknown = largestCascade(rows, quarter, {end - 48h, end}, 0.99, {}, oneMinute);
        QVERIFY(unknown && !unknown->priceChangePct); // the price is not stored
    }

    void whatLiesBeforeTheWindowOrAfterItDoesNotCount()
    {
        auto rows = quiet();
        const UtcTime end = start + 20 * 24h;
        rows[at(end - 49h)].longUsd = dollars(40'000'000);
        rows[at(end)].longUsd = dollars(90'000'000);
        QVERIFY(
            !largestCascade(rows, quarter, {end - 48h, end}, 0.99, falling(end - 48h, end, -1), oneMinute));
        QVERIFY(!largestCascade({}, quarter, {end - 48h, end}, 0.99, {}, oneMinute));
    }

    void aDayAtTheThresholdIsACrossing()
    {
        const auto day = [](int date, std::optional<int> millions, int price) {
            DayClose close{start + date * 24h, Price::whole(price), {}};
            if (millions)
                close.netTaker = dollars(*millions * qint64{1'000'000});
            return close;
        };
        const std::vector days{day(1, -400, 91'000), day(8, -305, 95'500),  day(9, 20, 94'000),
                               day(10, {}, 93'000),  day(11, -299, 92'000), day(12, -300, 88'400)};
        const auto crossing = takerCrossing(days, dollars(-300'000'000), 7);
        QVERIFY(crossing);
        QCOMPARE(crossing->count, 2); // the 8th and the 12th; the 1st is before the window
        QCOMPARE(*crossing->previous, start + 8 * 24h);
        QCOMPARE(*crossing->previousPrice, Price::whole(95'500));
        QVERIFY(!takerCrossing(std::span(days).first(5), dollars(-300'000'000), 7));
        QVERIFY(!takerCrossing({}, dollars(-300'000'000), 7));
    }

    void theWindowHasSevenDaysWithTheLastOne()
    {
        const auto day = [](int date) {
            return DayClose{start + date * 24h, Price::whole(90'000), dollars(-300'000'000)};
        };
        QCOMPARE(takerCrossing(std::vector{day(1), day(7)}, dollars(-300'000'000), 7)->count, 2);
        QCOMPARE(takerCrossing(std::vector{day(1), day(8)}, dollars(-300'000'000), 7)->count, 1);
        QCOMPARE(*takerCrossing(std::vector{day(1), day(8)}, dollars(-300'000'000), 7)->previous,
                 start + 24h);
    }
};

QTEST_GUILESS_MAIN(TestCascade)
#include "tst_cascade.moc"
