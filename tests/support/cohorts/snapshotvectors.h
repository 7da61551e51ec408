// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/cohorts/snapshotwriter.h"

namespace holdline::testing {

/// A chain of regtest that the tests of Bitcoin Core build anew in each run, always the same: its headers and
/// its coins.
struct DeterministicChain {
    std::vector<QByteArray> headers; ///< 80 bytes each, genesis first
    WrittenSnapshot snapshot;        ///< after the last block
};

/// 100 blocks, as the test framework of Bitcoin Core 28 and 29 makes them.
[[nodiscard]] DeterministicChain chainOfCore28();
/// Of Bitcoin Core 30 and 31.
[[nodiscard]] DeterministicChain chainOfCore30();
/// After May 2026.
[[nodiscard]] DeterministicChain chainOfCore32();
/// 200 blocks, of its fuzz target for snapshots.
[[nodiscard]] DeterministicChain chainOfFuzzing();
/// Scripts and numbers of every form; not a chain.
[[nodiscard]] WrittenSnapshot variedSnapshot();

} // namespace holdline::testing
