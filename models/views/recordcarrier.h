// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QString>

namespace holdline {

// Puts the text of a record (reportrecord.h) into the bytes of a file, and finds it there again.

/// As a tEXt chunk under the keyword `Holdline`, behind the header (https://www.w3.org/TR/png-3/#11tEXt).
[[nodiscard]] QByteArray pngWithRecord(const QByteArray& png, const QByteArray& text);
/// As an element in `<metadata>`, behind the description.
[[nodiscard]] QByteArray svgWithRecord(const QByteArray& svg, const QByteArray& text);
/// As an element for any XML: for the metadata of a PDF.
[[nodiscard]] QByteArray recordElement(const QByteArray& text);

/// `png`, `svg`, `pdf` or `json` by the first bytes; empty for any other file.
[[nodiscard]] QString carrierFormat(const QByteArray& file);

/// The text in a PNG, SVG or PDF; a JSON text is the record itself. Malformed: a file of another kind, a
/// damaged one, or one without a record.
[[nodiscard]] Result<QByteArray> recordTextIn(const QByteArray& file);

} // namespace holdline
