// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/pictureaxes.h"

#include <algorithm>
#include <limits>

namespace holdline {

namespace {

constexpr double room = 0.04;

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    [[nodiscard]] double length() const { return high - low; }
};

/// Levels count as long as they do not squeeze the candles into less than a third.
Extent priceExtent(const PictureData& picture)
{
    Extent candles;
    for (const auto& candle : picture.candles) {
        candles.add(candle.low.toDouble());
        candles.add(candle.high.toDouble());
    }
    Extent all = candles;
    for (const auto& level : picture.levels) {
        Extent wider = all;
        wider.add(level.level.low.toDouble());
        wider.add(level.level.high.toDouble());
        if (wider.length() <= 3 * std::max(candles.length(), candles.high * 0.02))
            all = wider;
    }
    return all;
}

void fitPrices(PictureAxes& axes, const PictureData& picture)
{
    if (picture.candles.empty())
        return;
    const Extent extent = priceExtent(picture);
    const double span = std::max(extent.length(), extent.high * 1e-4);
    axes.priceHigh = extent.high + span * room;
    const double bottom = extent.low - span * room;
    axes.priceLow = axes.priceHigh - (axes.priceHigh - bottom) / (1 - closingsShare);
}

void fitClosings(PictureAxes& axes, const PictureData& picture)
{
    double longs = 0;
    double shorts = 0;
    for (const auto& day : picture.days) {
        longs = std::max(longs, day.longUsd.value_or(0));
        shorts = std::max(shorts, day.shortUsd.value_or(0));
    }
    if (longs + shorts <= 0)
        return;
    axes.closingLow = -longs;
    axes.closingHigh = -longs + (longs + shorts) / (closingsShare * 0.9);
}

} // namespace

PictureAxes pictureAxes(const PictureData& picture)
{
    PictureAxes axes;
    fitPrices(axes, picture);
    fitClosings(axes, picture);
    if (!picture.range.isEmpty()) {
        const UtcTime first = oneDay.bucketStart(picture.range.from);
        const auto placeOf = [&](UtcTime time) {
            return static_cast<double>((time - first).count()) / static_cast<double>(oneDay.length.count()) -
                   0.5;
        };
        axes.placeLow = placeOf(picture.range.from);
        axes.placeHigh = placeOf(picture.range.to);
    }
    return axes;
}

} // namespace holdline
