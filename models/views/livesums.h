// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/liquidation.h"
#include "models/series/flowseries.h"

#include <array>
#include <map>
#include <memory>
#include <span>

namespace holdline {

/// Loaded sums of forced orders, long and short, that grow with each order that comes. An order may be in the
/// store before it comes here, or come here before it is in the store: of a stretch of which all orders came
/// here, the greater of what was loaded and what came is the sum, so that loading again counts none twice
/// and loses none.
class LiveSums final {
public:
    using Sides = std::array<double, 2>; ///< USD of long and short positions closed

    LiveSums(const FlowSeries& longs, const FlowSeries& shorts);

    /// Costs what the intervals cost that they are in, not what they are.
    void add(std::span<const Liquidation> orders);
    /// Lets both flows reach to the interval that holds the time, known or not.
    void reachTo(UtcTime time);
    /// The orders that came before these sums were loaded again.
    void keepNewer(const LiveSums& before);

    [[nodiscard]] Interval step() const { return m_flows[0]->step(); }
    /// End of the last interval that both flows reach.
    [[nodiscard]] UtcTime end() const;
    [[nodiscard]] std::shared_ptr<const FlowSeries> flow(std::size_t side) const { return m_flows[side]; }

private:
    struct Slot {
        Sides loaded = {};
        Sides came = {};
    };
    [[nodiscard]] Sides loadedAt(qint64 from) const;
    Slot& slotAt(qint64 from);
    void show(qint64 from, const Slot& slot);
    void forgetOld();

    std::array<std::shared_ptr<FlowSeries>, 2> m_flows;
    std::map<qint64, Slot> m_slots; ///< recent ones by beginning
    qint64 m_wholeFrom = 0;         ///< of stretches that begin here or later, all orders come through add()
};

} // namespace holdline
