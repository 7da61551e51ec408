// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutTextNote(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    sketch.label(points[0], drawing.text.isEmpty() ? QStringLiteral("…") : drawing.text,
                 MarkSketch::Place::RightOf);
}

} // namespace

Tool textNoteTool()
{
    return {.id = QStringLiteral("text-note"),
            .title = QCoreApplication::translate("holdline::Tools", "Text note"),
            .icon = {.letter = QStringLiteral("T")},
            .anchors = 1,
            .asksForText = true,
            .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("text-note"), start); },
            .layOut = layOutTextNote};
}

} // namespace holdline
