// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/levelstart.h"

#include <QCoreApplication>

#include <algorithm>

namespace holdline {

Level levelFrom(const ToolStart& start)
{
    const auto price = [](const Anchor& anchor) { return anchor.price; };
    Level level;
    level.id = start.id;
    level.instrument = start.instrument;
    level.low = std::ranges::min(start.anchors, {}, price).price;
    level.high = std::ranges::max(start.anchors, {}, price).price;
    level.name = level.low == level.high ? QCoreApplication::translate("holdline::Tools", "Level")
                                         : QCoreApplication::translate("holdline::Tools", "Band");
    level.traits = start.traits;
    return level;
}

} // namespace holdline
