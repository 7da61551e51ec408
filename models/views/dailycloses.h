// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/indicators/sharedchanges.h"
#include "models/series/candleseries.h"

#include <vector>

namespace holdline {

/// The close of each UTC day whose last candle is there, oldest first; other days are left out.
[[nodiscard]] std::vector<DatedValue> dailyCloses(const CandleSeries& candles);

} // namespace holdline
