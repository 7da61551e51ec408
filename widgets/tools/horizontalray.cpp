// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/levelstart.h"
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {
} // namespace

Tool horizontalRayTool()
{
    return {.id = QStringLiteral("horizontal-ray"),
            .title = QCoreApplication::translate("holdline::Tools", "Horizontal ray"),
            .keys = QStringLiteral("Alt+J"),
            .icon = {.strokes = {QPolygonF{{4, 8}, {15, 8}}}, .dots = {{3, 8}}},
            .anchors = 1,
            .asksForText = false,
            .make =
                [](const ToolStart& start) {
                    Level ray = levelFrom(start);
                    ray.high = ray.low;
                    ray.validFrom = start.anchors[0].time;
                    return Mark(ray);
                },
            .layOut = nullptr};
}

} // namespace holdline
