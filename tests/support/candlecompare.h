// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/candle.h"
#include "tests/support/standin/simulatedmarket.h"

namespace holdline::testing {

/// Compares stored minutes with the venue's own of [from, to); empty when they are equal, none missing and
/// none doubled. Minutes without a trade may be there or not.
[[nodiscard]] QString difference(const std::vector<Candle>& stored, const SimulatedMarket& market,
                                 const QByteArray& key, TimeRange range, UtcTime now);

} // namespace holdline::testing
