// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/snapshotreader.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdline;

Result<Snapshot> readInPieces(QByteArrayView bytes, const SnapshotOptions& options, qsizetype size)
{
    SnapshotReader reader(options);
    for (; !bytes.isEmpty(); bytes = bytes.sliced(std::min(size, bytes.size()))) {
        const auto fed = reader.feed(bytes.first(std::min(size, bytes.size())));
        if (fed.hasError())
            return fed.error();
    }
    return reader.finish();
}

bool isSame(const Result<Snapshot>& a, const Result<Snapshot>& b)
{
    if (a.hasError() || b.hasError())
        return a.hasError() && b.hasError() && a.error().detail == b.error().detail;
    return a.value().table == b.value().table && a.value().baseHash == b.value().baseHash;
}

} // namespace

/// The first byte says how high the chain is and how small the pieces are; whole or in pieces, the rest reads
/// as the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size) - 1);
    const SnapshotOptions options{BitcoinNetwork::Main, data[0] & 1U ? 10U : 100'000U};
    const auto whole = readInPieces(bytes, options, bytes.size());
    const auto pieces = readInPieces(bytes, options, 1 + data[0] / 2);
    if (isSame(whole, pieces) &&
        (whole.hasError() || whole.value().table.totals().value <= 2'100'000'000'000'000))
        return 0;
    std::fputs("a snapshot is another in pieces, or holds more than there is\n", stderr);
    std::abort();
}
