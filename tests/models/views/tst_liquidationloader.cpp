// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/exportdocument.h"
#include "models/views/viewdata.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/livenews.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

class TestLiquidationLoader final : public QObject {
    Q_OBJECT

    FakeClock m_clock{liveMinute(200)};
    std::unique_ptr<Store> m_store;

    StoredSeries made(const QString& name, SeriesKind kind, const QString& column = u"value"_s)
    {
        return m_store
            ->ensureSeries({.name = name, .column = column, .source = u"test"_s, .definition = {}}, kind,
                           u"USD"_s)
            .value();
    }
    void storeCandles(int minutes)
    {
        std::vector<Candle> candles;
        for (int i = 0; i < minutes; ++i)
            candles.push_back(liveCandle(i, 90'000, true).candle);
        const auto series = made(u"price/binance:BTCUSDT"_s, SeriesKind::Candles);
        QVERIFY(m_store->mergeCandles(series.id, oneMinute, candles).hasValue());
    }
    void storeOrders(const QString& venue, const std::vector<int>& minutes)
    {
        std::vector<Liquidation> orders;
        for (const int minute : minutes)
            orders.push_back(liveOrder(liveMinute(minute), PositionSide::Long, 100));
        const auto series = made(u"liquidations/"_s + venue, SeriesKind::Liquidations);
        QVERIFY(m_store->mergeLiquidations(series.id, orders).hasValue());
    }
    void storeCoverage(const QString& venue, const std::vector<Coverage>& coverage)
    {
        const auto series = made(u"liquidations/"_s + venue, SeriesKind::Liquidations);
        QVERIFY(m_store->setCoverage(series.id, coverage).hasValue());
    }
    static Coverage entry(int from, int to, CoverageState state, const QString& reason = {})
    {
        return {{liveMinute(from), liveMinute(to)}, state, reason};
    }
    ViewData load(std::optional<UtcTime> asOf = {})
    {
        View view = liveViewDocument();
        view.asOf = asOf;
        return loadViewData(*m_store, view, m_clock).value();
    }
    /// What is hatched, in minutes.
    static QString unknown(const ViewData& data)
    {
        QStringList stretches;
        for (const Coverage& stretch : data.panes[0].coverage) {
            const auto minutes = [](UtcTime time) {
                return QString::number((time - liveMinute(0)) / oneMinute.length);
            };
            stretches.append(
                QStringLiteral("%1 %2-%3")
                    .arg(toText(stretch.state),
                         stretch.range.from == earliestTime ? u"ever"_s : minutes(stretch.range.from),
                         minutes(stretch.range.to)));
        }
        return stretches.join(u", "_s);
    }

private slots:
    void init()
    {
        failOnAnyWarning();
        m_store = Store::openInMemory(m_clock).value();
        storeCandles(100);
    }

    void timeBeforeTheRecorderIsUnknown()
    {
        storeOrders(u"bybit"_s, {30, 50});
        storeCoverage(u"bybit"_s, {entry(20, 100, CoverageState::Known)});
        const ViewData data = load();
        QCOMPARE(unknown(data), u"never ever-20"_s);
        QVERIFY(data.panes[0].streams[0].isRecorded);
        QCOMPARE(data.panes[0].note, QString());
    }

    void anOutageIsUnknownUnlessAnotherVenueWasThere()
    {
        storeOrders(u"bybit"_s, {30, 50});
        storeCoverage(u"bybit"_s, {entry(20, 40, CoverageState::Known),
                                   entry(40, 60, CoverageState::Missing, u"the connection was cut"_s),
                                   entry(60, 100, CoverageState::Known)});
        QCOMPARE(unknown(load()), u"never ever-20, missing 40-60"_s);
        QCOMPARE(load().panes[0].coverage[1].reason, u"the connection was cut"_s);
        storeCoverage(u"okx"_s, {entry(10, 50, CoverageState::Sampled)});
        QCOMPARE(unknown(load()), u"never ever-10, missing 50-60"_s);
        QCOMPARE(load().panes[0].note, u"lower bound: at most one per symbol and second"_s);
    }

    /// The last order of an imported list is at minute 50; the next minute still belongs to it.
    void anImportedListKnowsTheTimeThatItSpans()
    {
        storeOrders(u"okx"_s, {30, 50});
        QCOMPARE(unknown(load()), u"never ever-30, missing 51-100"_s);
        QVERIFY(!load().panes[0].streams[0].isRecorded);
    }

    void aQuietRecorderHasAPaneToo()
    {
        storeCoverage(u"bybit"_s, {entry(20, 100, CoverageState::Known)});
        const ViewData data = load();
        QCOMPARE(data.panes[0].flows.size(), std::size_t(2));
        QVERIFY(data.panes[0].emptySentence.isEmpty());
        QCOMPARE(toIso(data.panes[0].flows[0]->range().to), toIso(liveMinute(100)));
    }

    void whatTheRecorderKnewLaterIsNotKnownAsOfThen()
    {
        storeOrders(u"bybit"_s, {30, 70});
        storeCoverage(u"bybit"_s, {entry(20, 40, CoverageState::Known), entry(40, 60, CoverageState::Missing),
                                   entry(60, 100, CoverageState::Known)});
        QCOMPARE(unknown(load(liveMinute(50))), u"never ever-20, missing 40-50"_s);
    }

    void theExportTellsEachStream()
    {
        storeCoverage(u"bybit"_s, {entry(20, 40, CoverageState::Sampled, u"one a second"_s)});
        const QByteArray document = exportDocument(liveViewDocument(), load());
        QVERIFY2(document.contains("\"series\": \"liquidations/bybit\""), document);
        QVERIFY(document.contains("\"state\": \"sampled\""));
    }
};

QTEST_GUILESS_MAIN(TestLiquidationLoader)
#include "tst_liquidationloader.moc"
