// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/barshapes.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

int rounded(double position, int least, int greatest)
{
    return static_cast<int>(
        std::clamp(std::floor(position + 0.5), static_cast<double>(least), static_cast<double>(greatest)));
}

} // namespace

void BarShapes::clear()
{
    up.clear();
    down.clear();
}

void layOutBars(std::span<const DrawnBar> bars, BarDirection direction, const TimeScale& time,
                const ValueScale& values, const QRect& clip, int gap, BarShapes& out)
{
    const ValueMapper mapper(values);
    const auto row = [&](double value) {
        return rounded(mapper.y(value), clip.top() - 2, clip.bottom() + 3);
    };
    const int zero = row(0);
    for (const DrawnBar& bar : bars) {
        const int left = rounded(time.x(bar.fromMs), clip.left() - 2, clip.right() + 3);
        const int end = rounded(time.x(bar.toMs), clip.left() - 2, clip.right() + 3);
        if (end < clip.left() || left > clip.right() || bar.value == 0)
            continue;
        const int width = std::max(1, end - left - (end - left > 2 * gap ? gap : 0));
        const bool isDown =
            direction == BarDirection::Down || (direction == BarDirection::BySign && bar.value < 0);
        const int far = row(direction == BarDirection::Down ? -bar.value : bar.value);
        const int height = std::max(1, std::abs(far - zero));
        if (isDown)
            out.down.emplace_back(left, zero, width, height);
        else
            out.up.emplace_back(left, zero - height, width, height);
    }
}

} // namespace holdline
