// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/correlation.h"
#include "models/indicators/rsi.h"
#include "models/market/periods.h"
#include "models/views/exportdocument.h"
#include "models/views/panecatalog.h"
#include "models/views/panestreams.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

#include <cmath>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using holdline::testing::FakeClock;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

const UtcTime firstDay = at("2025-11-01");

UtcTime dayOf(int n)
{
    return firstDay + 24h * n;
}

/// A price that goes up and down.
double closeOf(int n)
{
    return 90'000 + 2'000 * std::sin(n * 0.7) + 30 * n;
}

double indexOf(int n)
{
    return 6'000 + 40 * std::sin(n * 0.7 + 0.4) + n % 5;
}

Sample sampleOf(const Period& period, double value)
{
    return {period.from, period.to, period.knownAt, Amount::fromDouble(value)};
}

/// Without the hole that ends a line.
std::vector<SamplePoint> pointsOf(const SampleSeries& series)
{
    std::vector<SamplePoint> points = series.points();
    if (std::isnan(points.back().value))
        points.pop_back();
    return points;
}

std::vector<double> valuesOf(const SampleSeries& series)
{
    std::vector<double> values;
    for (const SamplePoint& point : pointsOf(series))
        values.push_back(point.value);
    return values;
}

} // namespace

/// Ninety daily candles from 1 November 2025 on, and what each test adds.
class TestLinePanes final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_clock.set(at("2026-06-01"));
        m_store = std::move(Store::openInMemory(m_clock)).value();
        m_source = u"binance"_s;
        m_view = {};
        m_view.instrument = u"x:BTC"_s;
        m_view.interval = oneDay;
        m_view.range = {at("2026-01-01"), at("2026-01-22")};
    }

    void kindsThatAreAskedForAreNotThoseOfAFirstStart()
    {
        const auto panes = defaultPanes();
        QCOMPARE(panes.size(), std::size_t{5});
        for (const QString& kind :
             {u"options"_s, u"skew"_s, u"volatility"_s, u"momentum"_s, u"jgb"_s, u"correlation"_s}) {
            QVERIFY(findPaneKind(kind));
            QVERIFY(std::none_of(panes.begin(), panes.end(),
                                 [&](const PaneSpec& pane) { return pane.kind == kind; }));
            addPrice();
            QVERIFY(!paneOf(kind).emptySentence.isEmpty() || kind == u"momentum"_s);
        }
    }

    void aHoleOfARatioIsABreakAndNotKnown()
    {
        addPrice();
        add(u"options/put_call"_s,
            {sampleOf(utcDay(at("2026-01-02")), 0.7), sampleOf(utcDay(at("2026-01-03")), 0.8),
             sampleOf(utcDay(at("2026-01-06")), 0.9)});
        const PaneData pane = paneOf(u"options"_s);
        const auto values = valuesOf(*pane.samples.at(0));
        QCOMPARE(values.size(), std::size_t{4});
        QVERIFY(std::isnan(values[2]));
        QVERIFY(isKnownAt(pane.coverage, at("2026-01-03T23:00Z")));
        QVERIFY(!isKnownAt(pane.coverage, at("2026-01-05")));
        QVERIFY(!isKnownAt(pane.coverage, at("2026-01-01T12:00Z")));
        const SamplePoint* const later = pane.samples.at(0)->at(at("2026-02-01"));
        QVERIFY(later && std::isnan(later->value)); // the last value does not hold for ever
        QCOMPARE(pane.unit, QString());
    }

    void nothingIsThereBeforeItWasKnown()
    {
        addPrice();
        add(u"options/skew_25d"_s,
            {sampleOf(utcDay(at("2026-01-02")), 4), sampleOf(utcDay(at("2026-01-03")), 5)});
        m_view.asOf = at("2026-01-03T12:00Z");
        QCOMPARE(valuesOf(*paneOf(u"skew"_s).samples.at(0)), std::vector<double>{4});
        m_view.asOf = at("2026-01-02T12:00Z");
        QVERIFY(!paneOf(u"skew"_s).emptySentence.isEmpty());
    }

    void momentumIsThatOfTheClosesSoFar()
    {
        addPrice();
        const PaneData pane = paneOf(u"momentum"_s);
        const auto points = pointsOf(*pane.samples.at(0));
        QCOMPARE(points.size(), std::size_t{90 - 14});
        std::vector<double> closes;
        for (int n = 0; n < 90; ++n) {
            closes.push_back(closeOf(n));
            if (n < 14)
                continue;
            const SamplePoint& point = points[static_cast<std::size_t>(n - 14)];
            QVERIFY(std::abs(point.value - *wilderRsi(closes)) < 1e-6);
            QCOMPARE(fromMsecs(point.fromMs), dayOf(n));
            QCOMPARE(fromMsecs(point.knownMs), dayOf(n + 1));
        }
        QVERIFY(!isKnownAt(pane.coverage, dayOf(13)));
    }
    void aDayThatRunsHasNoMomentum()
    {
        addPrice();
        m_view.asOf = at("2026-01-10T18:00Z");
        QCOMPARE(fromMsecs(pointsOf(*paneOf(u"momentum"_s).samples.at(0)).back().toMs), at("2026-01-10"));
    }
    void momentumOfAReconstructionIsLeftOut()
    {
        m_source = u"reconstruction; figures"_s;
        addPrice();
        const PaneData pane = paneOf(u"momentum"_s);
        QVERIFY(pane.samples.empty());
        QVERIFY(pane.emptySentence.contains(u"published note"_s));
    }

    void yieldsAreJoinedOverNightsAndNewYear()
    {
        addPrice();
        add(u"macro/jgb20y_yield"_s,
            {sampleOf(tokyoYields(at("2025-12-29")), 2.8), sampleOf(tokyoYields(at("2025-12-30")), 2.9),
             sampleOf(tokyoYields(at("2026-01-05")), 3.0), sampleOf(tokyoYields(at("2026-01-20")), 3.4)});
        const PaneData pane = paneOf(u"jgb"_s);
        QCOMPARE(pane.names, std::vector<QString>{u"20 y"_s});
        const auto values = valuesOf(*pane.samples.at(0));
        QCOMPARE(values.size(), std::size_t{5}); // four and the hole of two weeks
        QVERIFY(std::isnan(values[3]));
        QVERIFY(isKnownAt(pane.coverage, at("2026-01-02")));
        QVERIFY(!isKnownAt(pane.coverage, at("2026-01-14")));
    }
    void auctionsStandOnTheLineAndTellTheOneBefore()
    {
        addPrice();
        add(u"macro/jgb20y_yield"_s,
            {sampleOf(tokyoYields(at("2026-01-19")), 3.2), sampleOf(tokyoYields(at("2026-01-20")), 3.4)});
        add(u"macro/jgb20_bid_to_cover"_s,
            {sampleOf(tokyoAuction(at("2025-12-11")), 4.1), sampleOf(tokyoAuction(at("2026-01-20")), 3.19)});
        const PaneData pane = paneOf(u"jgb"_s);
        QCOMPARE(pane.marks.size(), std::size_t{2});
        const PaneMark& mark = pane.marks[1];
        QCOMPARE(mark.time, at("2026-01-20T03:35Z"));
        QCOMPARE(mark.words, u"20-year auction 3.19, 4.10 before"_s);
        QVERIFY(mark.value > 3.2 && mark.value < 3.4);
        QVERIFY(std::isnan(pane.marks[0].value));
        m_view.asOf = at("2026-01-20T04:00Z"); // before that day's close
        QCOMPARE(paneOf(u"jgb"_s).marks[1].value, 3.2);
    }

    void correlationsAreThoseOfThirtyChanges()
    {
        addPrice();
        std::vector<Sample> sessions;
        std::vector<int> days;
        for (int n = 0; n < 90; ++n)
            if (n % 7 < 5) {
                sessions.push_back(sampleOf(newYorkClose(dayOf(n)), indexOf(n)));
                days.push_back(n);
            }
        add(u"macro/SP500"_s, sessions);
        const PaneData pane = paneOf(u"correlation"_s);
        QCOMPARE(pane.names, std::vector<QString>{u"S&P 500"_s});
        const auto points = pointsOf(*pane.samples.at(0));
        QCOMPARE(points.size(), days.size() - 30);
        for (std::size_t i = 0; i < points.size(); ++i) {
            std::vector<double> a;
            std::vector<double> b;
            for (std::size_t k = i + 1; k <= i + 30; ++k) {
                a.push_back(std::log(closeOf(days[k]) / closeOf(days[k - 1])));
                b.push_back(std::log(indexOf(days[k]) / indexOf(days[k - 1])));
            }
            QVERIFY(std::abs(points[i].value - *correlation(a, b)) < 1e-5);
            QCOMPARE(fromMsecs(points[i].toMs), dayOf(days[i + 30] + 1));
        }
        QCOMPARE(pane.provenance.at(0).series, u"correlation/btc_spx_30d"_s);
    }

    void theNumbersOfComputedLinesLeaveWithThem()
    {
        addPrice();
        m_view.range = {at("2026-01-20"), at("2026-01-22")};
        m_view.panes = {{.kind = u"momentum"_s}};
        const ViewData data = loadViewData(*m_store, m_view, m_clock).value();
        const auto lines = QString::fromUtf8(visibleNumbers(*m_store, m_view, data).value()).split(u'\n');
        const auto momentum = lines.filter(QRegularExpression(u"^momentum/rsi_14d,value,"_s));
        QCOMPARE(momentum.size(), 2);
        QVERIFY(momentum.at(0).contains(u"2026-01-20T00:00:00Z,2026-01-21T00:00:00Z,"_s));
        QVERIFY(momentum.at(0).endsWith(u"2026-01-21T00:00:00Z,binance"_s));
        QVERIFY(exportDocument(m_view, data).contains("momentum/rsi_14d"));
    }

    void spikesOfDepositsAreMarked()
    {
        addPrice();
        std::vector<Sample> days;
        for (int n = 0; n < 40; ++n)
            days.push_back(sampleOf(utcDay(dayOf(n)), n == 35 ? 250 : n == 5 ? 900 : 100));
        add(u"whales/x"_s, days);
        const PaneData pane = paneOf(u"deposits"_s);
        QCOMPARE(pane.marks.size(), std::size_t{1}); // the fifth has too few before it
        QCOMPARE(pane.marks[0].time, dayOf(35) + 12h);
        QCOMPARE(pane.marks[0].words, u"spike, 2.5 × the median of 30 days"_s);
    }

    void flowsOfFundsAreTwoAndTheRest()
    {
        addPrice();
        const Period session = etfDay(at("2026-01-20"));
        for (const auto& [fund, flow] : {std::pair{u"AAA"_s, -1.0}, std::pair{u"BBB"_s, 50.0},
                                         std::pair{u"CCC"_s, -30.0}, std::pair{u"DDD"_s, 2.0}})
            add(u"etf/btc/"_s + fund, {sampleOf(session, flow)});
        const PaneData sum = paneOf(u"etf"_s);
        QCOMPARE(valuesOf(*sum.samples.at(0)), std::vector<double>{21});
        QCOMPARE(sum.parts.size(), std::size_t{3});
        QCOMPARE(sum.parts[0].name, u"BBB"_s);
        QCOMPARE(sum.parts[1].name, u"CCC"_s);
        QCOMPARE(valuesOf(*sum.parts[2].samples), std::vector<double>{1});
        add(u"etf/btc/total"_s, {sampleOf(session, 22)});
        QCOMPARE(valuesOf(*paneOf(u"etf"_s).samples.at(0)), std::vector<double>{22});
    }

    /// A Saturday, and Martin Luther King's day.
    void flowsOfDaysWithoutASessionAreFlagged()
    {
        addPrice();
        add(u"etf/btc/AAA"_s, {sampleOf(etfDay(at("2026-01-16")), 1), sampleOf(etfDay(at("2026-01-17")), 2),
                               sampleOf(etfDay(at("2026-01-19")), 3), sampleOf(etfDay(at("2026-01-20")), 4)});
        const PaneData pane = paneOf(u"etf"_s);
        QCOMPARE(valuesOf(*pane.samples.at(0)), (std::vector<double>{1, 2, 3, 4}));
        const Period saturday = etfDay(at("2026-01-17"));
        const Period holiday = etfDay(at("2026-01-19"));
        QCOMPARE(pane.sessionless,
                 (std::vector{TimeRange{saturday.from, saturday.to}, TimeRange{holiday.from, holiday.to}}));
    }

