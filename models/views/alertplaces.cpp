// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/alertplaces.h"

#include <algorithm>

namespace holdline {

namespace {

std::optional<AlertPlace> placeOf(const AlertCondition& condition, const QString& instrument)
{
    if (condition.kind != AlertCondition::Kind::Value)
        return AlertPlace{.level = condition.level};
    const bool isPrice = condition.series == QStringLiteral("price/") + instrument &&
                         condition.value.units > 0 &&
                         condition.value.units <= std::numeric_limits<qint64>::max();
    const bool isVolume = condition.column.contains(QStringLiteral("volume")) ||
                          condition.column == QStringLiteral("taker_buy_quote") ||
                          condition.column == QStringLiteral("trades");
    if (!isPrice || isVolume)
        return std::nullopt;
    return AlertPlace{.price = Price{static_cast<qint64>(condition.value.units)}};
}

bool mayFire(const Alert& alert, const AlertState& state)
{
    std::optional<UtcTime> firedAt;
    for (const LoggedFiring& one : state.log) {
        if (one.firing.alert == alert.id)
            firedAt = std::max(firedAt.value_or(one.firing.at), one.firing.at);
    }
    return alert.isOn && (!alert.validTo || *alert.validTo > state.now) && !isSpent(alert, firedAt);
}

} // namespace

std::vector<AlertPlace> alertPlaces(const AlertState& state, const QString& instrument)
{
    std::vector<AlertPlace> places;
    for (const Alert& alert : state.alerts) {
        if (!mayFire(alert, state))
            continue;
        for (const AlertCondition& condition : alert.conditions) {
            const auto place = placeOf(condition, instrument);
            if (!place)
                continue;
            auto found = std::ranges::find_if(places, [&](const AlertPlace& other) {
                return other.level == place->level && other.price == place->price;
            });
            if (found == places.end())
                found = places.insert(places.end(), *place);
            if (!found->alerts.contains(alert.name))
                found->alerts.append(alert.name);
        }
    }
    return places;
}

} // namespace holdline
