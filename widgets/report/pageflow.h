// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/canvas.h"

#include <functional>
#include <memory>
#include <vector>

namespace holdline {

/// Something that stands on one page as a whole. Lengths are device pixels of the report (reportpages.h).
struct PagePiece {
    int height = 0;
    int gap = 0;            ///< above it, but not at the top of a page
    bool keepsNext = false; ///< stands on the same page as the piece behind it
    bool beginsPage = false;
    QString bookmark = {};                           ///< a heading's words, or empty
    std::shared_ptr<const PagePiece> continued = {}; ///< stands above it where it comes first on a page
    std::function<void(const Canvas&, const QRect&)> paint = {};
};

/// A piece and where it stands on its page.
struct PlacedPiece {
    const PagePiece* piece = nullptr; ///< as long as the pieces live
    int top = 0;
};
using ReportPage = std::vector<PlacedPiece>;

/// The pieces on pages of that height, in their order. Pieces that keep together go to the next page
/// together, unless no page holds them. One that is higher than a page stands on a page of its own and is cut
/// off.
[[nodiscard]] std::vector<ReportPage> flowOntoPages(const std::vector<PagePiece>& pieces, int pageHeight);

} // namespace holdline
