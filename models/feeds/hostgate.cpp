// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/hostgate.h"

#include <algorithm>

namespace holdline {

void HostGate::enter(const QString& host, const void* who, Go go)
{
    auto& asking = m_asking[host];
    asking.push_back({who, go});
    if (asking.size() == 1)
        go();
}

void HostGate::leave(const QString& host, const void* who)
{
    const auto found = m_asking.find(host);
    if (found == m_asking.end())
        return;
    auto& asking = found->second;
    const auto one =
        std::find_if(asking.begin(), asking.end(), [who](const Asking& a) { return a.who == who; });
    if (one == asking.end())
        return;
    const bool wasTrying = one == asking.begin();
    asking.erase(one);
    if (asking.empty()) {
        m_asking.erase(found);
    } else if (wasTrying) {
        const Go go = asking.front().go; // a copy: what it does may leave in its turn
        go();
    }
}

} // namespace holdline
