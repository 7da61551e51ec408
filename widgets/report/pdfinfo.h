// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>
#include <QString>

namespace holdline {

/// What a PDF says of itself.
struct PdfInfo {
    QString title;
    QString author;
    QString subject;
    QString creator;
    UtcTime created;
};

/// Puts the info in the place of what QPdfWriter wrote: it knows no author and no subject, and its date is
/// that of the writing, in the zone of the machine. The offsets of what lies behind are set right.
[[nodiscard]] QByteArray withInfo(QByteArray pdf, const PdfInfo& info);

/// The same as XMP (ISO 16684-1), with an element of another vocabulary or none.
[[nodiscard]] QByteArray xmpOf(const PdfInfo& info, const QByteArray& element);

} // namespace holdline
