// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace holdline {

/// Contrast of two opaque colours by WCAG 2.1 (relative luminance): 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

/// The colour moved towards black or white, whichever is farther from the ground, only as far as it takes to
/// be read on it: `least` : 1.
[[nodiscard]] QColor readableOn(const QColor& colour, const QColor& ground, double least = 4.5);

} // namespace holdline
