// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/newestrun.h"

namespace holdline {

/// Closes in a row on the far side that change a level's regime, where no one says otherwise.
inline constexpr int usualConfirmation = 4;

/// Levels on the asset of an instrument (`BTC`) that are valid at that time, each judged at one hour. Those
/// that follow what is not stored are left out. Error: Storage.
[[nodiscard]] Result<std::vector<LevelFacts>> loadLevelFacts(Store& store, const QString& asset,
                                                             const PastQuestion& question);

/// `binance:BTCUSDT` → `BTC`; empty for an instrument of another shape.
[[nodiscard]] QString assetOf(const QString& instrument);

} // namespace holdline
