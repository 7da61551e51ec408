// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/unpacker.h"

#include <QFile>
#include <QtEndian>

#include <archive.h>
#include <archive_entry.h>

namespace holdline {

namespace {

QString nameOf(Packing packing)
{
    switch (packing) {
    case Packing::Plain:
        return QStringLiteral("file");
    case Packing::Gzip:
        return QStringLiteral("gzip file");
    case Packing::Zstd:
        return QStringLiteral("zstd file");
    case Packing::Zip:
        return QStringLiteral("zip file");
    }
    Q_UNREACHABLE();
}

QString memberName(archive_entry* entry)
{
    const char* const utf8 = archive_entry_pathname_utf8(entry);
    return QString::fromUtf8(utf8 ? utf8 : archive_entry_pathname(entry));
}

bool isData(archive_entry* entry, const QString& name)
{
    return archive_entry_filetype(entry) == AE_IFREG && !name.startsWith(QStringLiteral("__MACOSX/")) &&
           !name.endsWith(QLatin1Char('/'));
}

} // namespace

Packing packingOf(QByteArrayView firstBytes)
{
    const auto startsWith = [&](const char* magic, qsizetype size) {
        return firstBytes.startsWith(QByteArrayView(magic, size));
    };
    if (startsWith("\x1F\x8B", 2))
        return Packing::Gzip;
    const bool isSkippable = firstBytes.size() >= 4 && (firstBytes[0] & 0xF0) == 0x50 &&
                             firstBytes.sliced(1, 3) == QByteArrayView("\x2A\x4D\x18", 3);
    if (startsWith("\x28\xB5\x2F\xFD", 4) || isSkippable)
        return Packing::Zstd;
    if (startsWith("PK\x03\x04", 4) || startsWith("PK\x05\x06", 4))
        return Packing::Zip;
    return Packing::Plain;
}

void Unpacker::Close::operator()(archive* a) const
{
    archive_read_free(a);
}

Unpacker::Unpacker(QString path, Packing packing) : m_path(std::move(path)), m_packing(packing) {}

Error Unpacker::damage() const
{
    return {Error::Kind::Malformed, QStringLiteral("the %1 is cut off or damaged").arg(nameOf(m_packing)),
            QString::fromUtf8(archive_error_string(m_archive.get()))};
}

Result<Done> Unpacker::open()
{
    m_archive.reset(archive_read_new());
    archive* const a = m_archive.get();
    if (m_packing == Packing::Gzip)
        archive_read_support_filter_gzip(a);
    if (m_packing == Packing::Zstd)
        archive_read_support_filter_zstd(a);
    // The seeking reader alone: it needs the directory at the end, so a cut zip is not taken for a whole one.
    if (m_packing == Packing::Zip)
        archive_read_support_format_zip_seekable(a);
    else
        archive_read_support_format_raw(a);
    if (m_packing != Packing::Zip)
        archive_read_support_format_empty(a);
    constexpr std::size_t blockSize = 1 << 20;
    if (archive_read_open_filename(a, QFile::encodeName(m_path).constData(), blockSize) != ARCHIVE_OK)
        return m_packing == Packing::Plain
                   ? Error{Error::Kind::Unavailable, QStringLiteral("the file cannot be read"),
                           QString::fromUtf8(archive_error_string(a))}
                   : damage();
    const bool isFiltered = m_packing == Packing::Gzip || m_packing == Packing::Zstd;
    if (isFiltered && archive_filter_code(a, 0) == ARCHIVE_FILTER_NONE)
        return damage();
    return Done{};
}

Result<std::optional<QString>> Unpacker::nextMember()
{
    if (!m_archive) {
        const auto opened = open();
        if (opened.hasError())
            return opened.error();
    }
    for (;;) {
        archive_entry* entry = nullptr;
        const int code = archive_read_next_header(m_archive.get(), &entry);
        if (code == ARCHIVE_EOF)
            return std::optional<QString>{};
        if (code != ARCHIVE_OK)
            return damage();
        if (m_packing != Packing::Zip)
            return std::optional(QString{});
        if (archive_entry_is_encrypted(entry))
            return Error{Error::Kind::Malformed,
                         QStringLiteral("the zip file is locked with a password; unpack it first")};
        const QString name = memberName(entry);
        if (isData(entry, name))
            return std::optional(name);
    }
}

Result<qsizetype> Unpacker::read(std::span<char> buffer)
{
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const auto got = archive_read_data(m_archive.get(), buffer.data() + filled, buffer.size() - filled);
        if (got < 0)
            return m_packing == Packing::Plain
                       ? Error{Error::Kind::Unavailable, QStringLiteral("the file cannot be read to its end"),
                               QString::fromUtf8(archive_error_string(m_archive.get()))}
                       : damage();
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    if (m_packing == Packing::Gzip) {
        m_crc.add({buffer.data(), static_cast<qsizetype>(filled)});
        m_length += filled;
        if (filled < buffer.size()) {
            const auto checked = checkGzipTrailer();
            if (checked.hasError())
                return checked.error();
        }
    }
    return static_cast<qsizetype>(filled);
}

// libarchive does not look at gzip's checksum. Files of several members joined have one for each; of those
// only the length of the last can be known here.
Result<Done> Unpacker::checkGzipTrailer() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || file.size() < 18 || !file.seek(file.size() - 8))
        return damage();
    const QByteArray trailer = file.read(8);
    if (trailer.size() != 8)
        return damage();
    const auto crc = qFromLittleEndian<quint32>(trailer.constData());
    const auto length = qFromLittleEndian<quint32>(trailer.constData() + 4);
    const bool isOneMember = static_cast<quint32>(m_length) == length;
    if (isOneMember ? crc != m_crc.value() : m_length < length)
        return damage();
    return Done{};
}

qint64 Unpacker::bytesTaken() const
{
    return m_archive ? archive_filter_bytes(m_archive.get(), -1) : 0;
}

} // namespace holdline
