// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/livenews.h"
#include "models/views/viewdata.h"

#include <memory>

namespace holdline::testing {

/// Minutes of 13 January 2026 from midnight UTC on.
inline UtcTime liveMinute(int n)
{
    return fromMsecs(1'768'262'400'000) + std::chrono::minutes(n);
}

inline LiveCandle liveCandle(int minute, int close, bool isClosed)
{
    const Price price = Price::whole(close);
    LiveCandle live;
    live.instrument = QStringLiteral("binance:BTCUSDT");
    live.candle.openTime = liveMinute(minute);
    live.candle.open = live.candle.close = price;
    live.candle.high = Price::whole(close + 5);
    live.candle.low = Price::whole(close - 5);
    live.candle.volume = Amount::fromDouble(2);
    live.isClosed = isClosed;
    return live;
}

inline Liquidation liveOrder(UtcTime time, PositionSide side, double usd)
{
    return {.time = time,
            .side = side,
            .price = Price::whole(90'000),
            .quantity = {1},
            .usd = Amount::fromDouble(usd)};
}

/// Minute candles that close at 90,000 plus the number of the minute, forced orders of 1,000 dollars long and
/// 500 short in each minute, and a net taker volume of 7.
inline ViewData liveViewData(int minutes)
{
    CandleColumns columns;
    const std::array flows{std::make_shared<FlowSeries>(oneMinute), std::make_shared<FlowSeries>(oneMinute),
                           std::make_shared<FlowSeries>(oneMinute)};
    for (int i = 0; i < minutes; ++i) {
        const qint64 close = Price::whole(90'000 + i).units;
        columns.time.push_back(toMsecs(liveMinute(i)));
        columns.open.push_back(close);
        columns.high.push_back(close + Price::whole(5).units);
        columns.low.push_back(close - Price::whole(5).units);
        columns.close.push_back(close);
        columns.volume.push_back(2);
        columns.netTaker.push_back(7);
        flows[0]->append(columns.time.back(), 1000);
        flows[1]->append(columns.time.back(), 500);
        flows[2]->append(columns.time.back(), 7);
    }
    auto candles = std::make_shared<CandleSeries>(oneMinute);
    candles->append(columns);
    candles->finish();
    for (const auto& flow : flows)
        flow->finish();
    ViewData data;
    data.instrument = QStringLiteral("binance:BTCUSDT");
    data.instrumentTitle = QStringLiteral("BTC-USDT");
    data.venueTitle = QStringLiteral("Binance spot");
    data.lastClose = candles->range().to;
    data.lastPrice = 90'000 + minutes - 1;
    data.candles = std::move(candles);
    data.asOf = *data.lastClose;
    data.panes.resize(2);
    data.panes[0].kind = QStringLiteral("liquidations");
    data.panes[0].title = QStringLiteral("Liquidations");
    data.panes[0].unit = QStringLiteral("USD");
    data.panes[0].flows = {flows[0], flows[1]};
    data.panes[1].kind = QStringLiteral("taker");
    data.panes[1].title = QStringLiteral("Net taker volume");
    data.panes[1].unit = QStringLiteral("USD");
    data.panes[1].flows = {flows[2]};
    return data;
}

inline View liveViewDocument()
{
    View view;
    view.interval = oneMinute;
    view.panes = {{.kind = QStringLiteral("price"), .weight = 3},
                  {.kind = QStringLiteral("liquidations"), .weight = 1},
                  {.kind = QStringLiteral("taker"), .weight = 1}};
    view.range = {liveMinute(0), liveMinute(80)};
    return view;
}

} // namespace holdline::testing
