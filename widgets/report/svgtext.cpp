// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/svgtext.h"

#include <algorithm>

namespace holdline {

namespace {

bool isForbidden(char byte)
{
    return static_cast<uchar>(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

/// Puts a text in the place of another, of the first element of that name alone.
QByteArray withElement(QByteArray svg, const QByteArray& name, const QByteArray& old, const QString& text)
{
    const auto tagged = [&name](const QByteArray& words) {
        return '<' + name + '>' + words + "</" + name + '>';
    };
    if (const auto place = svg.indexOf(tagged(old)); place >= 0)
        svg.replace(place, tagged(old).size(), tagged(text.toHtmlEscaped().toUtf8()));
    return withoutForbidden(std::move(svg));
}

} // namespace

QByteArray withoutForbidden(QByteArray xml)
{
    xml.erase(std::remove_if(xml.begin(), xml.end(), isForbidden), xml.end());
    return xml.replace("\xEF\xBF\xBE", "").replace("\xEF\xBF\xBF", ""); // U+FFFE and U+FFFF
}

QByteArray withTitle(QByteArray svg, const QByteArray& placeholder, const QString& title)
{
    return withElement(std::move(svg), "title", placeholder, title);
}

QByteArray withAuthor(QByteArray svg, const QByteArray& description, const QString& author)
{
    return withElement(std::move(svg), "desc", description,
                       QString::fromLatin1(description) + QStringLiteral(", author: ") + author);
}

} // namespace holdline
