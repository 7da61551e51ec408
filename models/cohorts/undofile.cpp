// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/undofile.h"

#include "models/cohorts/cohorterror.h"
#include "models/cohorts/corenumbers.h"
#include "models/cohorts/sha256.h"

#include <algorithm>
#include <optional>

namespace holdline {

namespace {

constexpr qsizetype recordHead = 8;
constexpr qsizetype checksumBytes = 32;
/// Coins may move many times in a block, but never so often; sums stay far within 64 bits.
constexpr qint64 mostSpent = 1000 * mostSatoshi;

/// A record that is whole.
struct UndoRecord {
    QByteArrayView data;
    QByteArrayView checksum;
    quint64 transactions = 0; ///< without the coinbase
};

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
    qint64 sum = 0;
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
            sum += spend.value;
            if (sum > mostSpent)
                return std::nullopt;
            spends.push_back(spend);
        }
    }
    return at == end ? std::optional(std::move(spends)) : std::nullopt;
}

/// What stands behind the magic at an offset; absent when it goes past the end.
std::optional<UndoRecord> recordAt(QByteArrayView bytes, qsizetype at)
{
    if (bytes.size() - at < recordHead + checksumBytes)
        return std::nullopt;
    const auto* const head = reinterpret_cast<const uchar*>(bytes.data()) + at;
    const auto size = static_cast<qsizetype>(littleEndian(head + 4, 4));
    if (bytes.size() - at - recordHead - checksumBytes < size)
        return std::nullopt;
    UndoRecord record{bytes.sliced(at + recordHead, size),
                      bytes.sliced(at + recordHead + size, checksumBytes)};
    const uchar* number = head + recordHead; // the checksum stands behind it: no end to be looked for
    return readCompactSize(number, record.transactions) ? std::optional(record) : std::nullopt;
}

/// The checksum covers the hash of the block before. The number of transactions tells a block from a stale
/// one on the same block, and saves most of the hashing.
bool belongsTo(const UndoRecord& record, const UndoCandidate& block, const HeaderChain& chain)
{
    if (record.transactions + 1 != block.transactions)
        return false;
    const BlockHash& previous = chain.hashes[block.height - 1];
    Sha256 hash;
    hash.add({reinterpret_cast<const char*>(previous.bytes.data()), checksumBytes});
    hash.add(record.data);
    const auto once = hash.finish();
    const auto twice = sha256({reinterpret_cast<const char*>(once.data()), checksumBytes});
    return std::equal(twice.begin(), twice.end(), reinterpret_cast<const uchar*>(record.checksum.data()));
}

/// Records are in the order of heights. Only where a branch was left the heights begin again some blocks
/// further back.
std::optional<std::size_t> placeOf(const UndoRecord& record, const HeaderChain& chain,
                                   std::span<const UndoCandidate> candidates, std::size_t next)
{
    const std::size_t end = std::min(candidates.size(), next + undoReach);
    for (std::size_t i = next; i < end; ++i) {
        if (belongsTo(record, candidates[i], chain))
            return i;
    }
    for (std::size_t i = next; i > 0 && next - i < undoReachBack; --i) {
        if (belongsTo(record, candidates[i - 1], chain))
            return i - 1;
    }
    return std::nullopt;
}

/// What the block of a record spent; absent when the record is damaged.
std::optional<BlockChange> changeOf(const UndoRecord& record, quint32 height, const HeaderChain& chain)
{
    // What follows is not part of the record; read as zeros it cannot make a cut one whole.
    QByteArray data = record.data.toByteArray();
    data.append(coreNumberBytes, '\0');
    const auto* const from = reinterpret_cast<const uchar*>(data.constData());
    auto spends = readSpends(from, from + record.data.size());
    const auto isLater = [height](const HeightSpend& spend) { return spend.height > height; };
    if (!spends || std::any_of(spends->begin(), spends->end(), isLater))
        return std::nullopt;
    return BlockChange{chain.hashes[height],
                       chain.hashes[height - 1],
                       height,
                       chain.times[height],
                       {},
                       summedSpends(std::move(*spends))};
}

} // namespace

Result<UndoBlocks> readUndoFile(QByteArrayView bytes, BitcoinNetwork network, const HeaderChain& chain,
                                std::span<const UndoCandidate> candidates)
{
    const NetworkMagic magic = networkMagic(network);
    const QByteArrayView mark(magic.data(), magic.size());
    UndoBlocks found;
    std::size_t next = 0;
    for (qsizetype at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at)) {
        const auto record = recordAt(bytes, at);
        const auto place = record ? placeOf(*record, chain, candidates, next) : std::nullopt;
        if (!place) { // its size may be what is damaged, so the next one is looked for within it
            ++found.skippedRecords;
            at += mark.size();
            continue;
        }
        const quint32 height = candidates[*place].height;
        auto change = changeOf(*record, height, chain);
        if (!change)
            return cohortError(
                CohortFault::UndoFile,
                QStringLiteral("What block %1 spent cannot be read from the undo file, at byte %2.")
                    .arg(height)
                    .arg(at));
        // Of two blocks on the same one that look alike, the one connected last is ours.
        found.blocks.insert_or_assign(height, std::move(*change));
        next = *place + 1;
        at += recordHead + record->data.size() + checksumBytes;
    }
    return found;
}

} // namespace holdline
