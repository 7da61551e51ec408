// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/levelstart.h"
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {
} // namespace

Tool horizontalLevelTool()
{
    return {.id = QStringLiteral("horizontal-level"),
            .title = QCoreApplication::translate("holdline::Tools", "Horizontal level"),
            .keys = QStringLiteral("Alt+H"),
            .icon = {.strokes = {QPolygonF{{1, 8}, {15, 8}}}, .dots = {{8, 8}}},
            .anchors = 1,
            .asksForText = false,
            .make =
                [](const ToolStart& start) {
                    Level level = levelFrom(start);
                    level.high = level.low;
                    return Mark(level);
                },
            .layOut = nullptr};
}

} // namespace holdline
