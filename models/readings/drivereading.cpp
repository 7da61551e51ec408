// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/drivereading.h"

#include "models/readings/liquidationreadings.h"
#include "models/readings/readingwords.h"
#include "models/readings/takerreadings.h"

namespace holdline {

using namespace Qt::StringLiterals;

void readDrive(const BriefData& data, Brief& brief)
{
    const auto liquidations = liquidationsOf48h(data);
    const DayClose* day = lastTakerDay(data);
    if (!liquidations || !day)
        return brief.miss(u"drive"_s, !liquidations
                                          ? u"liquidations of the last 48 hours are not stored"_s
                                          : u"net taker volume of the last UTC day is not stored"_s);
    const bool isDown = liquidations->longUsd >= liquidations->shortUsd;
    const Amount closed = isDown ? liquidations->longUsd : liquidations->shortUsd;
    const Amount pressed = isDown ? *day->netTaker : -*day->netTaker;
    const bool hasLeverage = closed >= data.settings.liquidationThreshold;
    const bool hasSpot = pressed <= data.settings.takerThreshold;
    const QString drive = hasLeverage && hasSpot ? u"leverage and spot"_s
                          : hasLeverage          ? u"leverage only"_s
                          : hasSpot              ? u"spot only"_s
                                                 : u"neither"_s;
    const ReadingOrigin origin{
        data.liquidations->origin.source + u"; "_s + data.price->origin.source,
        u"liquidations of 48 hours of at least %1; net taker volume of a day of at least %2"_s.arg(
            dollarWords(data.settings.liquidationThreshold), dollarWords(-data.settings.takerThreshold))};
    brief.add(
        {u"drive"_s,
         drive,
         {},
         u"Behind the move: %1 (%2 liquidated worth %3, net taker volume %4)."_s.arg(
             drive, isDown ? u"longs"_s : u"shorts"_s, dollarWords(closed), dollarWords(*day->netTaker)),
         data.at,
         origin,
         data.at,
         hasLeverage || hasSpot ? 0.85 : 0.2});
}

} // namespace holdline
