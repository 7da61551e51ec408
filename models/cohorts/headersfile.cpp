// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/headersfile.h"

#include "models/cohorts/cohorterror.h"
#include "models/cohorts/piecefile.h"
#include "models/cohorts/sha256.h"

#include <QtEndian>

#include <algorithm>

namespace holdline {

namespace {

// Source: Bitcoin Core src/primitives/block.h: version, hash of the block before, Merkle root, time, bits,
// nonce.
constexpr qsizetype previousAt = 4;
constexpr qsizetype timeAt = 68;

} // namespace

std::optional<quint32> HeaderChain::heightOf(const BlockHash& hash) const
{
    const auto found = std::find(hashes.rbegin(), hashes.rend(), hash);
    if (found == hashes.rend())
        return std::nullopt;
    return static_cast<quint32>(hashes.rend() - found - 1);
}

std::optional<BitcoinNetwork> networkOf(const HeaderChain& chain)
{
    const auto network = std::ranges::find_if(bitcoinNetworks, [&](BitcoinNetwork one) {
        return !chain.hashes.empty() && chain.hashes.front() == genesisHash(one);
    });
    return network == bitcoinNetworks.end() ? std::nullopt : std::optional(*network);
}

Result<Done> appendHeaders(HeaderChain& chain, QByteArrayView bytes)
{
    for (; bytes.size() >= headerBytes; bytes = bytes.sliced(headerBytes)) {
        const auto* const at = reinterpret_cast<const uchar*>(bytes.data());
        const BlockHash expected = chain.hashes.empty() ? BlockHash{} : chain.hashes.back();
        if (BlockHash::fromBytes(at + previousAt) != expected)
            return cohortError(
                CohortFault::Headers,
                chain.hashes.empty()
                    ? QStringLiteral("The headers do not begin with the first block of a chain.")
                    : QStringLiteral("The headers are no chain: the one at height %1 does not follow "
                                     "the one before it.")
                          .arg(chain.hashes.size()));
        chain.times.push_back(qFromLittleEndian<quint32>(at + timeAt));
        chain.hashes.push_back(doubleSha256(bytes.first(headerBytes)));
    }
    if (!bytes.isEmpty())
        return cohortError(CohortFault::Headers,
                           QStringLiteral("The headers end within the one at height %1; each has 80 bytes.")
                               .arg(chain.hashes.size()));
    return Done{};
}

Result<HeaderChain> readHeaders(const QString& path, const Progress& progress)
{
    PieceFile file(path);
    HeaderChain chain;
    QByteArray held;
    qint64 done = 0;
    for (;;) {
        const auto piece = file.next(progress.cancelled);
        if (progress.cancelled)
            return Error{Error::Kind::Cancelled, QStringLiteral("Reading the headers was stopped.")};
        if (file.refusal())
            return Error{Error::Kind::Unavailable,
                         QStringLiteral("%1 cannot be read: %2").arg(path, file.refusal()->reason)};
        if (piece.isEmpty())
            break;
        held.append(piece);
        const auto whole = held.size() / headerBytes * headerBytes;
        if (const auto added = appendHeaders(chain, QByteArrayView(held).first(whole)); added.hasError())
            return added.error();
        held.remove(0, whole);
        done += piece.size();
        progress.advance(done, file.total());
    }
    if (const auto rest = appendHeaders(chain, held); rest.hasError())
        return rest.error();
    if (chain.hashes.empty())
        return cohortError(CohortFault::Headers, QStringLiteral("The file of headers is empty."));
    return chain;
}

} // namespace holdline
