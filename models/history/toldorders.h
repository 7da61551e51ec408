// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/liquidation.h"

#include <deque>
#include <map>
#include <vector>

namespace holdline {

/// Forced orders that were told lately, so that a repeat is known as one: the same tuple twice in one message
/// counts twice, in another message it is a repeat. Holds the last mostTold of them.
class ToldOrders final {
public:
    static constexpr std::size_t mostTold = 20'000;

    /// Those of one message that were not told before; they count as told then.
    [[nodiscard]] std::vector<Liquidation> takeNew(const std::vector<Liquidation>& message);

private:
    void note(const Liquidation& item);

    std::map<Liquidation, int> m_copies;
    std::deque<Liquidation> m_order; ///< as they were told, the oldest first
};

} // namespace holdline
