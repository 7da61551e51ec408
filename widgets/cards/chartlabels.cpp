// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/chartlabels.h"

#include "models/scales/ticks.h"

#include <QPaintEngine>

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double labelSpacing = 46;
constexpr int labelHeight = 16;
constexpr int gutterGap = 6;

} // namespace

void paintTimeLabels(QPainter& painter, const QRectF& plot, TimeRange range, const QTimeZone& zone,
                     int yearOfNow, const Theme& theme)
{
    if (range.isEmpty() || plot.width() <= 0)
        return;
    const TimeScale scale{range, plot.left(), plot.width()};
    painter.setFont(themeFont(TextSize::Annotation));
    painter.setPen(theme.dim);
    const QFontMetricsF metrics(painter.font());
    double freeFrom = plot.left() - 6;
    for (const auto& tick : timeTicks(scale, zone, labelSpacing, yearOfNow)) {
        const double width = metrics.horizontalAdvance(tick.label);
        const double left = scale.x(toMsecs(tick.time)) - width / 2;
        if (left < freeFrom || left + width > plot.right() + 20)
            continue;
        painter.drawText(QRectF(left, plot.bottom() + 4, width + 1, labelHeight), Qt::AlignCenter,
                         tick.label);
        freeFrom = left + width + 8;
    }
}

void paintExtreme(QPainter& painter, const QRectF& plot, double y, const QString& text, const Theme& theme)
{
    painter.setFont(themeFont(TextSize::Annotation));
    painter.setPen(theme.dim);
    const double top = std::clamp(y - labelHeight / 2.0, plot.top() - 2, plot.bottom() - labelHeight + 2);
    painter.drawText(QRectF(plot.right() + gutterGap, top, 70, labelHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     text);
}

double heightOf(double value, double low, double high, const QRectF& plot)
{
    return high == low ? plot.center().y() : plot.bottom() - (value - low) / (high - low) * plot.height();
}

void paintRule(QPainter& painter, const QRectF& plot, double y, const QColor& colour)
{
    // Of what is painted on, which is not the widget's own where it is painted into a picture.
    const double ratio = painter.paintEngine()->paintDevice()->devicePixelRatioF();
    const double top = std::round(y * ratio) / ratio;
    painter.fillRect(QRectF(plot.left(), top, plot.width(), 1 / ratio), colour);
}

} // namespace holdline
