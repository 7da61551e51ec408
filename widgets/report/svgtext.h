// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace holdline {

/// Without every character that XML 1.0 allows neither as it is nor as a reference
/// (https://www.w3.org/TR/xml/#charsets).
[[nodiscard]] QByteArray withoutForbidden(QByteArray xml);

/// Puts a title into an SVG document whose `<title>` is `placeholder`, and removes what is forbidden, in
/// drawn text too.
[[nodiscard]] QByteArray withTitle(QByteArray svg, const QByteArray& placeholder, const QString& title);

/// Puts an author behind the words of its `<desc>`: `Holdline 0.1.0, author: A desk`.
[[nodiscard]] QByteArray withAuthor(QByteArray svg, const QByteArray& description, const QString& author);

} // namespace holdline
