// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/intervalladder.h"

#include <array>
#include <span>

namespace holdline {

namespace {

constexpr std::array<int, 18> candleMinutes{1,   2,   3,   5,   10,  15,   30,   60,   120,
                                            180, 240, 360, 480, 720, 1440, 2880, 4320, 10080};
constexpr std::array<int, 7> flowMinutes{1, 5, 15, 60, 240, 1440, 10080};

Interval firstWideEnough(Interval wanted, const TimeScale& scale, double minPixels,
                         std::span<const int> minutes)
{
    const double pixelsPerMs = scale.pixelsPerMs();
    const auto isWideEnough = [&](Interval interval) {
        return static_cast<double>(interval.length.count()) * pixelsPerMs >= minPixels;
    };
    if (!(pixelsPerMs > 0) || wanted.length <= Span{0} || isWideEnough(wanted))
        return wanted;
    for (const int length : minutes) {
        const Interval interval{std::chrono::minutes{length}};
        if (interval > wanted && interval.length % wanted.length == Span{0} && isWideEnough(interval))
            return interval;
    }
    Interval interval = oneWeek.length % wanted.length == Span{0} ? oneWeek : wanted;
    while (!isWideEnough(interval))
        interval.length *= 2;
    return interval;
}

} // namespace

Interval drawnInterval(Interval wanted, const TimeScale& scale, double minPixels)
{
    return firstWideEnough(wanted, scale, minPixels, candleMinutes);
}

Interval drawnFlowInterval(Interval wanted, const TimeScale& scale, double minPixels)
{
    return firstWideEnough(wanted, scale, minPixels, flowMinutes);
}

} // namespace holdline
