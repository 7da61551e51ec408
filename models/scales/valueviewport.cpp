// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/valueviewport.h"

namespace holdline {

namespace {

/// The scale over [low, high] given where values are laid out: as they are, or their logarithms.
ValueScale withEnds(ValueScale scale, double low, double high)
{
    const bool isLogarithmic = scale.isLogarithmic();
    const double newLow = isLogarithmic ? std::pow(10.0, low) : low;
    const double newHigh = isLogarithmic ? std::pow(10.0, high) : high;
    // What a double cannot tell apart any more stays as it was.
    if (!std::isfinite(newLow) || !std::isfinite(newHigh) || !(newHigh > newLow) ||
        (isLogarithmic && !(newLow > 0)))
        return scale;
    scale.low = newLow;
    scale.high = newHigh;
    return scale;
}

double laidOut(const ValueScale& scale, double value)
{
    return scale.isLogarithmic() ? std::log10(value) : value;
}

} // namespace

ValueScale autoscaled(ValueScale scale, ValueExtent extent, double padding)
{
    if (extent.isEmpty())
        return scale;
    scale.low = extent.least;
    scale.high = extent.greatest;
    const double low = laidOut(scale, extent.least);
    const double high = laidOut(scale, extent.greatest);
    if (low < high) {
        const double pad = (high - low) * padding / (1 - 2 * padding);
        return withEnds(scale, low - pad, high + pad);
    }
    const double around = scale.isLogarithmic() ? 0.01 : low == 0 ? 1 : std::abs(low) * 0.01;
    return withEnds(scale, low - around, low + around);
}

ValueScale panned(ValueScale scale, double pixels)
{
    if (!(scale.height > 0))
        return scale;
    const double low = laidOut(scale, scale.low);
    const double high = laidOut(scale, scale.high);
    const double by = pixels / scale.height * (high - low);
    return withEnds(scale, low + by, high + by);
}

ValueScale zoomedAt(ValueScale scale, double y, double factor)
{
    if (!(scale.height > 0))
        return scale;
    const double low = laidOut(scale, scale.low);
    const double high = laidOut(scale, scale.high);
    const double anchor = high - (y - scale.top) / scale.height * (high - low);
    return withEnds(scale, anchor - (anchor - low) * factor, anchor + (high - anchor) * factor);
}

ValueScale scaledByDrag(ValueScale scale, double fromY, double toY)
{
    if (!(scale.height > 0))
        return scale;
    return zoomedAt(scale, scale.top + scale.height / 2, std::exp(2 * (toY - fromY) / scale.height));
}

} // namespace holdline
