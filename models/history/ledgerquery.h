// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/levelledger.h"
#include "models/store/store.h"

namespace holdline {

struct LedgerQuestion {
    std::optional<UtcTime> asOf = {}; ///< absent: what is known now
    Interval judging = oneHour;
};

/// The ledger of each level, in their order, from the finest candles stored in its life, the liquidations of
/// all venues of its asset and the taker volume of its instrument. Errors: Unavailable, when no candles are
/// stored of an instrument; Storage.
[[nodiscard]] Result<std::vector<LevelLedger>> levelLedgers(Store& store, std::span<const Level> levels,
                                                            const LedgerQuestion& question);

} // namespace holdline
