// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/ticks.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <random>

using namespace holdline;

namespace {

TimeScale timeScale(const char* from, const char* to, double width)
{
    return {{parseIso(from).value(), parseIso(to).value()}, 0, width};
}

/// `*` before a major label.
QStringList labels(const std::vector<TimeTick>& ticks)
{
    QStringList result;
    for (const auto& tick : ticks)
        result += (tick.isMajor ? QStringLiteral("*") : QString()) + tick.label;
    return result;
}

QStringList labels(const std::vector<ValueTick>& ticks)
{
    QStringList result;
    for (const auto& tick : ticks)
        result += tick.label;
    return result;
}

QStringList split(const char* text)
{
    return QString::fromUtf8(text).split(QStringLiteral(" | "), Qt::SkipEmptyParts);
}

} // namespace

class TestTicks final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void time_data()
    {
        QTest::addColumn<TimeScale>("scale");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const char* from, const char* to, const char* zone,
                            const char* expected) {
            QTest::newRow(name) << timeScale(from, to, 1000) << QByteArray(zone) << split(expected);
        };
        // 1,000 px with ticks at least 100 px apart: at most ten of them.
        row("minutes", "2026-01-21T17:00:30Z", "2026-01-21T17:08:30Z", "UTC",
            "17:01 | 17:02 | 17:03 | 17:04 | 17:05 | 17:06 | 17:07 | 17:08");
        row("hours around midnight", "2026-01-20T19:00:00Z", "2026-01-21T04:00:00Z", "UTC",
            "19:00 | 20:00 | 21:00 | 22:00 | 23:00 | *21 Jan | 01:00 | 02:00 | 03:00");
        row("half days", "2026-01-19T03:00:00Z", "2026-01-23T03:00:00Z", "UTC",
            "12:00 | *20 Jan | 12:00 | *21 Jan | 12:00 | *22 Jan | 12:00 | *23 Jan");
        row("days over a new month", "2026-01-29T12:00:00Z", "2026-02-03T12:00:00Z", "UTC",
            "12:00 | *30 Jan | 12:00 | *31 Jan | 12:00 | *1 Feb | 12:00 | *2 Feb | 12:00 | *3 Feb");
        row("single days among months", "2026-01-28T01:00:00Z", "2026-02-04T23:00:00Z", "UTC",
            "29 Jan | 30 Jan | 31 Jan | *Feb | 2 Feb | 3 Feb | 4 Feb");
        row("every fifth day begins anew with the month", "2026-01-09T00:00:00Z", "2026-02-22T00:00:00Z",
            "UTC", "11 Jan | 16 Jan | 21 Jan | 26 Jan | *Feb | 6 Feb | 11 Feb | 16 Feb | 21 Feb");
        row("months over a new year", "2025-10-15T00:00:00Z", "2026-06-15T00:00:00Z", "UTC",
            "Nov 2025 | Dec 2025 | *2026 | Feb | Mar | Apr | May | Jun");
        row("quarters", "2025-01-15T00:00:00Z", "2026-12-15T00:00:00Z", "UTC",
            "Apr 2025 | Jul 2025 | Oct 2025 | *2026 | Apr | Jul | Oct");
        row("years", "2019-06-01T00:00:00Z", "2026-06-01T00:00:00Z", "UTC",
            "2020 | 2021 | 2022 | 2023 | 2024 | 2025 | 2026");
        row("every fifth year", "2001-06-01T00:00:00Z", "2042-06-01T00:00:00Z", "UTC",
            "2005 | 2010 | 2015 | 2020 | 2025 | 2030 | 2035 | 2040");
        row("days of another year say so", "2024-02-27T12:00:00Z", "2024-03-03T12:00:00Z", "UTC",
            "12:00 | *28 Feb 2024 | 12:00 | *29 Feb 2024 | 12:00 | *1 Mar 2024 | 12:00 | *2 Mar 2024 | "
            "12:00 | *3 Mar 2024");
        row("midnight is that of the zone", "2026-01-21T12:00:00Z", "2026-01-21T20:00:00Z", "Asia/Tokyo",
            "21:00 | 22:00 | 23:00 | *22 Jan | 01:00 | 02:00 | 03:00 | 04:00");
        row("an offset of three quarters of an hour", "2026-01-21T16:00:00Z", "2026-01-21T20:00:00Z",
            "Asia/Kathmandu", "22:00 | 22:30 | 23:00 | 23:30 | *22 Jan | 00:30 | 01:00 | 01:30");
        // Berlin sets its clocks from 02:00 to 03:00 on 2026-03-29 at 01:00 UTC.
        row("a skipped hour has no tick", "2026-03-28T23:00:00Z", "2026-03-29T05:00:00Z", "Europe/Berlin",
            "*29 Mar | 01:00 | 03:00 | 04:00 | 05:00 | 06:00");
        // and back from 03:00 to 02:00 on 2026-10-25 at 01:00 UTC.
        row("a repeated hour shows its offset", "2026-10-24T22:00:00Z", "2026-10-25T04:00:00Z",
            "Europe/Berlin", "*25 Oct | 01:00 | 02:00 +2 | 02:00 +1 | 03:00 | 04:00");
        row("clocks set back by half an hour", "2026-04-04T14:00:00Z", "2026-04-04T17:00:00Z",
            "Australia/Lord_Howe", "01:00 | 01:30 +11 | 01:30 +10:30 | 02:00 | 02:30 | 03:00");
        // Beirut skips midnight: 2026-03-29 begins at 01:00.
        row("a day without midnight begins where the clocks do", "2026-03-28T18:00:00Z",
            "2026-03-29T02:00:00Z", "Asia/Beirut",
            "20:00 | 21:00 | 22:00 | 23:00 | *29 Mar | 02:00 | 03:00 | 04:00");
        row("days in a zone that changes its clocks", "2026-10-22T00:00:00Z", "2026-10-28T00:00:00Z",
            "America/New_York", "22 Oct | 23 Oct | 24 Oct | 25 Oct | 26 Oct | 27 Oct");
        row("before 1970", "1969-12-30T12:00:00Z", "1970-01-02T12:00:00Z", "UTC",
            "12:00 | *31 Dec 1969 | 12:00 | *1 Jan 1970 | 12:00 | *2 Jan 1970");
        row("an empty range", "2026-01-21T00:00:00Z", "2026-01-21T00:00:00Z", "UTC", "");
        row("a reversed range", "2026-01-22T00:00:00Z", "2026-01-21T00:00:00Z", "UTC", "");
    }
    void time()
    {
        QFETCH(TimeScale, scale);
        QFETCH(QByteArray, zone);
        QFETCH(QStringList, expected);
        QCOMPARE(labels(timeTicks(scale, QTimeZone(zone), 100, 2026)), expected);
    }

    void timeTicksLieWhereTheirClockSays()
    {
        const auto ticks = timeTicks(timeScale("2026-10-24T22:00:00Z", "2026-10-25T04:00:00Z", 1000),
                                     QTimeZone("Europe/Berlin"), 100, 2026);
        QStringList times;
        for (const auto& tick : ticks)
            times += toIso(tick.time).mid(11, 5);
        QCOMPARE(times, split("22:00 | 23:00 | 00:00 | 01:00 | 02:00 | 03:00"));
    }

    void timeTicksAreApartInsideAndInOrder()
    {
        std::mt19937_64 random(5);
        const QByteArrayList zones{"UTC",         "America/New_York",    "Europe/London", "Asia/Kathmandu",
                                   "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia",  "America/Havana",
                                   "Asia/Tehran"};
        std::uniform_real_distribution<double> exponent(5.8, 12.5);
        std::uniform_int_distribution<qint64> start(0, 2'000'000'000'000);
        for (int i = 0; i < 3000; ++i) {
            const qint64 from = start(random);
            const auto length = static_cast<qint64>(std::pow(10.0, exponent(random)));
            const TimeScale scale{{fromMsecs(from), fromMsecs(from + length)}, 30, 1200};
            const auto ticks = timeTicks(scale, QTimeZone(zones[i % zones.size()]), 80, 2026);
            for (std::size_t k = 0; k < ticks.size(); ++k) {
                QVERIFY(scale.range.contains(ticks[k].time));
                QVERIFY(k == 0 ||
                        scale.x(toMsecs(ticks[k].time)) - scale.x(toMsecs(ticks[k - 1].time)) >= 80 - 1e-6);
            }
        }
    }

    void values_data()
    {
        QTest::addColumn<ValueScale>("scale");
        QTest::addColumn<ValueFormat>("format");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, double low, double high, bool isLog, ValueFormat format,
                            const char* expected) {
            QTest::newRow(name) << ValueScale{low, high, 0, 400, isLog} << format << split(expected);
        };
        const auto price = ValueFormat::Price;
        const auto money = ValueFormat::Money;
        // 400 px with ticks at least 40 px apart: a step of at least a tenth of the range.
        row("prices in thousands", 86'500, 100'500, false, price,
            "100,000 | 98,000 | 96,000 | 94,000 | 92,000 | 90,000 | 88,000");
        row("a quarter step needs its digits", 0, 2.4, false, price,
            "2.25 | 2.00 | 1.75 | 1.50 | 1.25 | 1.00 | 0.75 | 0.50 | 0.25 | 0.00");
        row("small prices", 0.391, 0.4085, false, price,
            "0.408 | 0.406 | 0.404 | 0.402 | 0.400 | 0.398 | 0.396 | 0.394 | 0.392");
        row("the smallest prices", 1e-8, 4e-8, false, price,
            "0.000000040 | 0.000000035 | 0.000000030 | 0.000000025 | 0.000000020 | 0.000000015 | "
            "0.000000010");
        row("money over the boundary of millions", -3.5e8, 1.9e9, false, money,
            "1.75 B | 1.5 B | 1.25 B | 1 B | 750 M | 500 M | 250 M | 0 | −250 M");
        row("small sums", -900, 1'700, false, money, "1.5 K | 1 K | 500 | 0 | −500");
        row("plain numbers", -1.2, 3.3, false, ValueFormat::Plain,
            "3.0 | 2.5 | 2.0 | 1.5 | 1.0 | 0.5 | 0.0 | −0.5 | −1.0");
        row("a logarithmic scale within a decade has round steps too", 86'000, 100'000, true, price,
            "100,000 | 98,000 | 96,000 | 94,000 | 92,000 | 90,000 | 88,000 | 86,000");
        row("one, two and five where there is room", 0.1, 100, true, price,
            "100 | 50 | 20 | 10 | 5 | 2 | 1 | 0.5 | 0.2 | 0.1");
        row("decades where there is not", 1e-8, 1e5, true, price,
            "10,000 | 100 | 1 | 0.01 | 0.0001 | 0.000001 | 0.00000001");
        row("a logarithmic scale down to zero is linear", 0, 4, true, price,
            "4.0 | 3.5 | 3.0 | 2.5 | 2.0 | 1.5 | 1.0 | 0.5 | 0.0");
        row("an empty range", 5, 5, false, price, "");
        row("a reversed range", 6, 5, false, price, "");
        row("no number", std::numeric_limits<double>::quiet_NaN(), 5, false, price, "");
        row("an endless range", 0, std::numeric_limits<double>::infinity(), false, price, "");
        row("finer than a double can tell", 1e17, std::nextafter(1e17, 2e17), false, price, "");
    }
    void values()
    {
        QFETCH(ValueScale, scale);
        QFETCH(ValueFormat, format);
        QFETCH(QStringList, expected);
        QCOMPARE(labels(valueTicks(scale, format, 40)), expected);
    }

    void valueTicksAreApartInsideAndDistinct()
    {
        std::mt19937_64 random(9);
        std::uniform_real_distribution<double> exponent(-8, 6);
        std::uniform_real_distribution<double> width(-3, 4);
        for (int i = 0; i < 20'000; ++i) {
            const double low = std::pow(10.0, exponent(random));
            const double high = low * (1 + std::pow(10.0, width(random)));
            const ValueScale scale{low, high, 7, 100 + static_cast<double>(random() % 700), i % 2 == 0};
            const auto ticks = valueTicks(scale, ValueFormat::Price, 36);
            for (std::size_t k = 0; k < ticks.size(); ++k) {
                QVERIFY(ticks[k].value >= low * (1 - 1e-8) && ticks[k].value <= high * (1 + 1e-8));
                if (k == 0)
                    continue;
                QVERIFY(scale.y(ticks[k].value) - scale.y(ticks[k - 1].value) >= 36 - 1e-6);
                QVERIFY2(ticks[k].label != ticks[k - 1].label, qPrintable(ticks[k].label));
            }
            if (scale.height > 36 * 12)
                QVERIFY2(ticks.size() >= 3, QByteArray::number(low) + ' ' + QByteArray::number(high));
        }
    }
};

QTEST_GUILESS_MAIN(TestTicks)
#include "tst_ticks.moc"
