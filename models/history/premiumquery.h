// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/seriesquestion.h"
#include "models/history/valuerow.h"
#include "models/store/store.h"

namespace holdline {

/// `premium/coinbase`: the close of coinbase:BTC-USD less that of binance:BTCUSDT, in dollars, for each
/// candle that both have at the asked interval (one minute unless asked otherwise), known at its end. The
/// dollar and the tether are taken as one. Absent when one of the two is not stored.
[[nodiscard]] Result<std::optional<ValueTable>> queryPremium(Store& store, const SeriesQuestion& question,
                                                             QStringList& notes);
/// The series that it is made of.
[[nodiscard]] QStringList premiumParts();

} // namespace holdline
