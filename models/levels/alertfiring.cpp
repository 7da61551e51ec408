// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/alertfiring.h"

#include <algorithm>

namespace holdline {

namespace {

/// One condition's moment among those of all.
struct PlacedMoment {
    const AlertMoment* moment;
    std::size_t condition;
};

std::vector<PlacedMoment> inOrder(std::span<const std::vector<AlertMoment>> moments)
{
    std::vector<PlacedMoment> all;
    for (std::size_t condition = 0; condition < moments.size(); ++condition) {
        for (const AlertMoment& moment : moments[condition])
            all.push_back({&moment, condition});
    }
    std::ranges::stable_sort(all, {}, [](const PlacedMoment& placed) { return placed.moment->at; });
    return all;
}

/// What the conditions said last, in their order; empty while one said nothing within the span.
QString wordsOfAll(std::span<const AlertMoment* const> last, UtcTime at, Span within)
{
    QStringList words;
    for (const AlertMoment* const moment : last) {
        if (!moment || moment->at + within < at)
            return {};
        words.append(moment->words);
    }
    return words.join(QStringLiteral("; "));
}

} // namespace

bool isSpent(const Alert& alert, std::optional<UtcTime> lastToldAt)
{
    return alert.isOnce && lastToldAt && *lastToldAt > alert.armedAt;
}

std::vector<AlertFiring> firingsOf(const Alert& alert, std::span<const std::vector<AlertMoment>> moments,
                                   const PastFirings& past)
{
    std::vector<AlertFiring> firings;
    if (!alert.isOn || isSpent(alert, past.lastToldAt))
        return firings;
    std::vector<UtcTime> fired = past.at;
    const Span pause = std::max(alert.cooldown, Span{1}); // the same moment fires once
    std::vector<const AlertMoment*> latest(moments.size(), nullptr);
    for (const PlacedMoment& placed : inOrder(moments)) {
        const UtcTime at = placed.moment->at;
        if (placed.moment->knownAt <= alert.armedAt || (alert.validTo && at >= *alert.validTo))
            continue;
        latest[placed.condition] = placed.moment;
        const bool isTooNear = std::ranges::any_of(
            fired, [&](UtcTime other) { return at < other + pause && other < at + pause; });
        const QString words = isTooNear ? QString() : wordsOfAll(latest, at, alert.within);
        if (words.isEmpty())
            continue;
        firings.push_back({alert.id, at, alert.name, words});
        fired.push_back(at);
        if (alert.isOnce)
            break;
    }
    return firings;
}

} // namespace holdline
