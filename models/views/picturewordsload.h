// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/viewdata.h"

namespace holdline {

/// The moment whose readings a picture quotes: the end of what it shows, or the time as of which it is known,
/// whichever is earlier.
[[nodiscard]] UtcTime quotedMoment(const View& view, const ViewData& data);

/// The words of the view with its placeholders filled from the readings at quotedMoment(), as known then,
/// with the author and the logo that are set in `dataDir`. Without placeholders of readings no brief is made.
/// Errors: Malformed and Unavailable of readings.json, report.json and the logo; Storage.
[[nodiscard]] Result<PictureWords> loadPictureWords(Store& store, const View& view, const ViewData& data,
                                                    const QString& dataDir);

} // namespace holdline
