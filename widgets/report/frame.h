// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/view.h"
#include "models/views/viewdata.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/textblock.h"

#include <QStringList>

namespace holdline {

/// The words around the timeline of a picture.
struct PictureFrame {
    QString instrument; ///< `BTC-USDT`
    QString venue;
    QString lastPrice;  ///< at the right edge of what is shown; empty without a candle
    QString change;     ///< `+1.30 % 24 h`; empty when not known
    QString yearChange; ///< `+2.62 % 2026`
    bool isUp = true;   ///< of the change
    QString title;
    QString stamp;         ///< `times in UTC · as of 2026-01-22 12:00 UTC`
    QStringList notes;     ///< what is reconstructed, sources, what is not known
    QString subtitle = {}; ///< below the title, or empty
    QString caption = {};  ///< paragraphs above the notes, or empty
    QString author = {};   ///< beside the stamp, or empty
    QByteArray logo = {};  ///< at the right end of the header (logo.h), or empty
};

[[nodiscard]] PictureFrame frameOf(const View& view, const ViewData& data);

/// The notes as lines that fit the width.
[[nodiscard]] QStringList wrappedNotes(const PictureFrame& frame, TextPainter& text, int width);

/// Device px; more with a subtitle.
[[nodiscard]] int headerHeight(const PictureFrame& frame, PixelGrid grid);
/// The caption in lines of a width, at most six.
[[nodiscard]] TextBlock captionOf(const PictureFrame& frame, TextPainter& text, PixelGrid grid, int width);

void paintHeader(const Canvas& canvas, const PictureFrame& frame, const QRect& rect);
void paintFooter(const Canvas& canvas, const PictureFrame& frame, const QStringList& lines,
                 const QRect& rect);

} // namespace holdline
