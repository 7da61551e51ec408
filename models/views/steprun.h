// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/candle.h"
#include "models/market/interval.h"
#include "models/market/sample.h"
#include "models/views/indexedline.h"

#include <span>
#include <vector>

namespace holdline {

/// The corners of a step line without a gap, oldest first: each value at the beginning and at the end of the
/// time that it holds for.
using StepRun = std::vector<TimedValue>;

/// Samples as steps, cut off at the range's ends; a new run begins wherever time lies between two samples.
/// Of several samples that begin in one bucket the last one stands for all of their time.
[[nodiscard]] std::vector<StepRun> stepRuns(std::span<const Sample> samples, TimeRange range,
                                            Interval bucket);

/// Closes at the ends of their intervals; a new run begins after an interval without a candle.
[[nodiscard]] std::vector<StepRun> closeRuns(std::span<const Candle> candles, Interval interval);

} // namespace holdline
