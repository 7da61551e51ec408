// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <archive.h>
#include <archive_entry.h>
#include <cstdio>
#include <memory>

#include "resources/episodes/generator/january2026.h"

namespace {

using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;

bool writeMember(archive* writer, const holdline::Member& member)
{
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              &archive_entry_free);
    archive_entry_set_pathname(entry.get(), member.name.toUtf8().constData());
    archive_entry_set_size(entry.get(), member.bytes.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    return archive_write_header(writer, entry.get()) == ARCHIVE_OK &&
           archive_write_data(writer, member.bytes.constData(), static_cast<size_t>(member.bytes.size())) ==
               member.bytes.size();
}

bool writeArchive(const char* path)
{
    const Writer writer(archive_write_new(), &archive_write_free);
    archive_write_set_format_ustar(writer.get());
    archive_write_add_filter_zstd(writer.get());
    archive_write_set_filter_option(writer.get(), nullptr, "compression-level", "19");
    if (archive_write_open_filename(writer.get(), path) != ARCHIVE_OK)
        return false;
    for (const holdline::Member& member : holdline::makeJanuary2026()) {
        if (!writeMember(writer.get(), member))
            return false;
    }
    return archive_write_close(writer.get()) == ARCHIVE_OK;
}

} // namespace

/// Writes the episode: `holdline_episode_generator resources/episodes/january-2026.tar.zst`.
int main(int argc, char** argv)
{
    if (argc != 2 || !writeArchive(argv[1])) {
        std::fputs("Usage: holdline_episode_generator FILE.tar.zst\n", stderr);
        return argc == 2 ? 1 : 2;
    }
    return 0;
}
