// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/packedlayout.h"

#include "models/store/checksum.h"

namespace holdline::packed {

namespace {

constexpr quint16 formatVersion = 1;

template <typename T>
void put(char*& at, T value)
{
    std::memcpy(at, &value, sizeof value);
    at += sizeof value;
}

Error damaged(const QString& detail)
{
    return {Error::Kind::Storage, QStringLiteral("the stored candles are damaged"), detail};
}

bool isSound(const ColumnShape& shape)
{
    return (shape.width == 0 || shape.width == 4 || shape.width == 8 || shape.width == 16) &&
           shape.exponent <= 8;
}

Result<Header> readHeader(QByteArrayView bytes)
{
    if (bytes.size() < headerBytes)
        return damaged(QStringLiteral("too short"));
    const char* at = bytes.data();
    if (take<quint64>(at) != checksum(bytes.sliced(sizeof(quint64))))
        return damaged(QStringLiteral("checksum differs"));
    const auto version = take<quint16>(at);
    const auto columns = take<quint16>(at);
    if (version != formatVersion || columns != columnCount)
        return Error{Error::Kind::Storage,
                     QStringLiteral("the stored candles have format %1, this version reads format %2")
                         .arg(version)
                         .arg(formatVersion)};
    Header header;
    header.count = take<quint32>(at);
    header.first = take<quint32>(at);
    header.step = take<quint32>(at);
    for (ColumnShape& shape : header.shapes) {
        shape.width = take<quint8>(at);
        shape.exponent = take<quint8>(at);
        shape.hasBitmap = take<quint8>(at) != 0;
        ++at;
        if (!isSound(shape))
            return damaged(QStringLiteral("unknown column shape"));
    }
    return header;
}

} // namespace

Result<Layout> readLayout(QByteArrayView bytes)
{
    auto header = readHeader(bytes);
    if (header.hasError())
        return header.error();
    Layout layout{.header = header.value(), .times = {}};
    const auto count = static_cast<qsizetype>(layout.header.count);
    QByteArrayView rest = bytes.sliced(headerBytes);
    const auto cut = [&rest](qsizetype size) {
        const QByteArrayView part = rest.first(std::min(size, rest.size()));
        rest = rest.sliced(part.size());
        return part;
    };
    qsizetype needed = layout.header.step == 0 ? (count * 4 + 7) / 8 * 8 : 0;
    layout.times = cut(needed);
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const qsizetype size = columnBytes(layout.header.shapes[i], count);
        layout.columns[i] = cut(size);
        needed += size;
    }
    if (headerBytes + needed != bytes.size())
        return damaged(QStringLiteral("length differs"));
    return layout;
}

void writeHeader(const Header& header, QByteArray& bytes)
{
    char* at = bytes.data() + sizeof(quint64);
    put(at, formatVersion);
    put(at, static_cast<quint16>(columnCount));
    put(at, header.count);
    put(at, header.first);
    put(at, header.step);
    for (const ColumnShape& shape : header.shapes) {
        put(at, shape.width);
        put(at, shape.exponent);
        put(at, static_cast<quint8>(shape.hasBitmap));
        put(at, quint8{0});
    }
    at = bytes.data();
    put(at, checksum(QByteArrayView(bytes).sliced(sizeof(quint64))));
}

} // namespace holdline::packed
