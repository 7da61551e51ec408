// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/readings/readingsettings.h"

namespace holdline {

/// What a person set about readings, in `readings.json` of the data folder: numbers under
/// `takerThresholdUsd` (negative), `takerWindowDays`, `liquidationThresholdUsd`, `spikeTimesMedian`,
/// `cascadeQuantile` (0 to 1). What is absent is the default; other keys are passed over. No file is no
/// setting. Error: Malformed, naming the key.
[[nodiscard]] Result<ReadingSettings> loadReadingSettings(const QString& dataDir);

} // namespace holdline
