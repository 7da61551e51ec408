// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/levelreadings.h"

#include "models/foundation/numbertext.h"
#include "models/readings/pricereadings.h"
#include "models/readings/readingwords.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr double hoursOfYear = 8766;

QString placeOf(const LevelFacts& facts)
{
    const QString low = priceWords(facts.edges.low.toDouble());
    return facts.edges.low == facts.edges.high ? low
                                               : low + u" to "_s + priceWords(facts.edges.high.toDouble());
}

ReadingOrigin originOf(const LevelFacts& facts, const BriefData& data)
{
    ReadingOrigin origin{facts.level.source, facts.level.definition};
    if (data.price && !data.price->origin.source.isEmpty())
        origin.source += (origin.source.isEmpty() ? QString() : u"; "_s) + data.price->origin.source;
    return origin;
}

/// The younger a state is, the more unusual.
double noveltyOf(UtcTime since, UtcTime at)
{
    const double hours = std::chrono::duration<double, std::ratio<3600>>(at - since).count();
    return std::clamp(1 - hours / hoursOfYear, 0.0, 1.0);
}

void readState(const LevelFacts& facts, const BriefData& data, Brief& brief)
{
    const QString id = u"level."_s + facts.level.id;
    if (facts.level.role == LevelRole::None)
        return;
    if (!facts.state) {
        const QString reason = u"no close of it is stored since it is valid"_s;
        brief.miss(id + u".state"_s, reason);
        brief.miss(id + u".since"_s, reason);
        return;
    }
    const LevelState& state = *facts.state;
    const bool isResistance = facts.level.role == LevelRole::Resistance;
    const QString name = facts.level.name.isEmpty() ? facts.level.id : facts.level.name;
    const QString sentence = u"%1, %2 at %3, is %4%5."_s.arg(
        name, isResistance ? u"resistance"_s : u"support"_s, placeOf(facts), state.state,
        state.since ? u" since "_s + momentWords(*state.since) : QString());
    const double unusual = state.since ? noveltyOf(*state.since, data.at) : 0;
    brief.add(
        {id + u".state"_s, state.state, {}, sentence, state.at, originOf(facts, data), state.at, unusual});
    if (!state.since)
        return brief.miss(id + u".since"_s, u"its last close is not stored"_s);
    brief.add({id + u".since"_s, *state.since, {}, sentence, *state.since, originOf(facts, data), state.at});
}

void readDistance(const LevelFacts& facts, const BriefData& data, Brief& brief)
{
    const QString id = u"level.%1.distance_pct"_s.arg(facts.level.id);
    const auto price = freshPrice(data.price, data.at);
    if (!price)
        return brief.miss(id, u"there is no price of the last day"_s);
    const bool isInside = *price >= facts.edges.low && *price <= facts.edges.high;
    const Price edge = *price < facts.edges.low ? facts.edges.low : facts.edges.high;
    const double percent = isInside ? 0 : (edge.toDouble() / price->toDouble() - 1) * 100;
    const UtcTime close = lastCloseTime(*data.price);
    const QString level = u"%1 at %2"_s.arg(facts.level.name, placeOf(facts));
    const QString sentence =
        isInside ? u"The price is inside %1."_s.arg(level)
                 : u"%1 lies %2 % %3 the price."_s.arg(level, numberText(std::abs(percent), 1),
                                                       percent > 0 ? u"above"_s : u"below"_s);
    brief.add({id, Amount::fromDouble(percent), u"pct"_s, sentence, close, originOf(facts, data), close});
}

} // namespace

void readLevels(const BriefData& data, Brief& brief)
{
    for (const LevelFacts& facts : data.levels) {
        readState(facts, data, brief);
        readDistance(facts, data, brief);
        brief.add(
            {u"level.%1.touches"_s.arg(facts.level.id),
             Amount{Int128{facts.touches} * decimalUnits},
             {},
             u"%1 was touched %2."_s.arg(facts.level.name, countWords(facts.touches, u"time"_s, u"times"_s)),
             data.at,
             originOf(facts, data),
             data.at});
    }
}

} // namespace holdline
