// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/harmlesstext.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace holdline {

namespace {

constexpr char16_t firstStrongIsolate = 0x2068;
constexpr char16_t popIsolate = 0x2069;

bool isOverride(char32_t c)
{
    return c >= 0x202A && c <= 0x202E;
}

bool beginsIsolate(char16_t c)
{
    return c >= 0x2066 && c <= firstStrongIsolate;
}

bool isBreak(char32_t c)
{
    return c == u'\t' || c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029;
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/// U+FFFE, U+FFFF and their like on other planes (https://www.unicode.org/faq/private_use.html#nonchar8).
bool isNoCharacter(char32_t c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

QString wellFormed(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (const uint code : text.toUcs4()) {
        if (QChar::isSurrogate(code))
            result += QChar(QChar::ReplacementCharacter);
        else if (isBreak(code))
            result += u' ';
        else if (!isControl(code) && !isOverride(code) && !isNoCharacter(code))
            result += QChar::fromUcs4(code);
    }
    return result;
}

QString withoutLoneIsolates(QString text)
{
    std::vector<qsizetype> open;
    std::vector<qsizetype> lone;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (beginsIsolate(text[i].unicode()))
            open.push_back(i);
        else if (text[i].unicode() == popIsolate && open.empty())
            lone.push_back(i);
        else if (text[i].unicode() == popIsolate)
            open.pop_back();
    }
    lone.insert(lone.end(), open.begin(), open.end());
    std::sort(lone.rbegin(), lone.rend());
    for (const qsizetype place : lone)
        text.remove(place, 1);
    return text;
}

} // namespace

QString harmlessLine(const QString& text)
{
    return withoutLoneIsolates(wellFormed(text));
}

QString harmlessText(const QString& text)
{
    QString lines = text;
    QStringList paragraphs = lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n"))
                                 .replace(QChar(QChar::ParagraphSeparator), u'\n')
                                 .replace(u'\r', u'\n')
                                 .split(u'\n');
    for (QString& paragraph : paragraphs)
        paragraph = harmlessLine(paragraph);
    return paragraphs.join(u'\n');
}

QString isolated(const QString& text)
{
    return QChar(firstStrongIsolate) + text + QChar(popIsolate);
}

bool hasRightToLeft(const QString& text)
{
    const auto codes = text.toUcs4();
    return std::any_of(codes.begin(), codes.end(), [](uint code) {
        const auto direction = QChar::direction(code);
        return direction == QChar::DirR || direction == QChar::DirAL;
    });
}

} // namespace holdline
