// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

/// Binance's `liquidationSnapshot`, with or without a column of symbols first. The side is that of the order.
[[nodiscard]] ImportDialect liquidationSnapshotDialect();
/// `time,side,price,quantity,venue`, the side being that of the position; and captures with `exchange`,
/// `symbol`, `qty`, `notional_usd`, `event_ts`.
[[nodiscard]] ImportDialect liquidationListDialect();
/// Sums by interval: `time,long_usd,short_usd`.
[[nodiscard]] ImportDialect liquidationSumsDialect();

} // namespace holdline
