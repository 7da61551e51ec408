// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/serieskey.h"

#include <QString>

#include <vector>

namespace holdline {

/// A question about values by day. Some series need the answers to several.
struct DailyQuestion {
    QString name;  ///< as the provider calls what it gives: `sth_supply`; each once in a plan
    SeriesKey key; ///< that it is asked for: what is stored of it tells from which day on
    /// Put for one date at a time, for those that this takes; null: for all from a day on.
    bool (*isAskedOn)(UtcTime date) = nullptr;
};

/// What a provider is asked for again and again, and when.
struct DailyPlan {
    std::vector<DailyQuestion> questions = {};
    Span every{};       ///< rounds begin at multiples of this, of the venue's UTC time …
    Span after{};       ///< … and so much later, when a day that ended is there
    Span apart{};       ///< shortest time between two rounds, of two runs of the program too
    Span again{};       ///< shortest time until a question that failed is put again
    Span tail{};        ///< so far before the last known day is asked for again, as values are revised
    UtcTime first = {}; ///< earliest day
    Span reach{};       ///< of questions for single dates: how far back
};

} // namespace holdline
