// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/premiumquery.h"

#include "models/history/candlequery.h"
#include "models/history/seriesselection.h"

#include <algorithm>

namespace holdline {

namespace {

struct Close {
    UtcTime openTime;
    Price price;
};

Result<std::optional<std::vector<Close>>> closesOf(Store& store, const SeriesQuestion& question,
                                                   QStringList& notes)
{
    const auto selection = selectSeries(store, question, SeriesKind::Candles);
    if (selection.hasError())
        return selection.error();
    if (selection.value().isEmpty())
        return std::optional<std::vector<Close>>{};
    notes += selection.value().notes;
    std::vector<Close> closes;
    const auto answer =
        visitCandles(store, selection.value(), question, [&](Interval, std::span<const Candle> candles) {
            for (const Candle& candle : candles)
                closes.push_back({candle.openTime, candle.close});
            return true;
        });
    if (answer.hasError())
        return answer.error();
    return std::optional(std::move(closes));
}

} // namespace

QStringList premiumParts()
{
    return {QStringLiteral("price/coinbase:BTC-USD"), QStringLiteral("price/binance:BTCUSDT")};
}

Result<std::optional<ValueTable>> queryPremium(Store& store, const SeriesQuestion& question,
                                               QStringList& notes)
{
    std::vector<std::vector<Close>> sides;
    SeriesQuestion part = question;
    part.interval = question.interval.value_or(oneMinute);
    for (const QString& name : premiumParts()) {
        part.name = name;
        auto closes = closesOf(store, part, notes);
        if (closes.hasError())
            return closes.error();
        if (!closes.value())
            return std::optional<ValueTable>{};
        sides.push_back(std::move(*closes.value()));
    }
    ValueTable table{.columns = {QStringLiteral("value")}, .rows = {}};
    auto other = sides[1].begin();
    for (const Close& own : sides[0]) {
        other = std::lower_bound(other, sides[1].end(), own.openTime,
                                 [](const Close& close, UtcTime time) { return close.openTime < time; });
        if (other == sides[1].end())
            break;
        if (other->openTime != own.openTime)
            continue;
        const UtcTime end = part.interval->next(own.openTime);
        table.rows.push_back({own.openTime, end, end, {Amount{own.price.units - other->price.units}}});
    }
    return std::optional(std::move(table));
}

} // namespace holdline
