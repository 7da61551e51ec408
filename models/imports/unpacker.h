// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/imports/crc32.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>
#include <span>

struct archive;

namespace holdline {

enum class Packing { Plain, Gzip, Zstd, Zip };

/// Reads the bytes of one packed file in order (libarchive), with the checks that it leaves out.
class Unpacker {
public:
    Unpacker(QString path, Packing packing);

    /// Goes to the next member: its name, or nothing at the end. A file that is no zip has one, without name.
    [[nodiscard]] Result<std::optional<QString>> nextMember();
    /// Fills the buffer; fewer bytes only at the end. Error: Malformed when the file is cut or damaged.
    [[nodiscard]] Result<qsizetype> read(std::span<char> buffer);
    [[nodiscard]] qint64 bytesTaken() const; ///< of the file on disk

private:
    struct Close {
        void operator()(archive* a) const;
    };

    QString m_path;
    Packing m_packing;
    std::unique_ptr<archive, Close> m_archive;
    Crc32 m_crc;
    quint64 m_length = 0;

    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Error damage() const;
    [[nodiscard]] Result<Done> checkGzipTrailer() const;
};

/// Told by the first bytes.
[[nodiscard]] Packing packingOf(QByteArrayView firstBytes);

} // namespace holdline
