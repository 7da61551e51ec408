// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/blockchange.h"

#include "models/cohorts/cohorterror.h"

#include <algorithm>

namespace holdline {

namespace {

/// The reward of the first blocks, in one output.
constexpr qint64 firstReward = 5'000'000'000;

} // namespace

std::vector<CoinDelta> deltasOf(const BlockChange& change, BitcoinNetwork network)
{
    std::vector<CoinDelta> deltas;
    deltas.reserve(change.spends.size() + 2);
    for (const HeightSpend& spend : change.spends)
        deltas.push_back({spend.height, -spend.value, -qint64{spend.count}, -spend.coinbaseValue});
    const auto addTo = [&deltas](const CoinDelta& delta) {
        const auto place =
            std::lower_bound(deltas.begin(), deltas.end(), delta.height,
                             [](const CoinDelta& one, quint32 height) { return one.height < height; });
        if (place == deltas.end() || place->height != delta.height) {
            deltas.insert(place, delta);
            return;
        }
        place->value += delta.value;
        place->count += delta.count;
        place->coinbaseValue += delta.coinbaseValue;
    };
    if (change.height > 0)
        addTo({change.height, change.created.value, change.created.count, change.created.coinbaseValue});
    if (const auto overwritten = overwrittenCoinbase(network, change.height))
        addTo({*overwritten, -firstReward, -1, -firstReward});
    return deltas;
}

std::vector<HeightSpend> summedSpends(std::vector<HeightSpend> spends)
{
    std::sort(spends.begin(), spends.end(),
              [](const HeightSpend& a, const HeightSpend& b) { return a.height < b.height; });
    std::size_t last = 0;
    for (std::size_t i = 1; i < spends.size(); ++i) {
        if (spends[i].height != spends[last].height) {
            spends[++last] = spends[i];
            continue;
        }
        spends[last].value += spends[i].value;
        spends[last].count += spends[i].count;
        spends[last].coinbaseValue += spends[i].coinbaseValue;
    }
    spends.resize(std::min(spends.size(), last + 1));
    return spends;
}

Result<Done> rollBack(HeightTable& table, const BlockChange& change, BitcoinNetwork network)
{
    const Error drift = cohortError(
        CohortFault::StateDrift, QStringLiteral("The local copy does not match the node any more: block %1 "
                                                "cannot be taken back.")
                                     .arg(change.height));
    if (table.heights() != std::size_t{change.height} + 1)
        return drift;
    std::vector<CoinDelta> returned;
    for (const HeightSpend& spend : change.spends) {
        if (spend.height < change.height)
            returned.push_back({spend.height, spend.value, qint64{spend.count}, spend.coinbaseValue});
    }
    if (const auto overwritten = overwrittenCoinbase(network, change.height))
        returned.push_back({*overwritten, firstReward, 1, firstReward});
    const bool fits = std::all_of(returned.begin(), returned.end(),
                                  [&table](const CoinDelta& delta) { return table.canApply(delta); });
    if (!fits)
        return drift;
    for (const CoinDelta& delta : returned)
        table.apply(delta);
    table.dropLastHeight();
    return Done{};
}

} // namespace holdline
