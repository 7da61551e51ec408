// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importsink.h"

namespace holdline {

/// The stored interval whose candles the rows of a small file correct, or nothing when they are candles of
/// the guessed interval of their own. They correct candles when all begin where stored ones of that series
/// do; where they could also be longer candles that begin there, what they hold decides: they are what they
/// differ from less, the stored candles or those put together to the guessed interval, and in doubt the
/// latter. Without a guess (rows of one time alone) they are what they are nearest to.
[[nodiscard]] std::optional<Interval> correctedInterval(ImportSink& sink, const SeriesKey& key,
                                                        std::span<const Candle> rows,
                                                        std::optional<Interval> guess);

} // namespace holdline
