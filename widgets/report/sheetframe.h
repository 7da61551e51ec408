// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/frame.h"
#include "widgets/report/sheet.h"

namespace holdline {

/// The header and the footer around a card or the brief: as those of a picture of the timeline, the person's
/// words too, with what the card says of itself in place of the price. Lengths in device px.
class SheetFrame final {
public:
    /// `notes` stand between what is reconstructed and the stamp, each as long as it is; the width in
    /// device-independent px.
    SheetFrame(const View& view, const ViewData& data, const QString& title, QStringList notes, int width);

    [[nodiscard]] int top() const { return m_top; } ///< height above what is framed
    [[nodiscard]] int bottom() const { return m_bottom; }
    /// Device-independent px that both take.
    [[nodiscard]] int around() const;
    [[nodiscard]] const Theme& theme() const { return m_inks.theme; }

    /// The ground of all and both ends, onto a sheet of that size.
    void paint(QPainter& painter, QSize whole) const;

private:
    PictureFrame m_frame;
    Inks m_inks;
    PixelGrid m_grid;
    QStringList m_lines;
    TextBlock m_caption;
    int m_captionHeight = 0;
    int m_top = 0;
    int m_bottom = 0;
};

/// What the file of a card or the brief says of itself.
[[nodiscard]] PdfInfo sheetInfo(const View& view, const ViewData& data, const QString& title);

} // namespace holdline
