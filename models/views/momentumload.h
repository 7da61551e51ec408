// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/loading.h"

#include <vector>

namespace holdline {

/// Wilder's RSI after each complete UTC day that has one, oldest first: over the 400 closes without a hole
/// that end with the day, and known at its end.
[[nodiscard]] std::vector<SamplePoint> dailyRsi(const CandleSeries& candles);

/// The 14-day RSI of the price; in a reconstruction the sentence that says why there is none.
[[nodiscard]] Result<Done> loadMomentum(Loading& loading, PaneData& pane, const LoadedPrice& price);

} // namespace holdline
