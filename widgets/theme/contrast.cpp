// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor::fromRgb(mix(from.red(), to.red()), mix(from.green(), to.green()),
                           mix(from.blue(), to.blue()));
}

} // namespace

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor readableOn(const QColor& colour, const QColor& ground, double least)
{
    const QColor far =
        contrastRatio(ground, Qt::white) >= contrastRatio(ground, Qt::black) ? Qt::white : Qt::black;
    for (double share = 0; share < 1; share += 0.04) {
        const QColor candidate = mixed(colour, far, share);
        if (contrastRatio(candidate, ground) >= least)
            return candidate;
    }
    return far;
}

} // namespace holdline
