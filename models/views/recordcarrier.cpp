// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/recordcarrier.h"

#include "models/imports/crc32.h"

#include <QtEndian>

namespace holdline {

namespace {

const QByteArray pngSignature = QByteArrayLiteral("\x89PNG\r\n\x1a\n");
const QByteArray chunkType = QByteArrayLiteral("tEXt");
const QByteArray keyword = QByteArrayLiteral("Holdline\0");
const QByteArray elementBegin = QByteArrayLiteral("<holdline:record");
const QByteArray elementEnd = QByteArrayLiteral("</holdline:record>");

Error noRecord()
{
    return malformed(
        QStringLiteral("it holds no record of its numbers: Holdline did not write it, an earlier "
                       "version did, or another program has saved it since"));
}

Error cutOff()
{
    return malformed(QStringLiteral("it is cut off or damaged"));
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// Of a chunk's type and content.
quint32 chunkChecksum(QByteArrayView typed)
{
    Crc32 crc;
    crc.add(typed);
    return crc.value();
}

Result<QByteArray> inPng(const QByteArray& png)
{
    constexpr qsizetype frame = 12; ///< bytes of a chunk beside its content: length, type, checksum
    qsizetype at = pngSignature.size();
    while (at + frame <= png.size()) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(png.constData() + at));
        if (length > png.size() - at - frame)
            return cutOff();
        const auto typed = QByteArrayView(png).sliced(at + 4, length + 4);
        if (typed.startsWith(chunkType) && typed.sliced(4).startsWith(keyword)) {
            if (chunkChecksum(typed) != qFromBigEndian<quint32>(png.constData() + at + 8 + length))
                return cutOff();
            return typed.sliced(4 + keyword.size()).toByteArray();
        }
        if (typed.startsWith("IEND"))
            return noRecord();
        at += frame + length;
    }
    return cutOff();
}

Result<QByteArray> inElement(const QByteArray& file)
{
    const auto begin = file.indexOf(elementBegin);
    if (begin < 0)
        return noRecord();
    const auto text = file.indexOf('>', begin) + 1;
    const auto end = file.indexOf(elementEnd, begin);
    if (text <= 0 || end < text)
        return cutOff();
    return file.mid(text, end - text);
}

} // namespace

QByteArray pngWithRecord(const QByteArray& png, const QByteArray& text)
{
    constexpr qsizetype headerEnd = 33; ///< signature and IHDR
    const QByteArray typed = chunkType + keyword + text;
    const QByteArray chunk = bigEndian(static_cast<quint32>(typed.size() - chunkType.size())) + typed +
                             bigEndian(chunkChecksum(typed));
    return QByteArray(png).insert(headerEnd, chunk);
}

QByteArray svgWithRecord(const QByteArray& svg, const QByteArray& text)
{
    const QByteArray description = QByteArrayLiteral("</desc>");
    const auto place = svg.indexOf(description);
    return QByteArray(svg).insert(place + description.size(),
                                  "\n<metadata>" + recordElement(text) + "</metadata>");
}

QByteArray recordElement(const QByteArray& text)
{
    return elementBegin + " xmlns:holdline=\"urn:holdline:record\">" + text + elementEnd;
}

QString carrierFormat(const QByteArray& file)
{
    if (file.startsWith(pngSignature))
        return QStringLiteral("png");
    if (file.startsWith("%PDF-"))
        return QStringLiteral("pdf");
    if (file.startsWith("<"))
        return QStringLiteral("svg");
    return file.startsWith("{") ? QStringLiteral("json") : QString();
}

Result<QByteArray> recordTextIn(const QByteArray& file)
{
    const QString format = carrierFormat(file);
    if (format == QStringLiteral("png"))
        return inPng(file);
    if (format == QStringLiteral("json"))
        return file;
    if (!format.isEmpty())
        return inElement(file);
    if (file.startsWith("series,column,time,"))
        return malformed(
            QStringLiteral("a .csv holds numbers alone and does not say of which view; the .json "
                           "or a picture of the same export does"));
    return malformed(QStringLiteral("it is none of .png, .svg, .pdf and .json as export writes them"));
}

} // namespace holdline
