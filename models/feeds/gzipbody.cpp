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
using Reader = std::unique_ptr<archive, FreeArchive>;

Error failure(archive* reader)
{
    if (QByteArrayView(archive_error_string(reader)).contains("truncated"))
        return {Error::Kind::Network, u"The venue's answer was cut short."_s};
    return {Error::Kind::Malformed, u"The venue's answer cannot be unpacked."_s};
}

/// nullptr when these bytes are not gzip at all.
Reader readerOf(const QByteArray& packed)
{
    Reader reader(archive_read_new());
    archive_entry* entry = nullptr;
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_raw(reader.get());
    const bool isGzip =
        archive_read_open_memory(reader.get(), packed.constData(), size_t(packed.size())) == ARCHIVE_OK &&
        archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK &&
        archive_filter_code(reader.get(), 0) == ARCHIVE_FILTER_GZIP;
    return isGzip ? std::move(reader) : nullptr;
}

} // namespace

Result<QByteArray> unpackGzip(const QByteArray& packed, qint64 mostBytes)
{
    const Reader reader = readerOf(packed);
    if (!reader)
        return Error{Error::Kind::Malformed, u"The venue's answer cannot be unpacked."_s};
    QByteArray body;
    QByteArray part(chunk, Qt::Uninitialized);
    while (true) {
        const la_ssize_t count = archive_read_data(reader.get(), part.data(), size_t(part.size()));
        if (count < 0)
            return failure(reader.get());
        if (count == 0)
            return body;
        body.append(part.constData(), qsizetype(count));
        if (body.size() > mostBytes)
            return Error{Error::Kind::Malformed,
                         u"The venue's answer is longer than %1 bytes."_s.arg(mostBytes)};
    }
}

} // namespace holdline
