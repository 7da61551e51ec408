// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/costdistributionload.h"
#include "models/views/viewdata.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/holderexamples.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

class TestCostDistributionLoad final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnAnyWarning();
        m_store = Store::openInMemory(m_clock).value();
    }

    void withoutOneThereIsNone() { QVERIFY(!loadCostDistribution(*m_store).value()); }

    void whatIsKeptIsReadAgainToTheUnit()
    {
        CostDistribution kept = exampleDistribution();
        kept.buckets[0].btc = *Amount::parse("19999999.99999999");
        QVERIFY(keepCostDistribution(*m_store, kept).hasValue());
        QVERIFY(loadCostDistribution(*m_store).value() == kept);
        kept.buckets.pop_back();
        QVERIFY(keepCostDistribution(*m_store, kept).hasValue());
        QCOMPARE(loadCostDistribution(*m_store).value()->buckets.size(), std::size_t(8));
    }

    void beforeItWasKnownThereIsNone()
    {
        QVERIFY(keepCostDistribution(*m_store, exampleDistribution()).hasValue());
        QVERIFY(!loadCostDistribution(*m_store, at("2026-01-20T23:59:59Z")).value());
        QVERIFY(loadCostDistribution(*m_store, at("2026-01-21")).value());
    }

    void whatCannotBeReadIsRefused_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("no JSON") << QByteArray("coins");
        QTest::newRow("no time") << QByteArray(R"({"price":"1","buckets":[]})");
        QTest::newRow("a bucket upside down")
            << QByteArray(R"({"asOf":"2026-01-21T00:00:00Z","price":"1","buckets":[["2","1","3"]]})");
        QTest::newRow("buckets that overlap") << QByteArray(
            R"({"asOf":"2026-01-21T00:00:00Z","price":"1","buckets":[["1","3","3"],["2","4","3"]]})");
        QTest::newRow("fewer than no coins")
            << QByteArray(R"({"asOf":"2026-01-21T00:00:00Z","price":"1","buckets":[["1","2","-3"]]})");
        QTest::newRow("a word for coins")
            << QByteArray(R"({"asOf":"2026-01-21T00:00:00Z","price":"1","buckets":[["1","2","many"]]})");
    }
    void whatCannotBeReadIsRefused()
    {
        QFETCH(QByteArray, document);
        QVERIFY(m_store->putDocument(QStringLiteral("cost-distribution"), document).hasValue());
        const auto read = loadCostDistribution(*m_store);
        QVERIFY(read.hasError());
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
    }

    void aViewHasWhatWasKnownAndNamesItWhereItIsShown()
    {
        addCandle();
        QVERIFY(keepCostDistribution(*m_store, exampleDistribution()).hasValue());
        View view = viewOfTheCandle();
        const auto isNamed = [](const ViewData& data) {
            return std::ranges::any_of(data.provenance, [](const Provenance& provenance) {
                return provenance.series == QStringLiteral("cost-distribution");
            });
        };
        const ViewData hidden = loadViewData(*m_store, view, m_clock).value();
        QVERIFY(*hidden.costs == exampleDistribution());
        QVERIFY(!isNamed(hidden));
        view.showsCosts = true;
        QVERIFY(isNamed(loadViewData(*m_store, view, m_clock).value()));
        view.asOf = at("2026-01-20T12:00:00Z");
        QVERIFY(!loadViewData(*m_store, view, m_clock).value().costs);
    }

    void aViewIsShownThoughItCannotBeRead()
    {
        addCandle();
        QVERIFY(m_store->putDocument(QStringLiteral("cost-distribution"), "{}").hasValue());
        const auto data = loadViewData(*m_store, viewOfTheCandle(), m_clock);
        QVERIFY(data.hasValue());
        QVERIFY(!data.value().costs);
        QVERIFY(data.value().costsProblem.contains(QStringLiteral("cost distribution")));
    }

private:
    void addCandle()
    {
        const SeriesKey key{.name = QStringLiteral("price/binance:BTCUSDT"),
                            .source = QStringLiteral("a file"),
                            .definition = {}};
        const auto series = m_store->ensureSeries(key, SeriesKind::Candles, QStringLiteral("USDT"));
        const Price price = Price::whole(89'000);
        const Candle candle{at("2026-01-20"), price, price, price, price, {}, {}, {}, {}};
        QVERIFY(m_store->mergeCandles(series.value().id, oneHour, std::vector{candle}).hasValue());
    }
    static View viewOfTheCandle()
    {
        View view;
        view.range = {at("2026-01-20"), at("2026-01-21")};
        view.panes = {{.kind = QStringLiteral("price")}};
        return view;
    }

    FakeClock m_clock{at("2026-01-22T12:00:00Z")};
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestCostDistributionLoad)
#include "tst_costdistributionload.moc"
