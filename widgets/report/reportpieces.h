// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/reportcontent.h"
#include "widgets/report/pageflow.h"

namespace holdline {

/// The room of a page that its pieces may fill, in device pixels.
struct PageRoom {
    int width = 0;
    int height = 0;
    PixelGrid grid = {};
};

/// All blocks of a report in the order in which they are read, below its title. `content` lives longer.
[[nodiscard]] std::vector<PagePiece> reportPieces(const ReportContent& content, const Inks& inks,
                                                  const PageRoom& room);

/// The title, what it is about, and the moment; a bookmark.
[[nodiscard]] std::vector<PagePiece> titlePieces(const ReportContent& content, const Inks& inks,
                                                 const PageRoom& room);
/// The title in words: the view's, else the instrument and the moment.
[[nodiscard]] QString reportTitle(const ReportContent& content);

/// A moment with its date and its zone: `2026-01-21 06:00 UTC`.
[[nodiscard]] QString stampOf(UtcTime time, const QString& zone);

} // namespace holdline
