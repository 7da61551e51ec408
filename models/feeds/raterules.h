// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>

namespace holdline {

/// A venue's rules for REST.
struct RateRules {
    int weight = 0;             ///< most weight in a window; 0: no such rule
    Span window{};              ///< windows begin at multiples of this in the venue's time
    QByteArray usedHeader = {}; ///< tells the weight used in this window, in lower case; empty: none
    Span spacing{};             ///< shortest time between the beginnings of two questions
    Span pauseWhenForbidden = std::chrono::minutes{10}; ///< after 403
    QByteArray resetHeader = {}; ///< of 429: seconds to wait, or the epoch second until which; empty: none
};

} // namespace holdline
