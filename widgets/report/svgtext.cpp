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

QByteArray tagged(const QByteArray& text)
{
    return "<title>" + text + "</title>";
}

} // namespace

QByteArray withoutForbidden(QByteArray xml)
{
    xml.erase(std::remove_if(xml.begin(), xml.end(), isForbidden), xml.end());
    return xml.replace("\xEF\xBF\xBE", "").replace("\xEF\xBF\xBF", ""); // U+FFFE and U+FFFF
}

QByteArray withTitle(QByteArray svg, const QByteArray& placeholder, const QString& title)
{
    const QByteArray old = tagged(placeholder);
    if (const auto place = svg.indexOf(old); place >= 0)
        svg.replace(place, old.size(), tagged(title.toHtmlEscaped().toUtf8()));
    return withoutForbidden(std::move(svg));
}

} // namespace holdline
