// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchstore.h"

#include "tests/bench/syntheticdata.h"

namespace holdline::bench {

SeriesKey priceKey()
{
    return {.name = QStringLiteral("price/binance:BTCUSDT"),
            .source = QStringLiteral("synthetic"),
            .definition = {}};
}

Candle candleAt(const CandleColumns& columns, std::size_t index)
{
    const Amount volume = Amount::fromDouble(columns.volume[index]);
    const Amount quote{volume.units * (columns.close[index] / decimalUnits)};
    const Amount net = Amount::fromDouble(columns.netTaker[index]);
    return {.openTime = fromMsecs(columns.time[index]),
            .open = {columns.open[index]},
            .high = {columns.high[index]},
            .low = {columns.low[index]},
            .close = {columns.close[index]},
            .volume = volume,
            .quoteVolume = quote,
            .takerBuyQuote = Amount{(quote.units + net.units) / 2},
            .trades = 100};
}

Result<qint64> fillStore(const QString& dataDir, qint64 minutes)
{
    const SystemClock clock;
    auto opened = Store::open(dataDir, clock, Durability::Normal);
    if (opened.hasError())
        return opened.error();
    Store& store = *opened.value();
    const auto series = store.ensureSeries(priceKey(), SeriesKind::Candles, QStringLiteral("USDT"));
    if (series.hasError())
        return series.error();
    if (const auto begun = store.begin(); begun.hasError())
        return begun.error();
    std::optional<Error> failure;
    syntheticMinutes(minutes, [&](const CandleColumns& day) {
        std::vector<Candle> candles;
        for (std::size_t i = 0; i < day.size(); ++i)
            candles.push_back(candleAt(day, i));
        if (const auto merged = store.mergeCandles(series.value().id, oneMinute, candles); merged.hasError())
            failure = merged.error();
    });
    if (failure)
        return *failure;
    if (const auto committed = store.commit(); committed.hasError())
        return committed.error();
    return series.value().id;
}

} // namespace holdline::bench
