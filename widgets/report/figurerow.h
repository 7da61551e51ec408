// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/reportpieces.h"

namespace holdline {

/// Readings as large figures beside each other, as many in a row as the page holds: label, value, and of when
/// it is. What is not known says so, and why.
[[nodiscard]] std::vector<PagePiece> figureRows(const ReportContent& content,
                                                const std::vector<ReportFigure>& figures, const Inks& inks,
                                                const PageRoom& room);

} // namespace holdline
