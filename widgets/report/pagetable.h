// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/pageflow.h"

#include <QStringList>

namespace holdline {

struct PageColumn {
    QString title;
    bool isNumber = false; ///< to the right
    bool wraps = false;    ///< takes what room is left, and breaks its words into lines
};

struct PageRow {
    QStringList cells;
    QString note = {};  ///< below them, dim, over the whole width
    QColor swatch = {}; ///< a bar at the left, or none
};

/// A row is a piece; the head stands above the first one and again where a page begins with a row.
[[nodiscard]] std::vector<PagePiece> tablePieces(const std::vector<PageColumn>& columns,
                                                 const std::vector<PageRow>& rows, const Inks& inks,
                                                 PixelGrid grid, int width);

} // namespace holdline
