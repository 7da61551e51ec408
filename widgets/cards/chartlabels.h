// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QTimeZone>

namespace holdline {

/// Round times below a plot whose width is the range, at least 46 px apart.
void paintTimeLabels(QPainter& painter, const QRectF& plot, TimeRange range, const QTimeZone& zone,
                     int yearOfNow, const Theme& theme);

/// Text of an axis extreme right of the plot, its middle at that height but never above or below the plot.
void paintExtreme(QPainter& painter, const QRectF& plot, double y, const QString& text, const Theme& theme);

/// The height of a value in a plot that shows [low, high].
[[nodiscard]] double heightOf(double value, double low, double high, const QRectF& plot);

/// A horizontal line one device pixel thick.
void paintRule(QPainter& painter, const QRectF& plot, double y, const QColor& colour);

} // namespace holdline