private:
    void addPrice()
    {
        std::vector<Candle> days;
        for (int n = 0; n < 90; ++n) {
            const Price price = Price::fromDouble(closeOf(n));
            days.push_back({dayOf(n), price, price, price, price, {}, {}, {}, {}});
        }
        const SeriesKey key{.name = u"price/x:BTC"_s, .source = m_source, .definition = {}};
        const auto series = m_store->ensureSeries(key, SeriesKind::Candles, {}).value();
        QVERIFY(m_store->mergeCandles(series.id, oneDay, days).hasValue());
    }
    void add(const QString& name, const std::vector<Sample>& samples)
    {
        const SeriesKey key{.name = name, .column = u"value"_s, .source = u"s"_s, .definition = {}};
        const auto series = m_store->ensureSeries(key, SeriesKind::Samples, {}).value();
        QVERIFY(m_store->mergeSamples(series.id, samples).hasValue());
    }
    PaneData paneOf(const QString& kind)
    {
        m_view.panes = {{.kind = kind}};
        return loadViewData(*m_store, m_view, m_clock).value().panes.at(0);
    }

    FakeClock m_clock{at("2026-06-01")};
    std::unique_ptr<Store> m_store;
    QString m_source;
    View m_view;
};

QTEST_GUILESS_MAIN(TestLinePanes)
#include "tst_linepanes.moc"
