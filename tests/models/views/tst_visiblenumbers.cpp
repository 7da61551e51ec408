// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/exportdocument.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using holdline::testing::FakeClock;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

Candle candle(UtcTime open, int price, int bought)
{
    return {.openTime = open,
            .open = Price::whole(price),
            .high = Price::whole(price),
            .low = Price::whole(price),
            .close = Price::whole(price),
            .volume = {},
            .quoteVolume = Amount::fromDouble(100),
            .takerBuyQuote = Amount::fromDouble(bought),
            .trades = {}};
}

} // namespace

/// Two hours of minutes from 10:00 on, in which takers bought 60 of 100 each.
class TestVisibleNumbers final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_clock.set(at("2026-02-01"));
        m_store = std::move(Store::openInMemory(m_clock)).value();
        m_series = m_store
                       ->ensureSeries({.name = u"price/x:BTC"_s, .source = u"s"_s, .definition = {}},
                                      SeriesKind::Candles, {})
                       .value();
        std::vector<Candle> minutes;
        for (int minute = 0; minute < 120; ++minute)
            minutes.push_back(
                candle(at("2026-01-10T10:00Z") + std::chrono::minutes{minute}, 500 + minute, 60));
        QVERIFY(m_store->mergeCandles(m_series.id, oneMinute, minutes).hasValue());
        m_view = {};
        m_view.instrument = u"x:BTC"_s;
        m_view.panes = {{.kind = u"price"_s}, {.kind = u"taker"_s}};
        m_view.interval = oneHour;
        m_view.range = {at("2026-01-10T10:00Z"), at("2026-01-10T12:00Z")};
    }

    void candlesAreKnownAtTheirClose()
    {
        QCOMPARE(lines("price/x:BTC,close"),
                 (QStringList{u"price/x:BTC,close,2026-01-10T10:00:00Z,2026-01-10T11:00:00Z,559,"
                              "2026-01-10T11:00:00Z,s"_s,
                              u"price/x:BTC,close,2026-01-10T11:00:00Z,2026-01-10T12:00:00Z,619,"
                              "2026-01-10T12:00:00Z,s"_s}));
    }
    void aRunningCandleIsKnownFromItsLastPart()
    {
        m_view.asOf = at("2026-01-10T11:34:56Z");
        QCOMPARE(lines("price/x:BTC,close").at(1),
                 u"price/x:BTC,close,2026-01-10T11:00:00Z,2026-01-10T12:00:00Z,593,2026-01-10T11:34:00Z,s"_s);
    }
    void aCorrectedCandleIsKnownFromTheCorrection()
    {
        m_clock.set(at("2026-03-01T08:00Z"));
        const Candle corrected = candle(at("2026-01-10T10:59Z"), 777, 60);
        QVERIFY(m_store->mergeCandles(m_series.id, oneMinute, std::span(&corrected, 1)).hasValue());
        QCOMPARE(lines("price/x:BTC,close").at(0),
                 u"price/x:BTC,close,2026-01-10T10:00:00Z,2026-01-10T11:00:00Z,777,2026-03-01T08:00:00Z,s"_s);
    }
    /// 60 x (2 x 60 - 100) = 1,200 an hour.
    void takerVolumeOfCandlesIsThere()
    {
        QCOMPARE(lines("taker/x:BTC"),
                 (QStringList{u"taker/x:BTC,value,2026-01-10T10:00:00Z,2026-01-10T11:00:00Z,1200,"
                              "2026-01-10T11:00:00Z,s"_s,
                              u"taker/x:BTC,value,2026-01-10T11:00:00Z,2026-01-10T12:00:00Z,1200,"
                              "2026-01-10T12:00:00Z,s"_s}));
    }

private:
    QStringList lines(const char* beginning)
    {
        const ViewData data = loadViewData(*m_store, m_view, m_clock).value();
        const auto all = QString::fromUtf8(visibleNumbers(*m_store, m_view, data).value()).split(u'\n');
        return all.filter(QRegularExpression(u"^"_s + QString::fromLatin1(beginning)));
    }

    FakeClock m_clock{at("2026-02-01")};
    std::unique_ptr<Store> m_store;
    StoredSeries m_series;
    View m_view;
};

QTEST_GUILESS_MAIN(TestVisibleNumbers)
#include "tst_visiblenumbers.moc"
