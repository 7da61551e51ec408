// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/levelstart.h"
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {
} // namespace

Tool priceBandTool()
{
    return {.id = QStringLiteral("price-band"),
            .title = QCoreApplication::translate("holdline::Tools", "Price band"),
            .icon = {.strokes = {QPolygonF{{1, 5}, {15, 5}}, QPolygonF{{1, 11}, {15, 11}}},
                     .dots = {{3, 5}, {13, 11}}},
            .anchors = 2,
            .asksForText = false,
            .make =
                [](const ToolStart& start) {
                    Level band = levelFrom(start);
                    const auto [from, to] = std::minmax(start.anchors[0].time, start.anchors[1].time);
                    band.validFrom = from;
                    if (to > from)
                        band.validTo = to;
                    return Mark(band);
                },
            .layOut = nullptr};
}

} // namespace holdline
