// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/blockscanner.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdline;

Result<BlockChange> scanInPieces(QByteArrayView bytes, qsizetype size)
{
    BlockScanner scanner;
    for (; !bytes.isEmpty(); bytes = bytes.sliced(std::min(size, bytes.size()))) {
        const auto fed = scanner.feed(bytes.first(std::min(size, bytes.size())));
        if (fed.hasError())
            return fed.error();
    }
    return scanner.finish();
}

bool isSame(const Result<BlockChange>& a, const Result<BlockChange>& b)
{
    if (a.hasError() || b.hasError())
        return a.hasError() && b.hasError() && a.error().detail == b.error().detail;
    return a.value() == b.value();
}

} // namespace

/// The first byte says how small the pieces are; whole or in pieces, the rest reads as the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size) - 1);
    if (isSame(scanBlock(bytes), scanInPieces(bytes, 1 + data[0])))
        return 0;
    std::fputs("a block is another in pieces\n", stderr);
    std::abort();
}
