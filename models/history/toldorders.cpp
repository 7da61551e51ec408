// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/toldorders.h"

namespace holdline {

std::vector<Liquidation> ToldOrders::takeNew(const std::vector<Liquidation>& message)
{
    std::vector<Liquidation> fresh;
    std::map<Liquidation, int> here;
    for (const Liquidation& item : message) {
        const auto known = m_copies.find(item);
        if (++here[item] <= (known == m_copies.end() ? 0 : known->second))
            continue;
        note(item);
        fresh.push_back(item);
    }
    return fresh;
}

void ToldOrders::note(const Liquidation& item)
{
    ++m_copies[item];
    m_order.push_back(item);
    if (m_order.size() <= mostTold)
        return;
    const auto oldest = m_copies.find(m_order.front());
    if (--oldest->second == 0)
        m_copies.erase(oldest);
    m_order.pop_front();
}

} // namespace holdline
