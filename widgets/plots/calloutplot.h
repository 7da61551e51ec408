// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/canvas.h"
#include "widgets/plots/paneplot.h"
#include "widgets/plots/textblock.h"

namespace holdline {

/// A callout laid out, in device px.
struct CalloutShape {
    std::size_t index = 0; ///< into View::callouts
    QPoint point;          ///< what it points at
    QPoint nearest;        ///< of the box, where the line to the point begins
    QRect box;
    TextBlock text;
    QPoint textAt; ///< its upper left corner
};

/// What a pane shows at a time: the close of its candle, the bar or the line there. Of two bars the longer
/// one. Absent where nothing is known.
[[nodiscard]] std::optional<double> valueShownAt(const PaneBars& bars, const ViewData& data, UtcTime at);

/// Those whose place is in view and that have words, lowest first. `words` are one each of the view's. Boxes
/// stay within the panes, off the axis.
[[nodiscard]] std::vector<CalloutShape> layOutCallouts(const Scene& scene, const QStringList& words,
                                                       std::span<const PanePlot> plots, TextPainter& text,
                                                       PixelGrid grid);
/// The one on top whose box holds the point; null without one.
[[nodiscard]] const CalloutShape* calloutAt(const std::vector<CalloutShape>& callouts, QPoint point);

void paintCallouts(const Canvas& canvas, const std::vector<CalloutShape>& callouts);

} // namespace holdline
