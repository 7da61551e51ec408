// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/htmlrows.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>
#include <utility>

namespace holdline {

namespace {

/// Place of the next `<name` that begins a tag, or -1.
qsizetype findTag(const QByteArray& lower, QByteArrayView name, qsizetype from)
{
    const QByteArray opening = '<' + name.toByteArray();
    for (qsizetype at = lower.indexOf(opening, from); at >= 0; at = lower.indexOf(opening, at + 1)) {
        const qsizetype after = at + opening.size();
        if (after < lower.size() &&
            (lower[after] == '>' || lower[after] == '/' || std::isspace(static_cast<uchar>(lower[after]))))
            return at;
    }
    return -1;
}

bool hasClass(QByteArrayView tag, QByteArrayView className)
{
    qsizetype at = tag.indexOf("class");
    if (at < 0)
        return false;
    at = tag.indexOf('=', at);
    if (at < 0)
        return false;
    QByteArray value = tag.sliced(at + 1).trimmed().toByteArray();
    if (value.startsWith('"') || value.startsWith('\''))
        value = value.sliced(1, std::max<qsizetype>(value.indexOf(value[0], 1) - 1, 0));
    else
        value = value.first(value.indexOf('>') < 0 ? value.size() : value.indexOf('>'));
    return value.simplified().split(' ').contains(className.toByteArray());
}

QByteArray withEntities(QByteArray text)
{
    static constexpr std::array<std::pair<const char*, const char*>, 9> entities{{{"&nbsp;", " "},
                                                                                  {"&#160;", " "},
                                                                                  {"&minus;", "-"},
                                                                                  {"&#8722;", "-"},
                                                                                  {"&ndash;", "-"},
                                                                                  {"&#8211;", "-"},
                                                                                  {"&#45;", "-"},
                                                                                  {"&quot;", "\""},
                                                                                  {"&amp;", "&"}}};
    for (const auto& [name, character] : entities)
        text.replace(name, character);
    return text.replace("\xC2\xA0", " ").simplified();
}

QByteArray textOf(QByteArrayView html)
{
    QByteArray text;
    bool isTag = false;
    for (const char c : html) {
        if (c == '<')
            isTag = true;
        if (!isTag)
            text.append(c);
        if (c == '>' && isTag) {
            isTag = false;
            text.append(' ');
        }
    }
    return withEntities(text);
}

qsizetype cellAt(const QByteArray& lower, qsizetype from, qsizetype to)
{
    const qsizetype data = findTag(lower, "td", from);
    const qsizetype head = findTag(lower, "th", from);
    const qsizetype first = data < 0 ? head : head < 0 ? data : std::min(data, head);
    return first >= 0 && first < to ? first : -1;
}

void addRows(const QByteArray& page, const QByteArray& lower, qsizetype from, qsizetype to,
             std::vector<HtmlRow>& rows)
{
    qint64 line = 1 + std::count(page.begin(), page.begin() + from, '\n');
    for (qsizetype at = findTag(lower, "tr", from); at >= 0 && at < to;) {
        line += std::count(page.begin() + from, page.begin() + at, '\n');
        from = at;
        const qsizetype nextRow = findTag(lower, "tr", at + 1);
        const qsizetype end = nextRow < 0 ? to : std::min(nextRow, to);
        HtmlRow row{line, {}};
        for (qsizetype cell = cellAt(lower, at, end); cell >= 0;) {
            const qsizetype nextCell = cellAt(lower, cell + 1, end);
            const qsizetype cellEnd = nextCell < 0 ? end : nextCell;
            row.cells.push_back(textOf(QByteArrayView(page).sliced(cell, cellEnd - cell)));
            cell = nextCell;
        }
        if (!row.cells.empty())
            rows.push_back(std::move(row));
        at = nextRow;
    }
}

} // namespace

Result<std::vector<HtmlRow>> htmlRows(const QByteArray& page, QByteArrayView className)
{
    std::vector<HtmlRow> rows;
    const QByteArray lower = page.toLower();
    for (qsizetype at = findTag(lower, "table", 0); at >= 0; at = findTag(lower, "table", at + 1)) {
        const qsizetype tagEnd = lower.indexOf('>', at);
        const bool isWanted =
            tagEnd >= 0 &&
            (className.isEmpty() || hasClass(QByteArrayView(lower).sliced(at, tagEnd - at + 1), className));
        if (!isWanted)
            continue;
        const QByteArrayView closing = "</table";
        const qsizetype close =
            className.isEmpty() ? lower.lastIndexOf(closing) : lower.indexOf(closing, tagEnd);
        if (close < tagEnd)
            return malformed(QStringLiteral("the web page is cut off inside its table"));
        addRows(page, lower, tagEnd, close, rows);
        break;
    }
    return rows;
}

} // namespace holdline
