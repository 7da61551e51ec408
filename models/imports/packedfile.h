// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/bytesource.h"
#include "models/imports/unpacker.h"

#include <QString>

#include <memory>
#include <vector>

namespace holdline {

/// A file that a person brought: plain, gzip, zstd or zip, told by its first bytes. The members of a zip are
/// files of their own; any other file is its own only member.
class PackedFile {
public:
    /// Looks at the file; a zip is read through once, so that a damaged one is refused before anything is
    /// taken from it. Errors: Unavailable (not there, a folder, no permission), Malformed (damaged).
    [[nodiscard]] static Result<PackedFile> look(const QString& path);

    /// Names in a zip, in its order; else one empty name.
    [[nodiscard]] const std::vector<QString>& members() const { return m_members; }
    /// A member's bytes, unpacked on a second thread while the caller works on those before.
    [[nodiscard]] std::unique_ptr<ByteSource> open(std::size_t member) const;

private:
    QString m_path;
    qint64 m_size = 0;
    Packing m_packing = Packing::Plain;
    std::vector<QString> m_members;

    PackedFile(QString path, qint64 size, Packing packing);
    Result<Done> listZip();
};

} // namespace holdline
