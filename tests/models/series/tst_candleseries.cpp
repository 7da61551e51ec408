// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/amount.h"
#include "models/series/candleseries.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <map>
#include <random>

using namespace holdline;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 1440 * minute;
constexpr qint64 january = 1'767'225'600'000; // 2026-01-01T00:00:00Z
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

struct Row {
    qint64 time;
    qint64 open;
    qint64 high;
    qint64 low;
    qint64 close;
    double volume;
};

CandleColumns columns(const std::vector<Row>& rows)
{
    CandleColumns result;
    for (const auto& row : rows) {
        result.time.push_back(row.time);
        result.open.push_back(row.open);
        result.high.push_back(row.high);
        result.low.push_back(row.low);
        result.close.push_back(row.close);
        result.volume.push_back(row.volume);
        result.netTaker.push_back(unknown);
    }
    return result;
}

CandleSeries seriesOf(Interval interval, const std::vector<Row>& rows)
{
    CandleSeries series(interval);
    series.append(columns(rows));
    series.finish();
    return series;
}

/// A candle in whole units of the quote currency.
Row whole(qint64 time, qint64 open, qint64 high, qint64 low, qint64 close, double volume)
{
    return {time, open * decimalUnits, high * decimalUnits, low * decimalUnits, close * decimalUnits, volume};
}

TimeRange between(qint64 from, qint64 to)
{
    return {fromMsecs(from), fromMsecs(to)};
}

/// The same answers by walking over all rows.
class NaiveSeries final {
public:
    void put(const Row& row) { m_rows[row.time] = row; }

    [[nodiscard]] CandleSummary summary(TimeRange range) const
    {
        CandleSummary result;
        double volume = unknown;
        for (auto it = m_rows.lower_bound(toMsecs(range.from));
             it != m_rows.end() && it->first < toMsecs(range.to); ++it) {
            const Row& row = it->second;
            if (result.isEmpty())
                result.open = static_cast<double>(row.open) / 1e8;
            result.high = std::max(result.high, static_cast<double>(row.high) / 1e8);
            result.low = std::min(result.low, static_cast<double>(row.low) / 1e8);
            result.close = static_cast<double>(row.close) / 1e8;
            if (!std::isnan(row.volume))
                volume = std::isnan(volume) ? row.volume : volume + row.volume;
        }
        result.volume = volume;
        return result;
    }

    [[nodiscard]] std::vector<CandleBar> bars(TimeRange range, Interval bucket) const
    {
        std::vector<CandleBar> result;
        qint64 last = std::numeric_limits<qint64>::min();
        for (const auto& [time, row] : m_rows) {
            const UtcTime start = bucket.bucketStart(fromMsecs(time));
            if (toMsecs(start) == last || !range.contains(start))
                continue;
            last = toMsecs(start);
            result.push_back({last, summary({start, bucket.next(start)})});
        }
        return result;
    }

    [[nodiscard]] std::vector<TimeRange> gaps(qint64 length) const
    {
        std::vector<TimeRange> result;
        for (auto it = m_rows.begin(); it != m_rows.end() && std::next(it) != m_rows.end(); ++it) {
            if (std::next(it)->first != it->first + length)
                result.push_back(between(it->first + length, std::next(it)->first));
        }
        return result;
    }
    [[nodiscard]] const std::map<qint64, Row>& rows() const { return m_rows; }

private:
    std::map<qint64, Row> m_rows;
};

bool isSame(const CandleSummary& a, const CandleSummary& b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() && b.isEmpty();
    const bool sameVolume = std::isnan(a.volume) || std::isnan(b.volume)
                                ? std::isnan(a.volume) && std::isnan(b.volume)
                                : std::abs(a.volume - b.volume) <= 1e-5 * (1 + std::abs(b.volume));
    return a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close && sameVolume;
}

