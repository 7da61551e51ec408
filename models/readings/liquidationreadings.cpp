// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/liquidationreadings.h"

#include "models/foundation/numbertext.h"
#include "models/indicators/quantile.h"
#include "models/readings/cascade.h"
#include "models/readings/readingwords.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span twoDays = std::chrono::hours{48};

LiquidationSums sumIn(const LiquidationFacts& facts, TimeRange window)
{
    LiquidationSums sums;
    for (const LiquidationRow& row : facts.rows) {
        if (row.from >= window.from && row.to <= window.to) {
            sums.longUsd += row.longUsd;
            sums.shortUsd += row.shortUsd;
        }
    }
    return sums;
}

/// Sums of 48 hours that end a day apart, back to the first record.
std::vector<double> earlierSums(const LiquidationFacts& facts, UtcTime at, Amount LiquidationSums::*side)
{
    std::vector<double> sums;
    if (facts.rows.empty())
        return sums;
    for (UtcTime end = at; end - twoDays >= facts.rows.front().from; end -= std::chrono::hours{24})
        sums.push_back((sumIn(facts, {end - twoDays, end}).*side).toDouble());
    return sums;
}

QString venuesOf(const LiquidationFacts& facts)
{
    QString text = facts.venues.join(u", "_s);
    if (!facts.coverageNotes.isEmpty())
        text += u"; "_s + facts.coverageNotes.join(u"; "_s);
    return text;
}

void addSum(const BriefData& data, const LiquidationFacts& facts, Brief& brief, const QString& side,
            Amount LiquidationSums::*part)
{
    const Amount sum = sumIn(facts, {data.at - twoDays, data.at}).*part;
    brief.add({u"liquidations.%1_48h"_s.arg(side), sum, u"USD"_s,
               u"In 48 hours %1 positions worth %2 were closed by force (%3)."_s.arg(side, dollarWords(sum),
                                                                                     venuesOf(facts)),
               data.at, facts.origin, data.at,
               unusualness(sum.toDouble(), earlierSums(facts, data.at, part))});
}

void addCascade(const BriefData& data, const LiquidationFacts& facts, Brief& brief)
{
    const QString id = u"liquidations.cascade"_s;
    static const std::vector<Candle> none;
    const auto cascade = largestCascade(facts.rows, facts.interval, {data.at - twoDays, data.at},
                                        data.settings.cascadeQuantile, data.price ? data.price->recent : none,
                                        data.price ? data.price->interval : oneMinute);
    if (!cascade)
        return brief.miss(id, u"no cascade in the last 48 hours"_s);
    std::vector<ReadingField> fields{{u"start"_s, cascade->start},
                                     {u"end"_s, cascade->end},
                                     {u"long_usd"_s, cascade->longUsd},
                                     {u"price_change_pct"_s, std::monostate{}}};
    QString fall;
    if (cascade->priceChangePct) {
        fields.back().value = Amount::fromDouble(*cascade->priceChangePct);
        fall = u" while the price moved by %1"_s.arg(percentText(*cascade->priceChangePct));
    }
    const Amount all = sumIn(facts, {data.at - twoDays, data.at}).longUsd;
    const double share = all > Amount{} ? cascade->longUsd.toDouble() / all.toDouble() : 0;
    brief.add({id, std::move(fields), u"USD"_s,
               u"A cascade closed longs worth %1 from %2 to %3%4 (%5)."_s.arg(
                   dollarWords(cascade->longUsd), momentWords(cascade->start), momentWords(cascade->end),
                   fall, venuesOf(facts)),
               cascade->start, facts.origin, cascade->end, std::max(0.5, share)});
}

} // namespace

std::optional<LiquidationSums> liquidationsOf48h(const BriefData& data)
{
    if (!data.liquidations || !data.liquidations->isKnown)
        return std::nullopt;
    return sumIn(*data.liquidations, {data.at - twoDays, data.at});
}

void readLiquidations(const BriefData& data, Brief& brief)
{
    if (!liquidationsOf48h(data)) {
        const QString reason = data.liquidations ? u"nothing is recorded of the last 48 hours"_s
                                                 : u"no liquidations are stored"_s;
        for (const char* id : {"long_48h", "short_48h", "cascade"})
            brief.miss(u"liquidations."_s + QLatin1StringView(id), reason);
        return;
    }
    addSum(data, *data.liquidations, brief, u"long"_s, &LiquidationSums::longUsd);
    addSum(data, *data.liquidations, brief, u"short"_s, &LiquidationSums::shortUsd);
    addCascade(data, *data.liquidations, brief);
}

} // namespace holdline
