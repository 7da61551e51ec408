// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/sha256.h"
#include "models/cohorts/statefile.h"

#include <cstdio>
#include <cstdlib>

/// The input is a file but for its checksum, which is put behind it. What is read can be written and read
/// again as the same, and taken back block by block.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    using namespace holdline;
    QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto digest = sha256(bytes);
    bytes.append(reinterpret_cast<const char*>(digest.data()), static_cast<qsizetype>(digest.size()));
    auto state = decodeState(bytes, BitcoinNetwork::Main);
    if (state.hasError())
        return 0;
    const auto again = decodeState(encodeState(state.value()), BitcoinNetwork::Main);
    if (again.hasError() || again.value() != state.value()) {
        std::fputs("a state is not the same again\n", stderr);
        std::abort();
    }
    while (state.value().disconnect().hasValue()) {
    }
    return 0;
}
