// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/costplot.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace holdline {

namespace {

constexpr int barOpacity = 62; ///< of 255: the grid and what lies below stay visible
constexpr int airyHeight = 4;  ///< lines; lower bars touch

int rowOf(double value, const ValueScale& values, const QRect& plot)
{
    return static_cast<int>(
        std::floor(std::clamp(values.y(value), static_cast<double>(plot.top()), plot.bottom() + 1.0) + 0.5));
}

/// The buckets that reach into the prices, lowest first.
std::span<const CostBucket> bucketsIn(const CostDistribution& costs, double low, double high)
{
    const auto first =
        std::partition_point(costs.buckets.begin(), costs.buckets.end(),
                             [&](const CostBucket& bucket) { return bucket.high.toDouble() <= low; });
    const auto end = std::partition_point(
        first, costs.buckets.end(), [&](const CostBucket& bucket) { return bucket.low.toDouble() < high; });
    return {first, end};
}

class CostLayout final {
public:
    CostLayout(const ValueScale& values, const QRect& plot, PixelGrid grid)
        : m_values(values),
          m_plot(plot),
          m_grid(grid)
    {
    }

    CostShapes shapes(std::span<const CostBucket> buckets, std::optional<double> price)
    {
        for (const CostBucket& bucket : buckets)
            m_shapes.fullestBtc = std::max(m_shapes.fullestBtc, bucket.btc.toDouble());
        if (m_shapes.fullestBtc <= 0)
            return {};
        m_priceRow = price ? rowOf(*price, m_values, m_plot) : m_plot.top();
        for (const CostBucket& bucket : buckets)
            add(bucket);
        std::ranges::reverse(m_shapes.loss);
        return std::move(m_shapes);
    }

private:
    void add(const CostBucket& bucket)
    {
        const int width = static_cast<int>(
            std::lround(bucket.btc.toDouble() / m_shapes.fullestBtc * costsShare * m_plot.width()));
        if (width <= 0)
            return;
        const int bottom = std::max(rowOf(bucket.low.toDouble(), m_values, m_plot), m_plot.top() + 1);
        int top = std::min(rowOf(bucket.high.toDouble(), m_values, m_plot), bottom - 1);
        if (bottom - top >= airyHeight * m_grid.line())
            top += m_grid.line();
        addRows(m_shapes.profit, std::max(top, m_priceRow), bottom, width);
        addRows(m_shapes.loss, top, std::min(bottom, m_priceRow), width);
    }

    /// A bar that would lie in the row of the one below gives way to the wider one.
    void addRows(std::vector<QRect>& bars, int top, int bottom, int width) const
    {
        if (top >= bottom)
            return;
        const QRect bar(m_plot.right() + 1 - width, top, width, bottom - top);
        if (bars.empty() || bars.back().top() >= bottom) {
            bars.push_back(bar);
            return;
        }
        if (bars.back().width() < width)
            bars.back().setLeft(bar.left());
        if (top < bars.back().top())
            bars.emplace_back(bar.left(), top, width, bars.back().top() - top);
    }

    const ValueScale& m_values;
    const QRect& m_plot;
    PixelGrid m_grid;
    int m_priceRow = 0;
    CostShapes m_shapes;
};

/// Bars behind the first ones that stayed as they were.
QRect changedBars(const std::vector<QRect>& before, const std::vector<QRect>& after)
{
    const auto [old, now] = std::ranges::mismatch(before, after);
    QRect changed;
    for (auto bar = old; bar != before.end(); ++bar)
        changed |= *bar;
    for (auto bar = now; bar != after.end(); ++bar)
        changed |= *bar;
    return changed;
}

QColor translucent(QColor colour)
{
    colour.setAlpha(barOpacity);
    return colour;
}

} // namespace

CostShapes layOutCosts(const CostDistribution& costs, std::optional<double> price, const ValueScale& values,
                       const QRect& plot, PixelGrid grid)
{
    if (plot.isEmpty())
        return {};
    const double high = values.value(plot.top());
    const double low = values.value(plot.bottom() + 1);
    return CostLayout(values, plot, grid).shapes(bucketsIn(costs, low, high), price);
}

QRegion changeOf(const CostShapes& before, const CostShapes& after)
{
    return QRegion(changedBars(before.loss, after.loss)) + changedBars(before.profit, after.profit);
}

void paintCosts(const Canvas& canvas, const CostShapes& costs)
{
    canvas.fill(costs.profit, translucent(canvas.inks.up.fill));
    canvas.fill(costs.loss, translucent(canvas.inks.down.fill));
}

} // namespace holdline
