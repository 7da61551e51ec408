// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/exportdocument.h"
#include "models/views/panecatalog.h"
#include "models/views/pricememory.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using holdline::testing::FakeClock;

namespace {

const UtcTime begin = parseIso("2026-01-01").value();

UtcTime minute(int n)
{
    return begin + 1min * n;
}

/// From the 400th minute on with a cent more.
Candle candle(int n, double more = 0)
{
    const double price = 90'000 + 10 * (n % 97) + (n >= 400 ? 0.01 : 0) + more;
    Candle made{.openTime = minute(n),
                .open = Price::fromDouble(price),
                .high = Price::fromDouble(price + 5),
                .low = Price::fromDouble(price - 5),
                .close = Price::fromDouble(price + 1),
                .volume = Amount::fromDouble(1 + n % 7),
                .quoteVolume = {},
                .takerBuyQuote = {},
                .trades = {}};
    if (n % 50 > 3) {
        made.quoteVolume = Amount::fromDouble(1000);
        made.takerBuyQuote = Amount::fromDouble(400 + n % 13);
    }
    return made;
}

std::vector<CandleBar> barsOf(const CandleSeries& series, Interval bucket)
{
    std::vector<CandleBar> bars;
    series.bars({earliestTime, latestTime}, bucket, bars);
    return bars;
}

bool isSame(const CandleBar& a, const CandleBar& b)
{
    const bool isVolumeSame =
        a.candle.volume == b.candle.volume || (std::isnan(a.candle.volume) && std::isnan(b.candle.volume));
    return a.openMs == b.openMs && a.candle.open == b.candle.open && a.candle.high == b.candle.high &&
           a.candle.low == b.candle.low && a.candle.close == b.candle.close && isVolumeSame;
}

void compareBars(const CandleSeries& a, const CandleSeries& b, Interval bucket)
{
    const auto one = barsOf(a, bucket);
    const auto other = barsOf(b, bucket);
    QCOMPARE(one.size(), other.size());
    for (std::size_t i = 0; i < one.size(); ++i)
        QVERIFY(isSame(one[i], other[i]));
}

void compareFlows(const FlowSeries& a, const FlowSeries& b)
{
    QCOMPARE(a.range(), b.range());
    std::vector<FlowBar> one;
    std::vector<FlowBar> other;
    for (const Interval bucket : {oneMinute, oneHour}) {
        a.bars(a.range(), bucket, one);
        b.bars(b.range(), bucket, other);
        QCOMPARE(one.size(), other.size());
        for (std::size_t i = 0; i < one.size(); ++i)
            QVERIFY(one[i].fromMs == other[i].fromMs && one[i].flow.sum == other[i].flow.sum &&
                    one[i].flow.count == other[i].flow.count);
    }
}

} // namespace

