// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/momentumreadings.h"

#include "models/foundation/numbertext.h"
#include "models/indicators/quantile.h"
#include "models/indicators/rsi.h"
#include "models/readings/readingwords.h"

#include <cmath>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span oneClose = std::chrono::hours{24};
constexpr std::size_t warmedUp = 100;

std::vector<double> closesSinceHole(const std::vector<DayClose>& days)
{
    std::size_t first = days.empty() ? 0 : days.size() - 1;
    while (first > 0 && days[first].day - days[first - 1].day == oneClose)
        --first;
    std::vector<double> closes;
    for (std::size_t i = first; i < days.size(); ++i)
        closes.push_back(days[i].close.toDouble());
    return closes;
}

void missMomentum(const QString& reason, Brief& brief)
{
    brief.miss(u"momentum.rsi_14d"_s, reason);
    brief.miss(u"momentum.side"_s, reason);
}

} // namespace

void readMomentum(const BriefData& data, Brief& brief)
{
    if (data.isReconstruction)
        return missMomentum(u"in a reconstruction momentum is a published note and not computed"_s, brief);
    const bool isCurrent =
        data.price && !data.price->days.empty() && data.at - data.price->days.back().day < oneClose * 2;
    if (!isCurrent)
        return missMomentum(u"the close of the last UTC day is not stored"_s, brief);
    const auto closes = closesSinceHole(data.price->days);
    const auto rsi = wilderRsi(closes);
    if (!rsi)
        return missMomentum(u"fifteen daily closes without a hole are needed"_s, brief);
    const DayClose& last = data.price->days.back();
    const UtcTime known = last.day + oneClose;
    const bool isAbove = *rsi > 50;
    ReadingOrigin origin = data.price->origin;
    origin.definition = u"Wilder's RSI of 14 daily UTC closes"_s;
    const QString warm = closes.size() < warmedUp
                             ? u" (of %1 closes; it settles with a hundred)"_s.arg(closes.size())
                             : QString();
    brief.add({u"momentum.rsi_14d"_s,
               Amount::fromDouble(*rsi),
               {},
               u"The 14-day RSI is %1%2."_s.arg(numberText(*rsi, 1), warm),
               last.day,
               origin,
               known,
               std::abs(*rsi - 50) / 50});
    brief.add({u"momentum.side"_s,
               isAbove ? u"above neutral"_s : u"below neutral"_s,
               {},
               u"Momentum is %1 the neutral line: the 14-day RSI is %2."_s.arg(
                   isAbove ? u"above"_s : u"below"_s, numberText(*rsi, 1)),
               last.day,
               origin,
               known});
}

} // namespace holdline
