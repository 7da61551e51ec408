// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/packedfile.h"

#include "models/imports/unpackedstream.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <utility>

namespace holdline {

namespace {

Error unavailable(const QString& why)
{
    return {Error::Kind::Unavailable, why};
}

Result<Done> readable(const QFileInfo& info)
{
    if (!info.exists())
        return unavailable(QStringLiteral("there is no such file"));
    if (info.isDir())
        return unavailable(QStringLiteral("this is a folder; name the files in it"));
    if (!info.isFile())
        return unavailable(QStringLiteral("this is not an ordinary file"));
    if (!info.isReadable())
        return unavailable(QStringLiteral("the file may not be read: its permissions forbid it"));
    if (info.size() == 0)
        return Error{Error::Kind::Malformed, QStringLiteral("the file is empty")};
    return Done{};
}

/// A zip of nothing is its end record alone: the signature, counts of 0, the length of a comment, the
/// comment.
bool isZipOfNothing(const QByteArray& firstBytes, qint64 size)
{
    constexpr qsizetype recordSize = 22;
    if (firstBytes.size() < recordSize || !firstBytes.startsWith("PK\x05\x06"))
        return false;
    const auto number = [&](qsizetype at) { return qFromLittleEndian<quint16>(firstBytes.constData() + at); };
    return number(10) == 0 && size == recordSize + number(20);
}

Error noFiles()
{
    return {Error::Kind::Malformed, QStringLiteral("the zip file holds no files")};
}

} // namespace

PackedFile::PackedFile(QString path, qint64 size, Packing packing)
    : m_path(std::move(path)),
      m_size(size),
      m_packing(packing)
{
}

Result<PackedFile> PackedFile::look(const QString& path)
{
    const QFileInfo info(path);
    const auto fit = readable(info);
    if (fit.hasError())
        return fit.error();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unavailable(QStringLiteral("the file cannot be opened: %1").arg(file.errorString()));
    const QByteArray firstBytes = file.read(32);
    if (isZipOfNothing(firstBytes, info.size()))
        return noFiles();
    PackedFile packed(path, info.size(), packingOf(firstBytes));
    if (packed.m_packing != Packing::Zip) {
        packed.m_members.emplace_back();
        return packed;
    }
    const auto listed = packed.listZip();
    if (listed.hasError())
        return listed.error();
    return packed;
}

Result<Done> PackedFile::listZip()
{
    Unpacker unpacker(m_path, m_packing);
    std::vector<char> buffer(1 << 20);
    for (;;) {
        const auto name = unpacker.nextMember();
        if (name.hasError())
            return name.error();
        if (!name.value())
            break;
        m_members.push_back(*name.value());
        for (qsizetype got = 1; got > 0;) {
            const auto part = unpacker.read(buffer);
            if (part.hasError())
                return part.error();
            got = part.value();
        }
    }
    if (m_members.empty())
        return noFiles();
    return Done{};
}

std::unique_ptr<ByteSource> PackedFile::open(std::size_t member) const
{
    return std::make_unique<UnpackedStream>(Unpacker(m_path, m_packing), member, m_size);
}

} // namespace holdline
