// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/pdfinfo.h"
#include "widgets/report/pdfpicture.h"

#include <QPainter>
#include <QSize>

#include <functional>

namespace holdline {

/// Something to be painted once and written as any kind of file.
struct Sheet {
    QSize size;       ///< device-independent px
    double scale = 1; ///< device px in one of those
    PdfInfo info;     ///< what its file says of itself; the date is the data's, never that of writing
    std::function<void(QPainter& painter)> paint; ///< onto deviceSize() units of any painter

    [[nodiscard]] QSize deviceSize() const;
};

/// Whether no side has more pixels than a picture may have.
[[nodiscard]] bool isPaintable(const Sheet& sheet);

/// The bytes of a file. `record` is the text of a record that goes along (models/views/reportrecord.h), or
/// empty. Of a sheet that paints the same they are the same. Empty: not enough memory.
[[nodiscard]] QByteArray pngOf(const Sheet& sheet, const QByteArray& record = {});
[[nodiscard]] QByteArray svgOf(const Sheet& sheet, const QByteArray& record = {});
/// On one page as wide as the paper; one that is too high for it gets a longer page, so that its text stays
/// readable.
[[nodiscard]] QByteArray pdfOf(const Sheet& sheet, Paper paper, const QByteArray& record = {});
[[nodiscard]] QImage imageOf(const Sheet& sheet);

} // namespace holdline
