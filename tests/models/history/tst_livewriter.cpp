// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/livewriter.h"
#include "tests/support/failonwarning.h"

using namespace holdline;

namespace {

constexpr UtcTime start{std::chrono::hours{24 * 20000}};

Liquidation order(int second, int price)
{
    return {start + std::chrono::seconds{second}, PositionSide::Long, Price::whole(price),
            Quantity{decimalUnits}, Amount{Price::whole(price).units}};
}

SeriesWrite message(const std::vector<Liquidation>& items)
{
    SeriesWrite write{start,
                      {QStringLiteral("liquidations/x"), QStringLiteral("value"), {}, {}},
                      SeriesKind::Liquidations,
                      QStringLiteral("USD")};
    write.liquidations = items;
    return write;
}

SeriesWrite candle(UtcTime at, int close)
{
    SeriesWrite write{at,
                      {QStringLiteral("price/x:BTCUSD"), QStringLiteral("value"), {}, {}},
                      SeriesKind::Candles,
                      QStringLiteral("USD")};
    write.candles = {
        {start, Price::whole(100), Price::whole(120), Price::whole(90), Price::whole(close), {}, {}, {}, {}}};
    return write;
}

} // namespace

class TestLiveWriter : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        auto opened = Store::openInMemory(m_clock);
        QVERIFY(opened.hasValue());
        m_store = std::move(opened.value());
    }

    void equalOrdersOfOneMessageAreTwo()
    {
        LiveWriter writer(*m_store, m_clock);
        QCOMPARE(writer.write({message({order(1, 100), order(1, 100)})}).value().added, 2);
        QCOMPARE(stored().size(), std::size_t{2});
    }

    void theSameOrderInAnotherMessageIsARepeat()
    {
        LiveWriter writer(*m_store, m_clock);
        QCOMPARE(
            writer.write({message({order(1, 100)}), message({order(1, 100), order(2, 100)})}).value().added,
            2);
        QCOMPARE(
            writer.write({message({order(2, 100)}), message({order(1, 100), order(1, 100)})}).value().added,
            1);
        QCOMPARE(stored(), (std::vector{order(1, 100), order(1, 100), order(2, 100)}));
    }

    void aLaterCandleIsARevisionKnownFromItsOwnTime()
    {
        LiveWriter writer(*m_store, m_clock);
        const UtcTime first = start + std::chrono::minutes{1};
        const UtcTime second = start + std::chrono::minutes{2};
        const auto counts = writer.write({candle(first, 110), candle(second, 111)});
        QCOMPARE(counts.value().added, 1);
        QCOMPARE(counts.value().revised, 1);
        const qint64 id = m_store->find(QStringLiteral("price/x:BTCUSD")).value().front().id;
        const TimeRange all{start, start + std::chrono::hours{1}};
        QCOMPARE(m_store->candles(id, oneMinute, all).value().front().close, Price::whole(111));
        QCOMPARE(m_store->candles(id, oneMinute, all, second - Span{1}).value().front().close,
                 Price::whole(110));
    }

private:
    [[nodiscard]] std::vector<Liquidation> stored()
    {
        const qint64 id = m_store->find(QStringLiteral("liquidations/x")).value().front().id;
        return m_store->liquidations(id, {start, start + std::chrono::hours{1}}).value();
    }

    SetClock m_clock;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestLiveWriter)
#include "tst_livewriter.moc"
