// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/blockfile.h"

#include "models/cohorts/cohorterror.h"
#include "models/cohorts/corenumbers.h"
#include "models/cohorts/headersfile.h"
#include "models/cohorts/sha256.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace holdline {

namespace {

constexpr qsizetype markBytes = 8; ///< magic, size
constexpr qsizetype searchBytes = 1 << 20;
/// Twice what Core fills a file up to: a longer file is none of its.
constexpr qint64 mostFileBytes = 2 * 0x8000000;

/// Bytes of a hidden file.
class HiddenFile final {
public:
    HiddenFile(const QString& path, const FileKey& key) : m_file(path), m_key(key) {}

    [[nodiscard]] bool open()
    {
        // A pipe would be waited for; headers lie too far apart for a buffer.
        return QFileInfo(m_file).isFile() && m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    /// So many from an offset on; fewer at the end.
    [[nodiscard]] QByteArray read(qint64 offset, qsizetype count)
    {
        QByteArray bytes = offset < mostFileBytes && m_file.seek(offset) ? m_file.read(count) : QByteArray();
        unhide(bytes, offset, m_key);
        return bytes;
    }
    /// Where a mark stands next; -1 when it does not.
    [[nodiscard]] qint64 find(QByteArrayView mark, qint64 from)
    {
        for (;;) {
            const QByteArray piece = read(from, searchBytes);
            if (const qsizetype at = piece.indexOf(mark); at >= 0)
                return from + at;
            if (piece.size() < searchBytes)
                return -1;
            from += searchBytes - mark.size() + 1;
        }
    }

private:
    QFile m_file;
    const FileKey& m_key;
};

/// Of a record's beginning.
StoredBlock storedBlock(QByteArray head)
{
    head.append(coreNumberBytes, '\0');
    StoredBlock block{doubleSha256(QByteArrayView(head).sliced(markBytes, headerBytes)), 0};
    const auto* at = reinterpret_cast<const uchar*>(head.constData()) + markBytes + headerBytes;
    quint64 transactions = 0;
    if (readCompactSize(at, transactions))
        block.transactions = static_cast<quint32>(transactions);
    return block;
}

} // namespace

Result<FileKey> fileKey(QByteArrayView xorFile)
{
    FileKey key{};
    if (xorFile.isEmpty())
        return key;
    if (xorFile.size() != static_cast<qsizetype>(key.size()))
        return cohortError(
            CohortFault::UndoFile,
            QStringLiteral("The file xor.dat holds %1 bytes instead of 8.").arg(xorFile.size()));
    std::copy(xorFile.begin(), xorFile.end(), reinterpret_cast<char*>(key.data()));
    return key;
}

void unhide(QByteArray& bytes, qint64 offset, const FileKey& key)
{
    if (key == FileKey{})
        return;
    char* const plain = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        plain[i] = static_cast<char>(static_cast<uchar>(plain[i]) ^
                                     key[static_cast<std::size_t>(offset + i) % key.size()]);
}

Result<std::vector<StoredBlock>> readBlockFile(const QString& path, const FileKey& key,
                                               BitcoinNetwork network)
{
    HiddenFile file(path, key);
    if (!file.open())
        return cohortError(CohortFault::UndoAbsent, QStringLiteral("%1 cannot be read.").arg(path));
    const NetworkMagic magic = networkMagic(network);
    const QByteArrayView mark(magic.data(), magic.size());
    std::vector<StoredBlock> blocks;
    for (qint64 at = 0; at >= 0;) {
        const QByteArray head = file.read(at, markBytes + headerBytes + coreNumberBytes);
        if (!head.startsWith(mark)) { // zeros at the end, or what a crash left
            at = file.find(mark, at);
            continue;
        }
        if (head.size() < markBytes + headerBytes)
            break;
        blocks.push_back(storedBlock(head));
        const auto* const size = reinterpret_cast<const uchar*>(head.constData()) + magic.size();
        at += markBytes + static_cast<qint64>(littleEndian(size, 4));
    }
    return blocks;
}

} // namespace holdline
