// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QIcon>
#include <QPolygonF>

#include <vector>

namespace holdline {

/// A small picture of strokes on a square from (0, 0) to (16, 16).
struct ToolIcon {
    std::vector<QPolygonF> strokes = {};
    std::vector<QPointF> dots = {}; ///< anchors
    QString letter = {};            ///< instead of strokes
};

void paintToolIcon(QPainter& painter, const QRectF& rect, const ToolIcon& icon, const QColor& colour);

} // namespace holdline
