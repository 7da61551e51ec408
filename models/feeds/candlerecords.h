// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/jsontoken.h"

namespace holdline {

/// Whether high and low hold open and close.
[[nodiscard]] bool isPossible(const Candle& candle);

/// Puts candles as Feed::readAnswer() promises them: oldest first, of each open time the one that came last,
/// only open times in the range.
void putInOrder(std::vector<CandleRecord>& candles, TimeRange range);

/// A size that a venue may leave out: true when it is not there (or null, or ""), and then `size` is absent;
/// false when it is there and is no size.
[[nodiscard]] bool readOptional(const JsonToken& token, std::optional<Amount>& size);
[[nodiscard]] bool readOptional(const JsonToken& token, std::optional<qint64>& count);

} // namespace holdline
