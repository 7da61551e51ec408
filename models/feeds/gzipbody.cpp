// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/gzipbody.h"

#include <archive.h>
#include <memory>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype chunk = 256 * 1024;

struct FreeArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

/// Of bytes that are too few to tell, libarchive says nothing.
Error failure(archive* reader, const QByteArray& packed)
{
    const QByteArrayView said(archive_error_string(reader));
    if (packed.startsWith("\x1f\x8b") && (said.isEmpty() || said.contains("truncated")))
        return {Error::Kind::Network, u"The venue's answer was cut short."_s};
    return {Error::Kind::Malformed, u"The venue's answer cannot be unpacked."_s};
}

bool begins(archive* reader, const QByteArray& packed)
{
    archive_entry* entry = nullptr;
    archive_read_support_filter_gzip(reader);
    archive_read_support_format_raw(reader);
    return archive_read_open_memory(reader, packed.constData(), size_t(packed.size())) == ARCHIVE_OK &&
           archive_read_next_header(reader, &entry) == ARCHIVE_OK &&
           archive_filter_code(reader, 0) == ARCHIVE_FILTER_GZIP;
}

} // namespace

Result<QByteArray> unpackGzip(const QByteArray& packed, qint64 mostBytes)
{
    const std::unique_ptr<archive, FreeArchive> reader(archive_read_new());
    if (!begins(reader.get(), packed))
        return failure(reader.get(), packed);
    QByteArray body;
    QByteArray part(chunk, Qt::Uninitialized);
    while (true) {
        const la_ssize_t count = archive_read_data(reader.get(), part.data(), size_t(part.size()));
        if (count < 0)
            return failure(reader.get(), packed);
        if (count == 0)
            return body;
        body.append(part.constData(), qsizetype(count));
        if (body.size() > mostBytes)
            return Error{Error::Kind::Malformed,
                         u"The venue's answer is longer than %1 bytes."_s.arg(mostBytes)};
    }
}

} // namespace holdline
