// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/candlecolumns.h"
#include "models/views/view.h"
#include "models/views/viewdata.h"

#include <functional>

namespace holdline::bench {

inline constexpr qint64 firstMinuteMs = 1'262'304'000'000; ///< 2010-01-01T00:00:00Z

/// A price that wanders about 60,000, a day of minutes at a time; the same for the same count on every
/// machine.
void syntheticMinutes(qint64 count, const std::function<void(const CandleColumns&)>& visit);

/// Five panes full: candles and three flows by the minute, deposits and ETF flows by the day, levels, events.
[[nodiscard]] ViewData syntheticData(qint64 minutes);
/// So many translucent bands and lines near the price.
void addLevels(ViewData& data, int count);

/// All five panes over the last minutes.
[[nodiscard]] View fivePanes(const ViewData& data, Interval interval, Span length);

} // namespace holdline::bench
