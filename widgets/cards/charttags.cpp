// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/charttags.h"

#include "widgets/theme/contrast.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr double leaderWidth = 8;

} // namespace

std::vector<double> spreadTags(const std::vector<double>& heights, double top, double bottom)
{
    std::vector<double> tops;
    for (const double height : heights)
        tops.push_back(std::clamp(height - tagHeight / 2, top, std::max(top, bottom - tagHeight)));
    // Down from the top until none overlaps, then up again from the bottom for those that were pushed out.
    for (std::size_t i = 1; i < tops.size(); ++i)
        tops[i] = std::max(tops[i], tops[i - 1] + tagHeight);
    double limit = bottom - tagHeight;
    for (std::size_t i = tops.size(); i-- > 0;) {
        tops[i] = std::min(tops[i], limit);
        limit = tops[i] - tagHeight;
    }
    return tops;
}

void paintChartTags(QPainter& painter, const QRectF& gutter, std::vector<ChartTag> tags, const Theme& theme)
{
    std::sort(tags.begin(), tags.end(), [](const ChartTag& a, const ChartTag& b) { return a.y < b.y; });
    std::vector<double> heights;
    for (const auto& tag : tags)
        heights.push_back(tag.y);
    const auto tops = spreadTags(heights, gutter.top() - tagHeight / 2, gutter.bottom());
    painter.setFont(themeFont(TextSize::Annotation));
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const QRectF label(gutter.left() + leaderWidth, tops[i], gutter.width() - leaderWidth, tagHeight);
        painter.setPen(QPen(tags[i].colour, 1));
        painter.drawLine(QPointF(gutter.left(), tags[i].y), QPointF(label.left() - 1, label.center().y()));
        painter.setPen(readableOn(tags[i].colour, theme.panel));
        painter.drawText(label.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tags[i].text);
    }
}

} // namespace holdline
