// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/valuescale.h"

namespace holdline {

namespace {

double lowEnd(const ValueScale& scale)
{
    return scale.isLogarithmic() ? std::log10(scale.low) : scale.low;
}

double highEnd(const ValueScale& scale)
{
    return scale.isLogarithmic() ? std::log10(scale.high) : scale.high;
}

} // namespace

ValueMapper::ValueMapper(const ValueScale& scale)
    : m_isLogarithmic(scale.isLogarithmic() && scale.high > scale.low),
      m_top(scale.top),
      m_high(highEnd(scale)),
      m_pixels(scale.height / (highEnd(scale) - lowEnd(scale))),
      m_farBelow(scale.top + scale.height + 1e6)
{
    if (scale.high > scale.low)
        return;
    m_top = scale.top + scale.height / 2;
    m_high = 0;
    m_pixels = 0;
}

double ValueScale::y(double value) const
{
    return ValueMapper(*this).y(value);
}

double ValueScale::value(double y) const
{
    if (!(high > low) || !(height > 0))
        return low;
    const double share = (y - top) / height;
    const double end = highEnd(*this) + (lowEnd(*this) - highEnd(*this)) * share;
    return isLogarithmic() ? std::pow(10.0, end) : end;
}

} // namespace holdline
