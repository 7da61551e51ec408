// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blockchange.h"
#include "models/cohorts/heightprices.h"

#include <random>

namespace holdline::testing {

/// A coin in a plain list.
struct NaiveCoin {
    quint32 height = 0;
    qint64 value = 0;
    bool isCoinbase = false;
    quint32 spentAt = 0; ///< height of the block that spent it; 0: unspent
};

/// A random chain of a few blocks: times that run backwards, coins of nothing, coins made and spent in one
/// block, few prices, so that many are equal, gaps in them.
class NaiveChain final {
public:
    explicit NaiveChain(quint32 seed);

    std::vector<quint32> times;
    std::vector<NaiveCoin> coins;
    std::vector<BlockChange> blocks; ///< of each height
    std::vector<PriceClose> minutes;
    std::vector<PriceClose> hours;
    std::vector<PriceClose> days;
    std::vector<HeightRange> masks;

    [[nodiscard]] quint32 chance(quint32 below) { return m_random() % below; }
    /// The latest of all times up to a height.
    [[nodiscard]] qint64 latestTime(quint32 height) const;
    [[nodiscard]] bool isUnspentAfter(const NaiveCoin& coin, quint32 height) const
    {
        return coin.height <= height && (coin.spentAt == 0 || coin.spentAt > height);
    }
    /// What is unspent after a block.
    [[nodiscard]] HeightTable tableAfter(quint32 height) const;
    /// Absent where there is a gap.
    [[nodiscard]] std::optional<quint32> price(quint32 height, PriceMode mode) const;
    [[nodiscard]] bool isMasked(quint32 height) const;

private:
    void makeTimes();
    void makeBlock(quint32 height);
    void makePrices();

    std::mt19937 m_random;
};

} // namespace holdline::testing
