// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/canvas.h"

#include <vector>

namespace holdline {

/// One mark of the event lane, in device px.
struct EventShape {
    const Event* event = nullptr;
    int more = 0;       ///< events at the same place that share its mark
    int x = 0;          ///< centre of the diamond
    QRect label = {};   ///< empty when there is no room for words
    QString words = {}; ///< as shown, perhaps shortened
};

struct EventShapes {
    std::vector<EventShape> marks; ///< oldest first
    QRect beyond;                  ///< of the words about what lies past the right edge
    QString beyondWords;           ///< `Election 8 Feb »`, or empty
};

/// `JGB 20-year auction 3.19 ↓ 4.1`: with its value and the one before where it has them.
[[nodiscard]] QString eventWords(const Event& event);

/// No label overlaps another label or another's diamond; the more important event gets its words first.
[[nodiscard]] EventShapes layOutEvents(const Scene& scene, TextPainter& text, PixelGrid grid);

void paintEvents(const Canvas& canvas, const EventShapes& shapes, const QRect& lane);

} // namespace holdline
