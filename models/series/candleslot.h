// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <limits>

namespace holdline {

/// A candle, or several merged, in ticks. Empty when low > high.
template <typename Tick>
struct CandleSlot {
    Tick open;
    Tick high;
    Tick low;
    Tick close;
    float volume; ///< base asset; -0 when no candle had one, which adds to any number without changing it
};

template <typename Tick>
struct CandleTraits {
    using Leaf = CandleSlot<Tick>;
    using Node = CandleSlot<Tick>;

    static constexpr Node emptyNode()
    {
        return {0, std::numeric_limits<Tick>::min(), std::numeric_limits<Tick>::max(), 0, -0.0F};
    }
    static constexpr Leaf emptyLeaf() { return emptyNode(); }
    static bool isEmpty(const Leaf& slot) { return slot.low > slot.high; }
    static Node lift(const Leaf& slot) { return slot; }
    static Node merge(const Node& earlier, const Node& later)
    {
        return {isEmpty(earlier) ? later.open : earlier.open, std::max(earlier.high, later.high),
                std::min(earlier.low, later.low), isEmpty(later) ? earlier.close : later.close,
                earlier.volume + later.volume};
    }
};

static_assert(sizeof(CandleSlot<qint32>) == 20);

} // namespace holdline
