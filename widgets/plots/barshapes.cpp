// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/barshapes.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace holdline {

namespace {

int rounded(double position, int least, int greatest)
{
    return static_cast<int>(
        std::clamp(std::floor(position + 0.5), static_cast<double>(least), static_cast<double>(greatest)));
}

struct BarColumns {
    int left = 0;
    int width = 1;
};

/// Where bars lie on whole pixels, kept near the clip.
class BarGrid final {
public:
    BarGrid(const TimeScale& time, const ValueScale& values, const QRect& clip, int gap)
        : m_time(time),
          m_values(values),
          m_clip(clip),
          m_gap(gap)
    {
    }
    [[nodiscard]] int row(double value) const
    {
        return rounded(m_values.y(value), m_clip.top() - 2, m_clip.bottom() + 3);
    }
    /// Absent beside the clip.
    [[nodiscard]] std::optional<BarColumns> columns(qint64 fromMs, qint64 toMs) const
    {
        const int left = rounded(m_time.x(fromMs), m_clip.left() - 2, m_clip.right() + 3);
        const int end = rounded(m_time.x(toMs), m_clip.left() - 2, m_clip.right() + 3);
        if (end < m_clip.left() || left > m_clip.right())
            return std::nullopt;
        return BarColumns{left, std::max(1, end - left - (end - left > 2 * m_gap ? m_gap : 0))};
    }

private:
    const TimeScale& m_time;
    ValueMapper m_values;
    const QRect& m_clip;
    int m_gap;
};

} // namespace

void BarShapes::clear()
{
    up.clear();
    down.clear();
}

void layOutBars(std::span<const DrawnBar> bars, BarDirection direction, const TimeScale& time,
                const ValueScale& values, const QRect& clip, int gap, BarShapes& out)
{
    const BarGrid grid(time, values, clip, gap);
    const int zero = grid.row(0);
    for (const DrawnBar& bar : bars) {
        const auto columns = grid.columns(bar.fromMs, bar.toMs);
        if (!columns || bar.value == 0)
            continue;
        const bool isDown =
            direction == BarDirection::Down || (direction == BarDirection::BySign && bar.value < 0);
        const int end = grid.row(direction == BarDirection::Down ? -bar.value : bar.value);
        const int height = std::max(1, std::abs(end - zero));
        if (isDown)
            out.down.emplace_back(columns->left, zero, columns->width, height);
        else
            out.up.emplace_back(columns->left, zero - height, columns->width, height);
    }
}

void layOutStack(std::span<const StackPiece> pieces, const TimeScale& time, const ValueScale& values,
                 const QRect& clip, int gap, std::vector<std::vector<QRect>>& out)
{
    for (auto& rects : out)
        rects.clear();
    const BarGrid grid(time, values, clip, gap);
    for (const StackPiece& piece : pieces) {
        const auto columns = grid.columns(piece.fromMs, piece.toMs);
        const int from = grid.row(piece.from);
        const int to = grid.row(piece.to);
        if (columns && from != to)
            out[piece.part].emplace_back(columns->left, std::min(from, to), columns->width,
                                         std::abs(from - to));
    }
}

std::vector<QRect> layOutSessionless(std::span<const DrawnBar> bars, std::span<const StackPiece> pieces,
                                     const TimeScale& time, const ValueScale& values, const QRect& clip,
                                     int gap)
{
    std::vector<QRect> rects;
    const BarGrid grid(time, values, clip, gap);
    for (const DrawnBar& bar : bars) {
        const auto columns = bar.isSessionless ? grid.columns(bar.fromMs, bar.toMs) : std::nullopt;
        if (!columns)
            continue;
        double low = std::min(0.0, bar.value);
        double high = std::max(0.0, bar.value);
        for (const StackPiece& piece : pieces) {
            if (piece.fromMs != bar.fromMs)
                continue;
            low = std::min(low, piece.to);
            high = std::max(high, piece.to);
        }
        const int top = grid.row(high);
        rects.emplace_back(columns->left, top, columns->width, std::max(1, grid.row(low) - top));
    }
    return rects;
}

void layOutFrames(std::span<const DrawnBar> bars, const TimeScale& time, const ValueScale& values,
                  const QRect& clip, int gap, int thickness, BarShapes& out)
{
    BarShapes whole;
    layOutBars(bars, BarDirection::BySign, time, values, clip, gap, whole);
    const auto addFrame = [&](const QRect& bar, bool isUp, std::vector<QRect>& rects) {
        const int end = isUp ? bar.top() : bar.bottom() + 1 - thickness;
        rects.emplace_back(bar.left(), end, bar.width(), thickness);
        if (bar.width() < 4 * thickness)
            return;
        rects.emplace_back(bar.left(), bar.top(), thickness, bar.height());
        rects.emplace_back(bar.right() + 1 - thickness, bar.top(), thickness, bar.height());
    };
    for (const QRect& bar : whole.up)
        addFrame(bar, true, out.up);
    for (const QRect& bar : whole.down)
        addFrame(bar, false, out.down);
}

} // namespace holdline
