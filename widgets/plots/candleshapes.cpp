// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/candleshapes.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

/// A value's row, kept near the clip so that far values cannot overflow.
class Rows final {
public:
    Rows(const ValueScale& values, const QRect& clip)
        : m_values(values),
          m_least(clip.top() - 2),
          m_greatest(clip.bottom() + 3)
    {
    }
    [[nodiscard]] int operator()(double value) const
    {
        const double y = std::floor(m_values.y(value) + 0.5);
        return static_cast<int>(std::clamp(y, m_least, m_greatest));
    }

private:
    ValueMapper m_values;
    double m_least;
    double m_greatest;
};

std::span<const CandleBar> withinColumns(std::span<const CandleBar> bars, const TimeScale& time, double left,
                                         double right)
{
    const auto opensBefore = [&](double x) {
        return std::partition_point(bars.begin(), bars.end(),
                                    [&](const CandleBar& bar) { return time.x(bar.openMs) < x; });
    };
    return {opensBefore(left), opensBefore(right)};
}

} // namespace

CandleWidths candleWidths(double spacing, int wick)
{
    const int whole = static_cast<int>(std::floor(spacing));
    const int gap = std::max(1, static_cast<int>(std::lround(spacing * 0.25)));
    int body = whole - gap;
    const int thin = std::min(wick, std::max(1, body));
    body = std::max(thin, body);
    if ((body - thin) % 2 != 0)
        --body;
    return {body, thin};
}

void CandleShapes::clear()
{
    up.clear();
    down.clear();
    hollow.clear();
}

void layOutCandles(std::span<const CandleBar> bars, Interval bucket, const TimeScale& time,
                   const ValueScale& values, const QRect& clip, int wick, CandleShapes& out)
{
    out.clear();
    const double spacing = static_cast<double>(bucket.length.count()) * time.pixelsPerMs();
    const CandleWidths widths = candleWidths(spacing, wick);
    const Rows row(values, clip);
    const int side = (widths.body - widths.wick) / 2;
    const auto within = withinColumns(bars, time, clip.left() - spacing - 2, clip.right() + spacing + 2);
    for (const CandleBar& bar : within) {
        const double centre = time.x(bar.openMs) + spacing / 2;
        const int wickX = static_cast<int>(std::floor(centre - widths.wick / 2.0 + 0.5));
        const int x = wickX - side;
        if (x + widths.body <= clip.left() || x > clip.right())
            continue;
        const bool isUp = bar.candle.close >= bar.candle.open;
        std::vector<QRect>& rects = isUp ? out.up : out.down;
        const int top = row(std::max(bar.candle.open, bar.candle.close));
        const int height = std::max(widths.wick, row(std::min(bar.candle.open, bar.candle.close)) - top);
        const int high = row(bar.candle.high);
        const int low = std::max(row(bar.candle.low), top + height);
        if (side == 0) {
            rects.emplace_back(wickX, high, widths.wick, std::max(low - high, height));
            continue;
        }
        rects.emplace_back(x, top, widths.body, height);
        if (high < top)
            rects.emplace_back(wickX, high, widths.wick, top - high);
        if (low > top + height)
            rects.emplace_back(wickX, top + height, widths.wick, low - top - height);
        if (isUp && widths.body >= 3 * widths.wick && height > 2 * widths.wick)
            out.hollow.emplace_back(x + widths.wick, top + widths.wick, widths.body - 2 * widths.wick,
                                    height - 2 * widths.wick);
    }
}

} // namespace holdline
