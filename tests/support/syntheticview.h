// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/viewdata.h"

#include <cmath>
#include <memory>

namespace holdline::testing {

inline UtcTime windowHour(int n)
{
    return fromMsecs(1'768'262'400'000) + std::chrono::hours(n); // 2026-01-13T00:00Z
}

/// Hourly candles from 13 January 2026, closing at 90,000 plus ten times the number of the hour, and one
/// flow for each of three panes.
inline ViewData syntheticViewData(int hours = 240)
{
    CandleColumns columns;
    for (int i = 0; i < hours; ++i) {
        const qint64 close = Price::whole(90'000 + 10 * i).units;
        columns.time.push_back(toMsecs(windowHour(i)));
        columns.open.push_back(close - Price::whole(5).units);
        columns.high.push_back(close + Price::whole(20).units);
        columns.low.push_back(close - Price::whole(20).units);
        columns.close.push_back(close);
        columns.volume.push_back(10);
        columns.netTaker.push_back(0);
    }
    auto candles = std::make_shared<CandleSeries>(oneHour);
    candles->append(columns);
    candles->finish();
    ViewData data;
    data.instrument = QStringLiteral("binance:BTCUSDT");
    data.instrumentTitle = QStringLiteral("BTC-USDT");
    data.venueTitle = QStringLiteral("Binance spot");
    data.lastClose = candles->range().to;
    data.lastPrice = 90'000 + 10 * (hours - 1);
    data.candles = std::move(candles);
    data.asOf = *data.lastClose;
    for (const char* kind : {"liquidations", "taker", "deposits"}) {
        auto flow = std::make_shared<FlowSeries>(oneHour);
        for (int i = 0; i < hours; ++i)
            flow->append(toMsecs(windowHour(i)), 1e6 * std::cos(i));
        flow->finish();
        PaneData pane;
        pane.kind = QString::fromLatin1(kind);
        pane.title = pane.kind;
        pane.unit = QStringLiteral("USD");
        pane.flows.push_back(std::move(flow));
        data.panes.push_back(std::move(pane));
    }
    return data;
}

/// Three panes over hours 60 to 180 of those data.
inline View syntheticView()
{
    View view;
    view.panes = {{.kind = QStringLiteral("price"), .weight = 3},
                  {.kind = QStringLiteral("taker"), .weight = 1},
                  {.kind = QStringLiteral("deposits"), .weight = 1}};
    view.range = {windowHour(60), windowHour(180)};
    return view;
}

} // namespace holdline::testing
