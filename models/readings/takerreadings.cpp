// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/takerreadings.h"

#include "models/indicators/quantile.h"
#include "models/readings/crossing.h"
#include "models/readings/readingwords.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span oneTakerDay = std::chrono::hours{24};

void addCrossing(const BriefData& data, const DayClose& day, Brief& brief)
{
    const QString id = u"taker.crossing"_s;
    const Amount threshold = data.settings.takerThreshold;
    const int window = data.settings.takerWindowDays;
    const auto crossing = takerCrossing(data.price->days, threshold, window);
    if (!crossing)
        return brief.miss(
            id, u"net taker volume of %1 is above %2"_s.arg(dateWords(day.day), dollarWords(threshold)));
    const ReadingValue at = crossing->previous ? ReadingValue(*crossing->previous) : std::monostate{};
    const ReadingValue price =
        crossing->previousPrice ? ReadingValue(Amount{crossing->previousPrice->units}) : std::monostate{};
    QString before;
    if (crossing->previous)
        before = u"; the one before was on %1, when bitcoin closed at %2"_s.arg(
            dateWords(*crossing->previous), priceWords(crossing->previousPrice->toDouble()));
    brief.add({id,
               std::vector<ReadingField>{
                   {u"threshold"_s, threshold},
                   {u"count"_s, Amount{Int128{crossing->count} * decimalUnits}},
                   {u"window_days"_s, Amount{Int128{window} * decimalUnits}},
                   {u"previous_at"_s, at},
                   {u"previous_price"_s, price},
                   {u"previous"_s, std::vector<ReadingField>{{u"at"_s, at}, {u"price"_s, price}}}},
               u"USD"_s,
               u"It was the %1 day at or under %2 in %3%4."_s.arg(
                   ordinalWords(crossing->count), dollarWords(threshold),
                   countWords(window, u"day"_s, u"days"_s), before),
               day.day, data.price->origin, day.day + oneTakerDay, 0.9});
}

} // namespace

const DayClose* lastTakerDay(const BriefData& data)
{
    if (!data.price || data.price->days.empty())
        return nullptr;
    const DayClose& last = data.price->days.back();
    const bool isLast = data.at - last.day < oneTakerDay * 2;
    return isLast && last.netTaker ? &last : nullptr;
}

void readTaker(const BriefData& data, Brief& brief)
{
    const DayClose* day = lastTakerDay(data);
    if (!day) {
        const QString reason = u"what takers bought is not stored for the last UTC day"_s;
        brief.miss(u"taker.net_1d"_s, reason);
        return brief.miss(u"taker.crossing"_s, reason);
    }
    std::vector<double> year;
    for (const DayClose& one : data.price->days) {
        if (one.netTaker)
            year.push_back(one.netTaker->toDouble());
    }
    brief.add({u"taker.net_1d"_s, *day->netTaker, u"USD"_s,
               u"Net taker volume of %1 was %2 (%3)."_s.arg(dateWords(day->day), dollarWords(*day->netTaker),
                                                            data.instrument),
               day->day, data.price->origin, day->day + oneTakerDay,
               unusualness(day->netTaker->toDouble(), year)});
    addCrossing(data, *day, brief);
}

} // namespace holdline
