// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/episodearchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace holdline {

using namespace Qt::StringLiterals;

namespace {

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;

Error damaged(archive* reader)
{
    return {Error::Kind::Malformed, u"The episode's archive is damaged."_s,
            QString::fromUtf8(archive_error_string(reader))};
}

Result<QByteArray> content(archive* reader, archive_entry* entry)
{
    QByteArray bytes(archive_entry_size(entry), Qt::Uninitialized);
    const la_ssize_t size = archive_read_data(reader, bytes.data(), static_cast<size_t>(bytes.size()));
    if (size != bytes.size())
        return damaged(reader);
    return bytes;
}

} // namespace

Result<EpisodeFiles> unpackFiles(const QByteArray& archive)
{
    const Reader reader(archive_read_new(), &archive_read_free);
    archive_read_support_filter_all(reader.get());
    archive_read_support_format_tar(reader.get());
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_memory(reader.get(), archive.constData(), static_cast<size_t>(archive.size())) !=
        ARCHIVE_OK)
        return damaged(reader.get());
    EpisodeFiles files;
    archive_entry* entry = nullptr;
    int status = archive_read_next_header(reader.get(), &entry);
    for (; status == ARCHIVE_OK; status = archive_read_next_header(reader.get(), &entry)) {
        auto bytes = content(reader.get(), entry);
        if (bytes.hasError())
            return bytes.error();
        files.emplace(QString::fromUtf8(archive_entry_pathname(entry)), std::move(bytes).value());
    }
    if (status != ARCHIVE_EOF)
        return damaged(reader.get());
    return files;
}

Result<QByteArray> fileNamed(const EpisodeFiles& files, const QString& name)
{
    const auto found = files.find(name);
    if (found == files.end())
        return Error{Error::Kind::Malformed, u"The episode lacks its file \"%1\"."_s.arg(name)};
    return found->second;
}

} // namespace holdline
