// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/lineshapes.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace holdline {

namespace {

constexpr double farthest = 1e5; ///< device px; what lies farther out is drawn there

/// Where values and times lie on whole pixels.
class LineGrid final {
public:
    LineGrid(const TimeScale& time, const ValueScale& values, int width)
        : m_time(time),
          m_values(values),
          m_width(width)
    {
    }
    [[nodiscard]] int column(qint64 ms) const { return nearest(m_time.x(ms)); }
    /// The first row of a line as thick as it is drawn.
    [[nodiscard]] int top(double value) const { return nearest(m_values.y(value)) - m_width / 2; }
    /// The middle of that line.
    [[nodiscard]] double middle(double value) const { return top(value) + m_width / 2.0; }
    [[nodiscard]] int width() const { return m_width; }

private:
    static int nearest(double position)
    {
        return static_cast<int>(std::floor(std::clamp(position, -farthest, farthest) + 0.5));
    }
    const TimeScale& m_time;
    ValueMapper m_values;
    int m_width;
};

bool meets(int left, int right, const QRect& clip)
{
    return right >= clip.left() && left <= clip.right();
}

void addDot(const LineGrid& grid, const LinePoint& point, std::vector<QRect>& rects)
{
    const int size = 2 * grid.width();
    rects.emplace_back(grid.column(point.toMs) - size / 2, grid.top(point.value) - grid.width() / 2, size,
                       size);
}

/// From the row of the one value to that of the other.
QRect upright(const LineGrid& grid, int left, double a, double b, int width)
{
    const int top = std::min(grid.top(a), grid.top(b));
    return {left, top, width, std::max(grid.top(a), grid.top(b)) + grid.width() - top};
}

void layOutSteps(const DrawnLine& line, const LineGrid& grid, const QRect& clip, LineShapes& out)
{
    const LinePoint* before = nullptr;
    for (const LinePoint& point : line.points) {
        if (std::isnan(point.value)) {
            before = nullptr;
            continue;
        }
        const bool isNext = before && before->toMs >= point.fromMs;
        const int left = grid.column(point.fromMs);
        const int right = std::max(grid.column(point.toMs), left + 1);
        if (meets(left - grid.width(), right, clip)) {
            out.rects.emplace_back(left, grid.top(point.value), right - left, grid.width());
            if (isNext && grid.top(before->value) != grid.top(point.value))
                out.rects.push_back(
                    upright(grid, left - grid.width() / 2, before->value, point.value, grid.width()));
        }
        before = &point;
    }
}

void layOutColumns(const DrawnLine& line, LineForm form, const LineGrid& grid, const QRect& clip,
                   LineShapes& out)
{
    const LinePoint* before = nullptr;
    for (const LinePoint& point : line.points) {
        if (std::isnan(point.value)) {
            before = nullptr;
            continue;
        }
        const bool isNext = before && (form == LineForm::Joined || before->toMs >= point.fromMs);
        const double reached = isNext ? before->value : point.value;
        const int left = grid.column(point.fromMs);
        const int right = std::max(grid.column(point.toMs), left + 1);
        const int end = isNext ? grid.column(before->toMs) : left;
        if (end < left && meets(end, left, clip))
            out.rects.emplace_back(end, grid.top(reached), left - end, grid.width());
        if (meets(left, right, clip))
            out.rects.push_back(upright(grid, left, std::min(point.least, reached),
                                        std::max(point.greatest, reached), right - left));
        before = &point;
    }
}

void layOutJoined(const DrawnLine& line, const LineGrid& grid, const QRect& clip, LineShapes& out)
{
    QPolygonF run;
    const LinePoint* first = nullptr;
    const auto finish = [&] {
        if (run.size() == 1)
            addDot(grid, *first, out.rects);
        else if (run.size() > 1 && meets(static_cast<int>(run.first().x()) - grid.width(),
                                         static_cast<int>(run.last().x()) + grid.width(), clip))
            out.runs.push_back(run);
        run.clear();
    };
    for (const LinePoint& point : line.points) {
        if (std::isnan(point.value)) {
            finish();
            continue;
        }
        if (run.isEmpty())
            first = &point;
        run.append({static_cast<double>(grid.column(point.toMs)), grid.middle(point.value)});
    }
    finish();
}

} // namespace

void LineShapes::clear()
{
    rects.clear();
    runs.clear();
}

void layOutLine(const DrawnLine& line, LineForm form, const TimeScale& time, const ValueScale& values,
                const QRect& clip, int width, LineShapes& out)
{
    const LineGrid grid(time, values, width);
    if (line.isDense)
        layOutColumns(line, form, grid, clip, out);
    else if (form == LineForm::Steps)
        layOutSteps(line, grid, clip, out);
    else
        layOutJoined(line, grid, clip, out);
}

} // namespace holdline
