// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace holdline {

/// Words of a person that are drawn beside others, without what would disturb those: tabs and line feeds
/// become spaces, other control characters, embeddings and overrides of direction (U+202A to U+202E) and
/// isolates without their partner (U+2066 to U+2069) are taken out, as are code points that are none; half a
/// surrogate pair becomes U+FFFD. Marks of direction (U+200E, U+200F, U+061C), joiners and combining marks
/// stay.
[[nodiscard]] QString harmlessLine(const QString& text);
/// The same of paragraphs, which line feeds divide.
[[nodiscard]] QString harmlessText(const QString& text);

/// The text held apart from the direction of what stands around it (U+2068, U+2069).
[[nodiscard]] QString isolated(const QString& text);
/// Whether a letter of it is written from right to left.
[[nodiscard]] bool hasRightToLeft(const QString& text);

} // namespace holdline
