// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/hatch.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

QRect unknownRect(const TimeRange& range, const TimeScale& time, const QRect& plot)
{
    const auto column = [&](UtcTime at) {
        return static_cast<int>(std::clamp(std::floor(time.x(toMsecs(at)) + 0.5),
                                           static_cast<double>(plot.left()),
                                           static_cast<double>(plot.right() + 1)));
    };
    const int left = column(range.from);
    return {left, plot.top(), column(range.to) - left, plot.height()};
}

void paintWords(const Canvas& canvas, const QRect& rect, int textTop)
{
    static const QString words = QStringLiteral("no record");
    const int width = canvas.text.width(words, TextRole::Annotation);
    const int air = canvas.grid.px(5);
    const int height = canvas.grid.px(17);
    const int top = std::max(textTop, rect.center().y() - height / 2);
    if (width + air > rect.width() || top + height > rect.bottom())
        return;
    const QRect ground = QRect(rect.left() + (rect.width() - width) / 2 - air, top, width + 2 * air, height);
    canvas.fill(ground, canvas.inks.theme.background);
    canvas.text.drawCentred(canvas.painter, ground.left() + air, ground.center().y(), words,
                            TextRole::Annotation, canvas.inks.theme.dim);
}

} // namespace

std::vector<QLine> hatchLines(const QRect& rect, int step, int anchor)
{
    std::vector<QLine> lines;
    if (rect.isEmpty() || step < 1)
        return lines;
    const int rise = rect.height() - 1;
    const int first = rect.left() - rise;
    const int offset = ((first - anchor) % step + step) % step;
    for (int foot = first + (step - offset) % step; foot <= rect.right(); foot += step) {
        const int from = std::max(foot, rect.left());
        const int to = std::min(foot + rise, rect.right());
        if (from <= to)
            lines.emplace_back(from, rect.bottom() - (from - foot), to, rect.bottom() - (to - foot));
    }
    return lines;
}

void paintUnknown(const Canvas& canvas, const std::vector<Coverage>& coverage, const TimeScale& time,
                  const QRect& plot, int textTop)
{
    for (const Coverage& stretch : coverage) {
        if (stretch.state == CoverageState::Known || stretch.state == CoverageState::Sampled)
            continue;
        if (stretch.range.to <= time.range.from || stretch.range.from >= time.range.to)
            continue;
        const QRect rect = unknownRect(stretch.range, time, plot);
        if (rect.isEmpty() || !rect.intersects(canvas.clip))
            continue;
        const double trueLeft = std::fmod(time.x(toMsecs(stretch.range.from)), 1e6);
        const auto lines = hatchLines(rect, canvas.grid.px(7), static_cast<int>(std::lround(trueLeft)));
        canvas.painter.setPen(QPen(canvas.inks.theme.unknown, canvas.grid.line()));
        canvas.painter.drawLines(lines.data(), static_cast<int>(lines.size()));
        paintWords(canvas, rect, textTop);
    }
}

} // namespace holdline
