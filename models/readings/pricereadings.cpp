// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/pricereadings.h"

#include "models/foundation/numbertext.h"
#include "models/indicators/quantile.h"
#include "models/readings/readingwords.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span oneDayBack = std::chrono::hours{24};

Amount amountOf(Price price)
{
    return {price.units};
}

Amount percentBetween(Price from, Price to)
{
    return Amount::fromDouble((to.toDouble() / from.toDouble() - 1) * 100);
}

UtcTime closeOf(const Candle& candle, Interval interval)
{
    return interval.next(candle.openTime);
}

std::vector<const Candle*> ofLastDay(const PriceFacts& price, UtcTime at)
{
    std::vector<const Candle*> day;
    for (const Candle& candle : price.recent) {
        if (candle.openTime >= at - oneDayBack && closeOf(candle, price.interval) <= at)
            day.push_back(&candle);
    }
    return day;
}

/// Said where the window is not whole.
QString holesIn(const std::vector<const Candle*>& day, Interval interval, UtcTime at)
{
    UtcTime first = interval.bucketStart(at - oneDayBack);
    if (first < at - oneDayBack)
        first = interval.next(first);
    const auto whole = (interval.bucketStart(at) - first) / interval.length;
    const auto missing = whole - static_cast<qint64>(day.size());
    return missing <= 0 ? QString() : u" (%1 of %2 candles are not stored)"_s.arg(missing).arg(whole);
}

std::vector<double> dailyChanges(const std::vector<DayClose>& days)
{
    std::vector<double> changes;
    for (std::size_t i = 1; i < days.size(); ++i) {
        if (days[i].day - days[i - 1].day == oneDayBack)
            changes.push_back((days[i].close.toDouble() / days[i - 1].close.toDouble() - 1) * 100);
    }
    return changes;
}

QString coinOf(const QString& instrument)
{
    static const std::map<QString, QString> coins{{u"BTC"_s, u"Bitcoin"_s}, {u"XBT"_s, u"Bitcoin"_s},
                                                  {u"ETH"_s, u"Ether"_s},   {u"SOL"_s, u"Solana"_s},
                                                  {u"ADA"_s, u"Cardano"_s}, {u"XRP"_s, u"XRP"_s}};
    const auto coin = coins.find(instrument.section(u':', 1).left(3));
    return coin == coins.end() ? instrument : coin->second;
}

void readLast(const PriceFacts& price, Brief& brief)
{
    const UtcTime close = lastCloseTime(price);
    brief.add({u"price.last"_s, amountOf(price.last->close), price.quote,
               u"%1 stood at %2 on %3."_s.arg(coinOf(brief.instrument),
                                              priceWords(price.last->close.toDouble()), momentWords(close)),
               close, price.origin, close});
}

void readExtremes(const PriceFacts& price, const BriefData& data, Brief& brief)
{
    const auto day = ofLastDay(price, data.at);
    if (day.empty()) {
        for (const QString& id : {u"price.low_24h"_s, u"price.high_24h"_s})
            brief.miss(id, u"no candles shorter than a day are stored of the last 24 hours"_s);
        return;
    }
    const auto low =
        *std::min_element(day.begin(), day.end(), [](auto* a, auto* b) { return a->low < b->low; });
    const auto high =
        *std::max_element(day.begin(), day.end(), [](auto* a, auto* b) { return a->high < b->high; });
    const auto add = [&](const QString& id, const Candle& candle, Price value, const QString& word) {
        brief.add({id, amountOf(value), price.quote,
                   u"The %1 of the last 24 hours was %2, on %3%4."_s.arg(
                       word, priceWords(value.toDouble()), momentWords(candle.openTime),
                       holesIn(day, price.interval, data.at)),
                   candle.openTime, price.origin, closeOf(candle, price.interval)});
    };
    add(u"price.low_24h"_s, *low, low->low, u"low"_s);
    add(u"price.high_24h"_s, *high, high->high, u"high"_s);
}

void readChange(const PriceFacts& price, Brief& brief)
{
    const auto change = change24h(price);
    if (!change)
        return brief.miss(u"price.change_24h_pct"_s, u"the close of 24 hours before is not stored"_s);
    const UtcTime close = lastCloseTime(price);
    brief.add(
        {u"price.change_24h_pct"_s, *change, u"pct"_s,
         u"%1 moved by %2 in 24 hours."_s.arg(coinOf(brief.instrument), percentText(change->toDouble())),
         close, price.origin, close, unusualness(change->toDouble(), dailyChanges(price.days))});
}

void readYear(const PriceFacts& price, Brief& brief)
{
    if (!price.first)
        return brief.miss(u"price.ytd_pct"_s,
                          u"the candle that opens on 1 January 00:00 UTC is not stored"_s);
    const UtcTime close = lastCloseTime(price);
    const Amount change = percentBetween(price.first->close, price.last->close);
    brief.add({u"price.ytd_pct"_s, change, u"pct"_s,
               u"Since the beginning of the year, at %1, %2 moved by %3."_s.arg(
                   priceWords(price.first->close.toDouble()), coinOf(brief.instrument),
                   percentText(change.toDouble())),
               close, price.origin, close});
}

} // namespace

UtcTime lastCloseTime(const PriceFacts& price)
{
    return closeOf(*price.last, price.lastInterval);
}

std::optional<Price> freshPrice(const std::optional<PriceFacts>& price, UtcTime at)
{
    if (!price || !price->last || at - lastCloseTime(*price) > oneDayBack)
        return std::nullopt;
    return price->last->close;
}

std::optional<Amount> change24h(const PriceFacts& price)
{
    const UtcTime then = lastCloseTime(price) - oneDayBack;
    for (const Candle& candle : price.recent) {
        if (closeOf(candle, price.interval) == then)
            return percentBetween(candle.close, price.last->close);
    }
    return std::nullopt;
}

void readPrice(const BriefData& data, Brief& brief)
{
    if (!freshPrice(data.price, data.at)) {
        const QString reason =
            data.price && data.price->last
                ? u"the last candle stored closed on %1"_s.arg(momentWords(lastCloseTime(*data.price)))
                : u"no candles of %1 are stored that closed by then"_s.arg(data.instrument);
        for (const char* id : {"last", "low_24h", "high_24h", "change_24h_pct", "ytd_pct"})
            brief.miss(u"price."_s + QLatin1StringView(id), reason);
        return;
    }
    readLast(*data.price, brief);
    readExtremes(*data.price, data, brief);
    readChange(*data.price, brief);
    readYear(*data.price, brief);
}

void readWatched(const BriefData& data, Brief& brief)
{
    for (const auto& [symbol, price] : data.watched) {
        const QString id = u"watch.%1.change_24h_pct"_s.arg(symbol);
        const auto change = freshPrice(price, data.at) ? change24h(*price) : std::nullopt;
        if (!change) {
            brief.miss(id, u"no closes of %1 are stored for the last 24 hours"_s.arg(symbol));
            continue;
        }
        const UtcTime close = lastCloseTime(*price);
        brief.add({id, *change, u"pct"_s,
                   u"%1 moved by %2 in 24 hours."_s.arg(symbol, percentText(change->toDouble())), close,
                   price->origin, close, unusualness(change->toDouble(), dailyChanges(price->days))});
    }
}

} // namespace holdline
