// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QRect>
#include <QSize>

class QPainter;

namespace holdline {

/// Whether the bytes are a picture that can be drawn: PNG of at most 4096 pixels a side, or SVG that
/// names no other files. No bytes are no logo. Malformed: they are not.
[[nodiscard]] Result<Done> checkLogo(const QByteArray& logo);

/// As large as fits into `most` in its own shape, in the units of that; empty without a logo that can be
/// drawn.
[[nodiscard]] QSize logoSize(const QByteArray& logo, QSize most);

/// An SVG stays vectors where the painter draws these.
void paintLogo(QPainter& painter, const QByteArray& logo, const QRect& rect);

} // namespace holdline
