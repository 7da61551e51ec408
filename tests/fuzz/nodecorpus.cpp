// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/nodecorpus.h"

#include "models/cohorts/statefile.h"
#include "tests/support/cohorts/blockjson.h"
#include "tests/support/cohorts/naivechain.h"
#include "tests/support/cohorts/snapshotwriter.h"

namespace holdline::testing {

namespace {

/// Some coins of every form, few enough for a fuzzer.
WrittenSnapshot fewCoins()
{
    const auto stored = [](char selector, int size) { return selector + QByteArray(size, 's'); };
    WrittenSnapshot snapshot;
    snapshot.baseHash = QByteArray(32, 'b');
    snapshot.transactions = {
        {QByteArray(32, 'a'), {{0, 9, true, 5'000'000'000, stored(4, 32)}}},
        {QByteArray(32, 'c'),
         {{253, 700, false, 546, stored(0, 20)}, {65'536, 700, false, 99'999'999, stored(1, 20)}}},
        {QByteArray(32, 'd'), {{0, 80, false, 0, plainScript(QByteArray(34, 's'))}}}};
    return snapshot;
}

QByteArray someState()
{
    const NaiveChain chain(7);
    ChainState state = ChainState::atGenesis(BitcoinNetwork::Main, chain.blocks[0].hash, chain.times[0]);
    for (std::size_t h = 1; h < chain.blocks.size() && state.connect(chain.blocks[h]).hasValue(); ++h) {
    }
    return encodeState(state).chopped(32);
}

} // namespace

std::vector<CorpusFile> nodeCorpus()
{
    const QByteArray block = blockAnswer({.transactions = 3, .inputsOfEach = 1, .outputsOfEach = 1});
    return {{QStringLiteral("snapshot/version-2"), '\x02' + fewCoins().toVersion2()},
            {QStringLiteral("snapshot/legacy"), '\x12' + fewCoins().toLegacy()},
            {QStringLiteral("block/answer"), '\x05' + block},
            {QStringLiteral("block/refusal"),
             QByteArray(
                 "\x03{\"result\":null,\"error\":{\"code\":-5,\"message\":\"Block not found\"},\"id\":1}")},
            {QStringLiteral("state/chain"), someState()}};
}

} // namespace holdline::testing
