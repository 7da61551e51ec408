// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/streamstrips.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr int stripHeight = 3; ///< device-independent px, like the strip below the time axis
constexpr int stripGap = 1;
constexpr int airAbove = 3;

int columnOf(const TimeScale& time, UtcTime at, const QRect& plot)
{
    const double x = std::floor(time.x(toMsecs(at)) + 0.5);
    return static_cast<int>(
        std::clamp(x, static_cast<double>(plot.left()), static_cast<double>(plot.right() + 1)));
}

/// A hole narrower than a pixel is still a hole.
QRect rectOf(const Coverage& entry, const TimeScale& time, const QRect& row)
{
    const int left = columnOf(time, entry.range.from, row);
    const bool isHole = entry.state == CoverageState::Missing;
    const int right = std::max(columnOf(time, entry.range.to, row), left + (isHole ? 1 : 0));
    return {left, row.top(), right - left, row.height()};
}

} // namespace

int stripsHeight(const PaneData& data)
{
    const bool isRecorded = std::any_of(data.streams.begin(), data.streams.end(),
                                        [](const PaneStream& stream) { return stream.isRecorded; });
    const int count = static_cast<int>(data.streams.size());
    return isRecorded ? count * (stripHeight + stripGap) + airAbove : 0;
}

std::vector<StripShape> layOutStrips(const PaneData& data, const TimeScale& time, const QRect& plot,
                                     PixelGrid grid)
{
    std::vector<StripShape> strips;
    const int pitch = grid.px(stripHeight + stripGap);
    int top = plot.bottom() + 1 - pitch * static_cast<int>(data.streams.size());
    if (stripsHeight(data) == 0 || top < plot.top())
        return strips;
    for (const PaneStream& stream : data.streams) {
        const QRect row(plot.left(), top, plot.width(), grid.px(stripHeight));
        const auto first = strips.size();
        for (const Coverage& entry : stream.entries)
            if (entry.range.to > time.range.from && entry.range.from < time.range.to)
                strips.push_back({rectOf(entry, time, row), entry.state});
        std::stable_partition(strips.begin() + static_cast<std::ptrdiff_t>(first), strips.end(),
                              [](const StripShape& strip) { return strip.state != CoverageState::Missing; });
        top += pitch;
    }
    return strips;
}

QColor stripColour(const Inks& inks, CoverageState state)
{
    switch (state) {
    case CoverageState::Known:
        return inks.covered;
    case CoverageState::Sampled:
        return inks.sampled;
    case CoverageState::Missing:
        return inks.down.fill;
    case CoverageState::Never:
        return inks.theme.unknown;
    }
    return inks.theme.unknown;
}

void paintStrips(const Canvas& canvas, const std::vector<StripShape>& strips)
{
    for (const StripShape& strip : strips)
        canvas.fill(strip.rect, stripColour(canvas.inks, strip.state));
}

} // namespace holdline
