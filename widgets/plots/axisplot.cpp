// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/axisplot.h"

#include "models/foundation/timetext.h"
#include "widgets/plots/timelinearrangement.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

int rounded(double position)
{
    return static_cast<int>(std::floor(std::clamp(position, -1e6, 1e6) + 0.5));
}

bool isCovered(int centre, int half, std::span<const ValueTag> tags, int tagHeight)
{
    return std::any_of(tags.begin(), tags.end(), [&](const ValueTag& tag) {
        return centre + half >= tag.place.top && centre - half <= tag.place.top + tagHeight;
    });
}

QRect plotOf(const TimelineLayout& layout)
{
    const int right = static_cast<int>(std::lround(layout.time.left + layout.time.width));
    return {layout.whole.left(), layout.whole.top(), right - layout.whole.left(), layout.whole.height()};
}

} // namespace

void paintTimeGrid(const Canvas& canvas, std::span<const TimeTick> ticks, const TimeScale& time,
                   const QRect& plot)
{
    for (const TimeTick& tick : ticks) {
        const int x = rounded(time.x(toMsecs(tick.time)));
        if (x >= plot.left() && x <= plot.right())
            canvas.fill(QRect(x, plot.top(), canvas.grid.line(), plot.height()), canvas.inks.theme.grid);
    }
}

void paintValueGrid(const Canvas& canvas, std::span<const ValueTick> ticks, const ValueScale& values,
                    const QRect& plot)
{
    for (const ValueTick& tick : ticks) {
        const int y = rounded(values.y(tick.value));
        if (y > plot.top() && y <= plot.bottom())
            canvas.fill(QRect(plot.left(), y, plot.width(), canvas.grid.line()), canvas.inks.theme.grid);
    }
}

void paintValueLabels(const Canvas& canvas, std::span<const ValueTick> ticks, const ValueScale& values,
                      const QRect& gutter, std::span<const ValueTag> tags)
{
    const int half = canvas.grid.px(6);
    const int x = gutter.left() + canvas.grid.px(12);
    for (const ValueTick& tick : ticks) {
        const int y = rounded(values.y(tick.value));
        const bool isInside = y - half >= gutter.top() && y + half <= gutter.bottom();
        if (!isInside || isCovered(y, half, tags, canvas.grid.px(lengths::tag)) ||
            !QRect(x, y - half, gutter.width(), 2 * half).intersects(canvas.clip))
            continue;
        canvas.text.drawCentred(canvas.painter, x, y, tick.label, TextRole::Annotation,
                                canvas.inks.theme.dim);
    }
}

QString dayOfTicks(std::span<const TimeTick> ticks, const Scene& scene)
{
    if (ticks.empty() ||
        std::any_of(ticks.begin(), ticks.end(), [](const auto& tick) { return tick.isMajor; }))
        return {};
    const auto first = dateIn(ticks.front().time, scene.zone);
    const bool isOneDay =
        first == dateIn(ticks.back().time, scene.zone) && ticks.front().label.contains(u':');
    return isOneDay ? dayText(first, scene.yearOfNow) : QString();
}

void paintTimeAxis(const Canvas& canvas, std::span<const TimeTick> ticks, const Scene& scene)
{
    const TimeScale& time = scene.layout.time;
    const QRect& axis = scene.layout.timeAxis;
    if (!axis.intersects(canvas.clip))
        return;
    const TextRole role = TextRole::Annotation;
    const int right = axis.left() + static_cast<int>(time.width);
    int free = axis.left() + canvas.grid.px(4);
    if (const QString day = dayOfTicks(ticks, scene); !day.isEmpty())
        free = canvas.grid.px(8) +
               canvas.text.drawCentred(canvas.painter, axis.left() + canvas.grid.px(lengths::margin),
                                       axis.center().y(), day, role, canvas.inks.theme.text);
    for (const TimeTick& tick : ticks) {
        const int width = canvas.text.width(tick.label, role);
        const int left = rounded(time.x(toMsecs(tick.time))) - width / 2;
        if (left < free || left + width > right + canvas.grid.px(20) ||
            !QRect(left, axis.top(), width, axis.height()).intersects(canvas.clip))
            continue;
        canvas.text.drawCentred(canvas.painter, left, axis.center().y(), tick.label, role,
                                tick.isMajor ? canvas.inks.theme.text : canvas.inks.theme.dim);
    }
}

int futureColumn(const Scene& scene)
{
    return rounded(scene.layout.time.x(toMsecs(scene.data.asOf)));
}

void paintFuture(const Canvas& canvas, const Scene& scene)
{
    const QRect plot = plotOf(scene.layout);
    const int left = std::max(plot.left(), futureColumn(scene));
    const int bottom = scene.layout.timeAxis.top();
    if (left <= plot.right())
        canvas.fill(QRect(left, plot.top(), plot.right() + 1 - left, bottom - plot.top()),
                    canvas.inks.theme.future);
}

void paintCoverage(const Canvas& canvas, const Scene& scene)
{
    const TimelineLayout& layout = scene.layout;
    const QRect plot = plotOf(layout);
    const int height = canvas.grid.px(lengths::strip);
    const int top = layout.coverage.top() + (layout.coverage.height() - height) / 2;
    const auto stretch = [&](UtcTime from, UtcTime to, const QColor& colour) {
        const int left = std::max(plot.left(), rounded(layout.time.x(toMsecs(from))));
        const int right = std::min(plot.right() + 1, rounded(layout.time.x(toMsecs(to))));
        if (left < right)
            canvas.fill(QRect(left, top, right - left, height), colour);
    };
    if (!layout.coverage.intersects(canvas.clip) || !scene.data.candles ||
        scene.data.candles->candleCount() == 0)
        return;
    const TimeRange known = scene.data.candles->range();
    stretch(known.from, known.to, canvas.inks.covered);
    for (const Coverage& missing : scene.data.priceCoverage)
        if (missing.state == CoverageState::Missing || missing.state == CoverageState::Never)
            stretch(missing.range.from, missing.range.to, canvas.inks.down.fill);
}

} // namespace holdline
