// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/history/livenews.h"

#include <map>
#include <optional>

namespace holdline {

/// The last price of an asset and how far it is from the one 24 hours before.
struct LiveFigure {
    double last = 0;
    std::optional<double> dayPercent = {};
    bool operator==(const LiveFigure&) const = default;
};

/// What the cards and panels show of the collector and of the last prices.
struct LiveState {
    std::vector<FeedStatus> feeds = {};
    std::map<QString, LiveFigure> figures = {}; ///< by asset (`ETH`), of the venue that the view shows
    const Clock* clock = nullptr;               ///< for ages; lives longer
};

/// Adds what a piece of news tells of the assets at the instrument's venue. True when a figure changed.
bool addFigures(std::map<QString, LiveFigure>& figures, const LiveNews& news, const QString& instrument);

} // namespace holdline
