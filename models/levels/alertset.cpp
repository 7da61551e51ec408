// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/alertset.h"

#include <algorithm>

namespace holdline {

const Alert* AlertSet::find(const QString& id) const
{
    const auto found = std::ranges::find(m_alerts, id, &Alert::id);
    return found == m_alerts.end() ? nullptr : &*found;
}

void AlertSet::reset(std::vector<Alert> alerts)
{
    std::ranges::stable_sort(alerts, {}, &Alert::id);
    if (alerts == m_alerts)
        return;
    m_alerts = std::move(alerts);
    emit wasReset();
}

void AlertSet::swap(std::vector<AlertChange>& changes)
{
    QStringList ids;
    for (AlertChange& change : changes) {
        swap(change);
        ids.append(change.id);
    }
    emit changed(ids);
}

void AlertSet::swap(AlertChange& change)
{
    std::optional<Alert> before;
    const auto found = std::ranges::find(m_alerts, change.id, &Alert::id);
    if (found != m_alerts.end()) {
        before = std::move(*found);
        m_alerts.erase(found);
    }
    if (change.alert) {
        if (change.alert->isOn)
            change.alert->armedAt = m_clock.now();
        const auto place = std::ranges::lower_bound(m_alerts, change.id, {}, &Alert::id);
        m_alerts.insert(place, std::move(*change.alert));
    }
    change.alert = std::move(before);
}

} // namespace holdline
