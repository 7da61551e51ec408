// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/undofile.h"

#include "models/cohorts/cohorterror.h"
#include "models/cohorts/corenumbers.h"
#include "models/cohorts/sha256.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr qsizetype recordHead = 8;
constexpr qsizetype checksumBytes = 32;

Error undoError(const QString& reason)
{
    return cohortError(CohortFault::UndoFile,
                       QStringLiteral("The undo file cannot be read: %1.").arg(reason));
}

QByteArray unhidden(QByteArrayView bytes, const UndoKey& key)
{
    // Numbers are read without looking for the end: zeros stand behind it.
    QByteArray plain(bytes.size() + coreNumberBytes, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        plain[i] =
            static_cast<char>(static_cast<uchar>(bytes[i]) ^ key[static_cast<std::size_t>(i) % key.size()]);
    return plain;
}

/// One spent output. False when it is invalid or goes past the end.
bool readSpend(const uchar*& at, const uchar* end, HeightSpend& spend)
{
    quint32 code = 0;
    quint32 oldVersion = 0;
    quint64 compressed = 0;
    quint32 selector = 0;
    if (!readVarint(at, code) || at >= end)
        return false;
    if (code >> 1 > 0 && (!readVarint(at, oldVersion) || at >= end))
        return false;
    if (!readVarint(at, compressed) || at >= end || !decodeAmount(compressed, spend.value))
        return false;
    if (!readVarint(at, selector) || at > end)
        return false;
    const quint32 script = scriptBytes(selector);
    if (end - at < static_cast<std::ptrdiff_t>(script))
        return false;
    at += script;
    spend.height = code >> 1;
    spend.count = 1;
    spend.coinbaseValue = code & 1 ? spend.value : 0;
    return true;
}

/// All that a record says was spent. Absent when it is damaged.
std::optional<std::vector<HeightSpend>> readSpends(const uchar* at, const uchar* end)
{
    std::vector<HeightSpend> spends;
    quint64 transactions = 0;
    if (at == end || !readCompactSize(at, transactions))
        return std::nullopt;
    for (; transactions > 0; --transactions) {
        quint64 inputs = 0;
        if (at >= end || !readCompactSize(at, inputs))
            return std::nullopt;
        for (; inputs > 0; --inputs) {
            HeightSpend spend;
            if (at >= end || !readSpend(at, end, spend))
                return std::nullopt;
            spends.push_back(spend);
        }
    }
    return at == end ? std::optional(std::move(spends)) : std::nullopt;
}

/// The height whose block the record belongs to: its checksum covers the hash of the block before.
std::optional<quint32> heightOf(QByteArrayView data, QByteArrayView checksum,
                                std::span<const BlockHash> hashes, quint32 from)
{
    const quint32 end =
        static_cast<quint32>(std::min<std::size_t>(hashes.size(), std::size_t{from} + undoReach));
    for (quint32 height = std::max(from, 1U); height < end; ++height) {
        const BlockHash& previous = hashes[height - 1];
        Sha256 hash;
        hash.add({reinterpret_cast<const char*>(previous.bytes.data()), checksumBytes});
        hash.add(data);
        const auto once = hash.finish();
        const auto twice = sha256({reinterpret_cast<const char*>(once.data()), checksumBytes});
        if (std::equal(twice.begin(), twice.end(), reinterpret_cast<const uchar*>(checksum.data())))
            return height;
    }
    return std::nullopt;
}

} // namespace

Result<UndoKey> undoKey(QByteArrayView xorFile)
{
    UndoKey key{};
    if (xorFile.isEmpty())
        return key;
    if (xorFile.size() != static_cast<qsizetype>(key.size()))
        return undoError(QStringLiteral("xor.dat holds %1 bytes instead of 8").arg(xorFile.size()));
    std::copy(xorFile.begin(), xorFile.end(), reinterpret_cast<char*>(key.data()));
    return key;
}

Result<UndoBlocks> readUndoFile(QByteArrayView bytes, const UndoKey& key, BitcoinNetwork network,
                                std::span<const BlockHash> hashes, std::span<const quint32> times,
                                quint32 fromHeight)
{
    const QByteArray plain = unhidden(bytes, key);
    const NetworkMagic magic = networkMagic(network);
    const auto* const begin = reinterpret_cast<const uchar*>(plain.constData());
    UndoBlocks found;
    quint32 next = fromHeight;
    for (qsizetype at = 0; bytes.size() - at >= recordHead;) {
        const uchar* const head = begin + at;
        if (std::all_of(head, head + magic.size(), [](uchar byte) { return byte == 0; }))
            break;
        if (!std::equal(magic.begin(), magic.end(), head))
            return undoError(QStringLiteral("at byte %1 there is no record of the network “%2”")
                                 .arg(at)
                                 .arg(chainName(network)));
        const auto size = static_cast<qsizetype>(littleEndian(head + magic.size(), 4));
        at += recordHead;
        if (bytes.size() - at < size + checksumBytes)
            return undoError(QStringLiteral("it ends within the record at byte %1").arg(at - recordHead));
        const QByteArrayView data = QByteArrayView(plain).sliced(at, size);
        const auto height =
            heightOf(data, QByteArrayView(plain).sliced(at + size, checksumBytes), hashes, next);
        if (height) {
            // What follows is not part of the record; read as zeros it cannot make a cut one whole.
            QByteArray record(data.data(), size);
            record.append(coreNumberBytes, '\0');
            const auto* const from = reinterpret_cast<const uchar*>(record.constData());
            auto spends = readSpends(from, from + size);
            if (!spends || std::any_of(spends->begin(), spends->end(), [&height](const HeightSpend& spend) {
                    return spend.height > *height;
                }))
                return undoError(QStringLiteral("the record at byte %1 is damaged").arg(at - recordHead));
            found.blocks.push_back({hashes[*height],
                                    hashes[*height - 1],
                                    *height,
                                    times[*height],
                                    {},
                                    summedSpends(std::move(*spends))});
            next = *height + 1;
        } else {
            ++found.skippedRecords;
        }
        at += size + checksumBytes;
    }
    return found;
}

} // namespace holdline