/// Twenty hours of minutes with holes, hours that stand in for some of these, and corrections. A replay's
/// steps are compared with what is read anew at the same moment.
class TestPriceMemory final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_clock.set(parseIso("2026-06-01").value());
        m_store = std::move(Store::openInMemory(m_clock)).value();
        const SeriesKey key{.name = u"price/x:BTC"_s, .source = u"s"_s, .definition = {}};
        m_series = m_store->ensureSeries(key, SeriesKind::Candles, u"USDT"_s).value().id;
        m_view.instrument = u"x:BTC"_s;
        m_view.interval = fiveMinutes;
        m_view.panes = defaultPanes();
        std::vector<Candle> minutes;
        for (int n = 0; n < 1200; ++n)
            if (!(n >= 180 && n < 240) && !(n >= 700 && n < 725))
                minutes.push_back(candle(n));
        put(minutes);
        std::vector<Candle> hours;
        for (int hour = 0; hour < 22; ++hour) {
            Candle made = candle(60 * hour);
            made.high = Price::whole(95'000);
            made.low = Price::whole(80'000);
            hours.push_back(made);
        }
        QVERIFY(m_store->mergeCandles(m_series, oneHour, hours).hasValue());
        correct(100, minute(300));
        correct(100, minute(500));
        correct(499, minute(500));
        correct(450, minute(900));
    }

    void aStepIsWhatIsReadAnew_data()
    {
        QTest::addColumn<QList<int>>("minutes"); // one after the other
        QList<int> on;
        for (int n = 60; n < 1260; n += 7)
            on << n;
        QTest::newRow("on") << on;
        QTest::newRow("back") << QList<int>(on.rbegin(), on.rend());
        QTest::newRow("here and there") << QList<int>{500, 499, 501, 1200, 320, 321, 319, 1201, 60, 1300};
        QTest::newRow("far ahead and back")
            << QList<int>{600, 60 * 24 * 80, 60 * 24 * 79, 60 * 24 * 400, 601};
    }
    void aStepIsWhatIsReadAnew()
    {
        QFETCH(QList<int>, minutes);
        PriceMemory memory;
        for (const int n : minutes)
            compareAt(n, memory);
    }
    void whatIsStoredMeanwhileIsSeen()
    {
        PriceMemory memory;
        compareAt(800, memory);
        put({candle(200), candle(710)});
        compareAt(801, memory);
        correct(10, minute(802));
        compareAt(803, memory);
        correct(20, minute(400)); // another machine's word, of an earlier time
        compareAt(804, memory);
    }
    void otherCandlesThanThoseOfTheGridAreReadWhole()
    {
        Candle odd = candle(90, 3);
        odd.openTime += 20s;
        put({odd});
        PriceMemory memory;
        for (const int n : {80, 95, 96, 90, 400})
            compareAt(n, memory);
    }
    void whatWasGivenStaysAsItIs()
    {
        PriceMemory memory;
        const ViewData before = loaded(600, &memory);
        const auto bars = barsOf(*before.candles, oneMinute);
        const ViewData after = loaded(1000, &memory);
        const auto now = barsOf(*before.candles, oneMinute);
        QCOMPARE(now.size(), bars.size());
        QVERIFY(std::equal(now.begin(), now.end(), bars.begin(), isSame));
        QVERIFY(after.candles->candleCount() > before.candles->candleCount());
    }

private:
    void put(const std::vector<Candle>& candles)
    {
        QVERIFY(m_store->mergeCandles(m_series, oneMinute, candles).hasValue());
    }
    /// Known from then on.
    void correct(int n, UtcTime time)
    {
        const UtcTime now = m_clock.now();
        m_clock.set(time);
        put({candle(n, toMsecs(time) % 11 + 1)});
        m_clock.set(now);
    }
    ViewData loaded(int n, PriceMemory* memory)
    {
        m_view.asOf = minute(n) + 30s;
        m_view.range = {*m_view.asOf - 6h, *m_view.asOf + 1h};
        return loadViewData(*m_store, m_view, m_clock, memory).value();
    }
    void compareAt(int n, PriceMemory& memory)
    {
        const ViewData step = loaded(n, &memory);
        const ViewData anew = loaded(n, nullptr);
        QCOMPARE(step.candles->candleCount(), anew.candles->candleCount());
        QCOMPARE(step.candles->range(), anew.candles->range());
        QCOMPARE(step.candles->gaps(), anew.candles->gaps());
        QCOMPARE(step.candles->tickSize(), anew.candles->tickSize());
        for (const Interval bucket : {oneMinute, oneHour, oneDay})
            compareBars(*step.candles, *anew.candles, bucket);
        QCOMPARE(step.coarse, anew.coarse);
        QCOMPARE(step.priceCoverage, anew.priceCoverage);
        QCOMPARE(step.lastClose, anew.lastClose);
        QCOMPARE(step.lastPrice, anew.lastPrice);
        QCOMPARE(*step.closes, *anew.closes);
        QCOMPARE(step.panes.size(), anew.panes.size());
        for (std::size_t i = 0; i < step.panes.size(); ++i) {
            QCOMPARE(step.panes[i].coverage, anew.panes[i].coverage);
            QCOMPARE(step.panes[i].flows.size(), anew.panes[i].flows.size());
            for (std::size_t k = 0; k < step.panes[i].flows.size(); ++k)
                compareFlows(*step.panes[i].flows[k], *anew.panes[i].flows[k]);
        }
        QCOMPARE(exportDocument(m_view, step), exportDocument(m_view, anew));
        QCOMPARE(visibleNumbers(*m_store, m_view, step).value(),
                 visibleNumbers(*m_store, m_view, anew).value());
    }

    FakeClock m_clock{begin};
    std::unique_ptr<Store> m_store;
    qint64 m_series = 0;
    View m_view;
};

QTEST_GUILESS_MAIN(TestPriceMemory)
#include "tst_pricememory.moc"