Row randomRow(std::mt19937_64& random, qint64 time, qint64 unit)
{
    std::uniform_int_distribution<qint64> ticks(1, 200'000);
    std::array<qint64, 4> p{ticks(random), ticks(random), ticks(random), ticks(random)};
    std::ranges::sort(p);
    const bool isUp = random() % 2 == 0;
    const double volume = random() % 10 == 0 ? unknown : static_cast<double>(random() % 1000) / 8;
    return {time, (isUp ? p[1] : p[2]) * unit, p[3] * unit, p[0] * unit, (isUp ? p[2] : p[1]) * unit, volume};
}

std::vector<Row> randomRows(std::mt19937_64& random, qint64 from, qint64 step, int count)
{
    std::vector<Row> rows;
    qint64 time = from;
    for (int i = 0; i < count; ++i) {
        rows.push_back(randomRow(random, time, decimalUnits / 100));
        time += step;
        if (random() % 50 == 0)
            time += step * static_cast<qint64>(random() % 3000);
    }
    return rows;
}

} // namespace

class TestCandleSeries final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void anEmptySeriesAnswersEverything()
    {
        CandleSeries series(oneMinute);
        series.finish();
        QVERIFY(series.range().isEmpty());
        QCOMPARE(series.slotCount(), std::size_t{0});
        QVERIFY(series.summary({earliestTime, latestTime}).isEmpty());
        std::vector<CandleBar> bars(3);
        series.bars({earliestTime, latestTime}, oneDay, bars);
        QVERIFY(bars.empty());
        QVERIFY(series.gaps().empty());
    }

    void threeMinutesMerge()
    {
        const auto series = seriesOf(oneMinute, {whole(january, 100, 105, 99, 101, 2),
                                                 whole(january + minute, 101, 110, 100, 108, 0.5),
                                                 whole(january + 2 * minute, 108, 109, 90, 95, 1.5)});
        const auto all = series.summary(series.range());
        QCOMPARE(all.open, 100.0);
        QCOMPARE(all.high, 110.0);
        QCOMPARE(all.low, 90.0);
        QCOMPARE(all.close, 95.0);
        QCOMPARE(all.volume, 4.0);
        QCOMPARE(series.range(), between(january, january + 3 * minute));
        const auto middle = series.summary(between(january + 1, january + 2 * minute));
        QCOMPARE(middle.open, 101.0);
        QCOMPARE(middle.close, 108.0);
        QVERIFY(series.summary(between(january + 1, january + minute)).isEmpty());
    }

    void unknownVolumeIsNotZero()
    {
        const auto series =
            seriesOf(oneMinute, {whole(january, 1, 1, 1, 1, unknown), whole(january + minute, 1, 1, 1, 1, 0),
                                 whole(january + 2 * minute, 1, 1, 1, 1, 7)});
        QVERIFY(std::isnan(series.summary(between(january, january + minute)).volume));
        QCOMPARE(series.summary(between(january, january + 2 * minute)).volume, 0.0);
        QCOMPARE(series.summary(series.range()).volume, 7.0);
    }

    void bucketsBeginOnTheirOwnGrid()
    {
        // 2026-01-01 is a Thursday: its week began on Monday 2025-12-29.
        const auto series =
            seriesOf(oneDay, {whole(january, 5, 6, 4, 5, 1), whole(january + 3 * day, 5, 8, 5, 7, 1),
                              whole(january + 4 * day, 7, 9, 7, 8, 1)});
        std::vector<CandleBar> bars;
        series.bars({earliestTime, latestTime}, oneWeek, bars);
        QCOMPARE(bars.size(), std::size_t{2});
        QCOMPARE(toIso(fromMsecs(bars[0].openMs)), QStringLiteral("2025-12-29T00:00:00Z"));
        QCOMPARE(bars[0].candle.close, 7.0);
        QCOMPARE(toIso(fromMsecs(bars[1].openMs)), QStringLiteral("2026-01-05T00:00:00Z"));
        series.bars(between(january, january + 30 * day), oneWeek, bars);
        QCOMPARE(bars.size(), std::size_t{1});
    }

    void aBucketShorterThanTheIntervalGivesTheCandles()
    {
        const auto series =
            seriesOf(oneHour, {whole(january, 5, 6, 4, 5, 1), whole(january + 60 * minute, 5, 8, 5, 7, 1)});
        std::vector<CandleBar> bars;
        series.bars({earliestTime, latestTime}, oneMinute, bars);
        QCOMPARE(bars.size(), std::size_t{2});
        QCOMPARE(bars[1].openMs, january + 60 * minute);
    }

    void aCandleOffTheGridIsDrawnInItsSlot()
    {
        const auto series = seriesOf(
            oneMinute, {whole(january + 10'000, 5, 6, 4, 5, 1), whole(january + 50'000, 5, 9, 5, 7, 1)});
        QCOMPARE(series.slotCount(), std::size_t{1});
        const auto candle = series.summary(between(january, january + minute));
        QCOMPARE(candle.open, 5.0);
        QCOMPARE(candle.high, 9.0);
        QCOMPARE(candle.close, 7.0);
        QCOMPARE(candle.volume, 2.0);
    }

    void tickSize_data()
    {
        QTest::addColumn<std::vector<qint64>>("prices");
        QTest::addColumn<double>("tick");
        const auto row = [](const char* name, std::vector<qint64> prices, double tick) {
            QTest::newRow(name) << std::move(prices) << tick;
        };
        row("whole hundreds", {9'000'000'000'000, 8'990'000'000'000}, 100.0);
        row("one price with cents refines all", {9'000'000'000'000, 8'726'353'000'000}, 0.01);
        row("down to the last unit", {9'000'000'000'000, 40'000'000, 1}, 1e-8);
        row("a fine price first", {1, 9'000'000'000'000}, 1e-8);
        row("beyond 2^53 units", {9'007'199'254'740'993, 9'223'372'036'854'775'807}, 1e-8);
    }
    void tickSize()
    {
        QFETCH(std::vector<qint64>, prices);
        QFETCH(double, tick);
        CandleSeries series(oneMinute);
        for (std::size_t i = 0; i < prices.size(); ++i) {
            const auto p = prices[i];
            series.update(january + static_cast<qint64>(i) * minute, p, p, p, p, 1);
        }
        QCOMPARE(series.tickSize(), tick);
        for (std::size_t i = 0; i < prices.size(); ++i) {
            const qint64 open = january + static_cast<qint64>(i) * minute;
            QCOMPARE(series.summary(between(open, open + minute)).close,
                     static_cast<double>(prices[i]) / 1e8);
        }
    }

    void aCopyKeepsWhatItHolds()
    {
        CandleSeries series(oneMinute);
        std::vector<Row> rows;
        for (int i = 0; i < 3000; ++i) // three pages
            rows.push_back(whole(january + i * minute, 100, 110, 90, 100 + i % 7, 1));
        series.append(columns(rows));
        series.finish();
        const TimeRange all = between(january, january + 5000 * minute);
        const CandleSeries before(series);
        const qint64 high = Price::whole(500).units;
        const qint64 low = Price::whole(50).units;
        for (const int at : {0, 1500, 2999, 4000})
            series.update(january + at * minute, low, high, low, high, 1);
        QCOMPARE(series.summary(all).high, 500.0);
        QCOMPARE(series.summary(between(january + 1500 * minute, january + 1501 * minute)).close, 500.0);
        QCOMPARE(before.summary(all).high, 110.0);
        QCOMPARE(before.summary(between(january + 1500 * minute, january + 1501 * minute)).close, 102.0);
        QCOMPARE(before.candleCount(), std::size_t{3000});
        CandleSeries after(before);
        after.update(january, low, low, low, low, 1);
        QCOMPARE(before.summary(all).low, 90.0);
        QCOMPARE(after.summary(all).low, 50.0);
    }

    void aHoleOfDecadesCostsLittle()
    {
        const auto series = seriesOf(oneMinute, {whole(0, 1, 1, 1, 1, 1), whole(january, 2, 2, 2, 2, 1)});
        QCOMPARE(series.slotCount(), static_cast<std::size_t>(january / minute + 1));
        QCOMPARE(series.candleCount(), std::size_t{2});
        QCOMPARE(series.gaps().size(), std::size_t{1});
        QCOMPARE(series.gaps()[0], between(minute, january));
        QVERIFY(series.memoryBytes() < 2'000'000);
        std::vector<CandleBar> bars;
        series.bars({earliestTime, latestTime}, oneMinute, bars);
        QCOMPARE(bars.size(), std::size_t{2});
        QCOMPARE(bars[1].openMs, january);
    }

    void aCandleTakesAtMost28Bytes()
    {
        constexpr int count = 300'000;
        std::mt19937_64 random(1);
        CandleSeries series(oneMinute);
        for (int i = 0; i < count; i += 1440) {
            std::vector<Row> batch;
            for (int k = i; k < std::min(count, i + 1440); ++k)
                batch.push_back(randomRow(random, january + k * minute, decimalUnits / 100));
            series.append(columns(batch));
        }
        series.finish();
        QCOMPARE(series.candleCount(), std::size_t{count});
        QVERIFY2(series.memoryBytes() <= std::size_t{28} * count, QByteArray::number(series.memoryBytes()));
    }

    void anyRangeAgreesWithTheNaiveSeries_data()
    {
        QTest::addColumn<Interval>("interval");
        QTest::addColumn<qint64>("from");
        QTest::newRow("minutes") << oneMinute << january + 7 * minute;
        QTest::newRow("minutes before 1970") << oneMinute << -50'000 * minute;
        QTest::newRow("days") << oneDay << january;
        QTest::newRow("weeks") << oneWeek << january - 3 * day;
    }
    void anyRangeAgreesWithTheNaiveSeries()
    {
        QFETCH(Interval, interval);
        QFETCH(qint64, from);
        const qint64 step = interval.length.count();
        std::mt19937_64 random(42);
        const auto rows = randomRows(random, from, step, 20'000);
        const auto series = seriesOf(interval, rows);
        NaiveSeries naive;
        for (const auto& row : rows)
            naive.put(row);
        QCOMPARE(series.gaps(), naive.gaps(step));
        std::uniform_int_distribution<qint64> start(from - 20 * step, rows.back().time + 20 * step);
        for (int i = 0; i < 25'000; ++i) {
            const qint64 begin = start(random);
            const auto range = between(begin, begin + static_cast<qint64>(random() % 4000) * step +
                                                  static_cast<qint64>(random() % 3));
            QVERIFY2(isSame(series.summary(range), naive.summary(range)), qPrintable(toIso(range.from)));
        }
        QVERIFY(isSame(series.summary(series.range()), naive.summary(series.range())));
    }

    void anyBarsAgreeWithTheNaiveSeries()
    {
        std::mt19937_64 random(7);
        const auto rows = randomRows(random, january, minute, 5'000);
        const auto series = seriesOf(oneMinute, rows);
        NaiveSeries naive;
        for (const auto& row : rows)
            naive.put(row);
        std::uniform_int_distribution<qint64> start(january - 5000 * minute,
                                                    rows.back().time + 1000 * minute);
        std::vector<CandleBar> bars;
        for (const qint64 minutes : {1, 3, 7, 15, 60, 240, 1440, 10'000, 10'080, 40'320}) {
            const Interval bucket{std::chrono::minutes{minutes}};
            for (int i = 0; i < 30; ++i) {
                const qint64 begin = start(random);
                const auto range = between(begin, begin + static_cast<qint64>(random() % 40'000) * minute);
                series.bars(range, bucket, bars);
                const auto expected = naive.bars(range, bucket);
                QCOMPARE(bars.size(), expected.size());
                for (std::size_t k = 0; k < bars.size(); ++k) {
                    QCOMPARE(bars[k].openMs, expected[k].openMs);
                    QVERIFY(isSame(bars[k].candle, expected[k].candle));
                }
            }
        }
    }

    void updatesAtAnyPlaceAgreeWithTheNaiveSeries()
    {
        std::mt19937_64 random(3);
        CandleSeries series(oneMinute);
        NaiveSeries naive;
        std::uniform_int_distribution<qint64> place(0, 6000);
        for (int i = 0; i < 4'000; ++i) {
            // Ever finer prices, so that the ticks are rescaled and widened on the way.
            const qint64 unit = i < 1000 ? decimalUnits : i < 2000 ? 1000 : i < 3000 ? 10 : 1'000'000'007;
            const Row row = randomRow(random, january + place(random) * minute, unit);
            series.update(row.time, row.open, row.high, row.low, row.close, row.volume);
            naive.put(row);
            const qint64 begin = january + place(random) * minute;
            const auto range = between(begin, begin + place(random) * minute);
            QVERIFY2(isSame(series.summary(range), naive.summary(range)), QByteArray::number(i));
        }
        QCOMPARE(series.gaps(), naive.gaps(minute));
        QCOMPARE(series.candleCount(), naive.rows().size());
        QCOMPARE(toMsecs(series.range().from), naive.rows().begin()->first);
    }
};

QTEST_GUILESS_MAIN(TestCandleSeries)
#include "tst_candleseries.moc"
