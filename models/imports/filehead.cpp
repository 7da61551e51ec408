// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/filehead.h"

#include "models/imports/delimited.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr qsizetype headSize = 1 << 16;
constexpr std::size_t headLines = 32; // a pasted header may have a line a column

bool isUtf16(QByteArrayView head)
{
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
        return true;
    const auto start = head.first(std::min<qsizetype>(head.size(), 64));
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < start.size(); ++i)
        zeros[i % 2] += start[i] == '\0';
    const qsizetype half = start.size() / 2;
    return half > 4 &&
           ((zeros[0] > half * 3 / 4 && zeros[1] == 0) || (zeros[1] > half * 3 / 4 && zeros[0] == 0));
}

bool isControl(char c)
{
    return static_cast<uchar>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

bool isBinary(QByteArrayView head)
{
    const auto start = head.first(std::min<qsizetype>(head.size(), 4096));
    const auto firstLine = start.first(start.indexOf('\n') < 0 ? start.size() : start.indexOf('\n'));
    const auto controls = std::count_if(start.begin(), start.end(), isControl);
    return controls * 20 > start.size() || std::any_of(firstLine.begin(), firstLine.end(), isControl);
}

QByteArrayView withoutBlanks(QByteArrayView head)
{
    return head.trimmed();
}

FileHead::Shape shapeOf(QByteArrayView text)
{
    if (text.startsWith('{') || text.startsWith('['))
        return FileHead::Shape::Json;
    return text.startsWith('<') ? FileHead::Shape::Html : FileHead::Shape::Lines;
}

std::vector<FileHead::Line> splitLines(QByteArrayView head, bool isWhole)
{
    std::vector<FileHead::Line> lines;
    qint64 number = 0;
    while (!head.isEmpty() && lines.size() < headLines) {
        const qsizetype end = head.indexOf('\n');
        if (end < 0 && !isWhole)
            break;
        auto line = end < 0 ? head : head.first(end);
        if (line.endsWith('\r'))
            line.chop(1);
        ++number;
        if (!line.trimmed().isEmpty())
            lines.push_back({number, line.toByteArray(), {}});
        head = end < 0 ? QByteArrayView{} : head.sliced(end + 1);
    }
    return lines;
}

void splitFields(FileHead& head)
{
    QByteArray all;
    for (const auto& line : head.lines)
        all += line.text + '\n';
    head.separator = separatorOf(all);
    FieldSplitter splitter(head.separator);
    for (auto& line : head.lines) {
        for (const auto field : splitter.split(line.text))
            line.fields.push_back(field.toByteArray());
    }
    head.columns = head.lines.front().fields;
}

} // namespace

int FileHead::columnNamed(std::initializer_list<QByteArrayView> names) const
{
    for (const auto name : names) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (normalName(columns[i]) == name)
                return static_cast<int>(i);
        }
    }
    return -1;
}

QByteArray normalName(QByteArrayView name)
{
    QByteArray normal = name.trimmed().toByteArray().toLower();
    normal.replace(' ', '_');
    return normal;
}

QString quoted(QByteArrayView line)
{
    constexpr qsizetype most = 80;
    QString text = QString::fromUtf8(line.first(std::min(line.size(), most)));
    for (QChar& c : text) {
        if (!c.isPrint())
            c = QLatin1Char('?');
    }
    return QStringLiteral("“%1%2”").arg(text, line.size() > most ? QStringLiteral("…") : QString());
}

Result<FileHead> readHead(QByteArrayView firstChunk)
{
    const auto bytes = firstChunk.first(std::min(firstChunk.size(), headSize));
    if (isUtf16(bytes))
        return malformed(QStringLiteral("the file is UTF-16 text; save it as UTF-8 and import it again"));
    const auto text = withoutBlanks(bytes);
    if (text.isEmpty())
        return malformed(QStringLiteral("the file holds nothing but blanks"));
    if (isBinary(bytes))
        return malformed(QStringLiteral("the file is binary, not text; line 1: %1")
                             .arg(quoted(text.first(std::min<qsizetype>(text.size(), 16)))));
    FileHead head;
    head.shape = shapeOf(text);
    if (head.shape != FileHead::Shape::Lines)
        return head;
    head.lines = splitLines(bytes, bytes.size() == firstChunk.size());
    if (head.lines.empty())
        return malformed(QStringLiteral("line 1 is longer than %1 bytes: not a table").arg(headSize));
    splitFields(head);
    return head;
}

} // namespace holdline
