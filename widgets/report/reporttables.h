// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/reportpieces.h"

namespace holdline {

// The tables of a report; in place of an empty one a sentence.

/// Levels, their states, and what happened at them up to the report's moment.
[[nodiscard]] std::vector<PagePiece> levelPieces(const ReportContent& content, const Inks& inks,
                                                 const PageRoom& room);
/// Each series with its source and definition.
[[nodiscard]] std::vector<PagePiece> sourcePieces(const ReportContent& content, const Inks& inks,
                                                  const PageRoom& room);
/// What is not known of the time shown.
[[nodiscard]] std::vector<PagePiece> gapPieces(const ReportContent& content, const Inks& inks,
                                               const PageRoom& room);

} // namespace holdline
