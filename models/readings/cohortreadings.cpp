// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/cohortreadings.h"

#include "models/foundation/numbertext.h"
#include "models/indicators/quantile.h"
#include "models/readings/pricereadings.h"
#include "models/readings/readingwords.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span oldestCohortValue = std::chrono::hours{24} * 30;

struct BandWords {
    const char* band;
    const char* holders;
};
constexpr std::array bandWords{
    BandWords{"sth", "short-term holders"},
    BandWords{"lth", "long-term holders"},
    BandWords{"all", "holders together"},
    BandWords{"0-1d", "holders of less than a day"},
    BandWords{"1d-1w", "holders of one day to one week"},
    BandWords{"1w-1m", "holders of one week to one month"},
    BandWords{"1m-3m", "holders of one to three months"},
    BandWords{"3m-6m", "holders of three to six months"},
};

QString holdersOf(const QString& band)
{
    for (const BandWords& words : bandWords) {
        if (band == QLatin1StringView(words.band))
            return QString::fromLatin1(words.holders);
    }
    return u"holders of %1"_s.arg(band);
}

bool isCurrent(const std::optional<Sample>& sample, UtcTime at)
{
    return sample && at - sample->to <= oldestCohortValue;
}

/// The share of the year's days on which it was the other way round; 0 with fewer than 30 of them.
double rarityOf(bool isUnder, const CohortFacts& facts, const PriceFacts& price)
{
    int days = 0;
    int others = 0;
    for (const DayClose& day : price.days) {
        const auto cost = std::find_if(facts.history.begin(), facts.history.end(),
                                       [&day](const Sample& sample) { return sample.from == day.day; });
        if (cost == facts.history.end())
            continue;
        ++days;
        others += (day.close.toDouble() < cost->value.toDouble()) != isUnder ? 1 : 0;
    }
    return days < 30 ? 0 : static_cast<double>(others) / days;
}

void readProfit(const QString& id, const QString& holders, const CohortFacts& facts, const BriefData& data,
                Brief& brief)
{
    const auto price = freshPrice(data.price, data.at);
    if (!price) {
        for (const QString& of : {u".unrealized_pct"_s, u".under_water"_s})
            brief.miss(id + of, u"there is no price of the last day"_s);
        return;
    }
    const double cost = facts.costBasis->value.toDouble();
    const double percent = (price->toDouble() / cost - 1) * 100;
    const UtcTime close = lastCloseTime(*data.price);
    const UtcTime known = std::max(close, facts.costBasis->knownAt);
    const ReadingOrigin origin{facts.origin.source + u"; "_s + data.price->origin.source,
                               facts.origin.definition};
    const bool isUnder = percent < 0;
    brief.add({id + u".unrealized_pct"_s, Amount::fromDouble(percent), u"pct"_s,
               u"At %1 the %2 are %3 on average."_s.arg(priceWords(price->toDouble()), holders,
                                                        percentText(percent)),
               close, origin, known});
    brief.add({id + u".under_water"_s,
               isUnder,
               {},
               u"The %1 are %2: they paid %3 on average and the price is %4."_s.arg(
                   holders, isUnder ? u"under water"_s : u"not under water"_s, priceWords(cost),
                   priceWords(price->toDouble())),
               close,
               origin,
               known,
               rarityOf(isUnder, facts, *data.price)});
}

} // namespace

void readCohorts(const BriefData& data, Brief& brief)
{
    for (const auto& [band, facts] : data.cohorts) {
        const QString id = u"cohort."_s + band;
        const QString holders = holdersOf(band);
        if (isCurrent(facts.costBasis, data.at)) {
            const Sample& cost = *facts.costBasis;
            std::vector<double> year;
            for (const Sample& sample : facts.history)
                year.push_back(sample.value.toDouble());
            brief.add({id + u".cost_basis"_s, cost.value, u"USD"_s,
                       u"The %1 paid %2 on average, as of %3."_s.arg(
                           holders, priceWords(cost.value.toDouble()), dateWords(cost.from)),
                       cost.from, facts.origin, cost.knownAt, unusualness(cost.value.toDouble(), year)});
            readProfit(id, holders, facts, data, brief);
        } else if (facts.costBasis) {
            const QString reason = u"the last value stored is of %1"_s.arg(dateWords(facts.costBasis->from));
            for (const QString& of : {u".cost_basis"_s, u".unrealized_pct"_s, u".under_water"_s})
                brief.miss(id + of, reason);
        }
        if (isCurrent(facts.supply, data.at))
            brief.add({id + u".supply_btc"_s, facts.supply->value, u"BTC"_s,
                       u"The %1 hold %2 BTC."_s.arg(holders, numberText(facts.supply->value.toDouble(), 0)),
                       facts.supply->from, facts.supplyOrigin, facts.supply->knownAt});
        else
            brief.miss(id + u".supply_btc"_s, u"no supply of the last 30 days is stored"_s);
    }
}

} // namespace holdline
