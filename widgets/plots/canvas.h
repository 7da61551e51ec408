// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timelinelayout.h"
#include "models/views/view.h"
#include "models/views/viewdata.h"
#include "widgets/plots/inks.h"
#include "widgets/plots/pixelgrid.h"
#include "widgets/plots/textpainter.h"

#include <QPainter>
#include <QTimeZone>

#include <vector>

namespace holdline {

/// What every plot is given to paint with.
struct Canvas {
    QPainter& painter;
    TextPainter& text;
    const Inks& inks;
    PixelGrid grid;
    QRect clip; ///< device px; nothing outside needs painting

    void fill(const QRect& rect, const QColor& colour) const
    {
        if (rect.intersects(clip))
            painter.fillRect(rect, colour);
    }
    void fill(const std::vector<QRect>& rects, const QColor& colour) const
    {
        if (rects.empty())
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRects(rects.data(), static_cast<int>(rects.size()));
    }
};

/// What a view shows at one moment.
struct Scene {
    const TimelineLayout& layout;
    const View& view;
    const ViewData& data;
    const QTimeZone& zone;
    int yearOfNow;
};

} // namespace holdline
