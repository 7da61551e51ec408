// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace holdline {

/// What a PDF says of itself.
struct PdfInfo {
    QString title;
    QString author;
    QString subject;
    QString creator;
    UtcTime created;
};

/// A place in a PDF that its list of contents leads to.
struct PdfBookmark {
    QString title;
    int page = 0;   ///< from 0
    double top = 0; ///< below the page's upper edge, in shares of its height
};

/// Puts the info in the place of what QPdfWriter wrote: it knows no author and no subject, and its date is
/// that of the writing, in the zone of the machine. With bookmarks, a list of contents, shown at opening. The
/// same in gives the same bytes. What is no PDF comes back as it was.
[[nodiscard]] QByteArray withInfo(const QByteArray& pdf, const PdfInfo& info,
                                  const std::vector<PdfBookmark>& bookmarks = {});

/// The same as XMP (ISO 16684-1), with an element of another vocabulary or none.
[[nodiscard]] QByteArray xmpOf(const PdfInfo& info, const QByteArray& element);

} // namespace holdline
