// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/packedday.h"

#include <optional>

namespace holdline {

/// A packed day with one candle more at its end: the bytes that packDay() would give, without unpacking what
/// is there. Absent when the day must be packed anew: it has a gap or a single candle, the candle does not
/// follow the last at once, or one of its values has another shape than its column. Error: Storage, as
/// unpackDay().
[[nodiscard]] Result<std::optional<PackedDay>> withCandleAtEnd(qint64 day, Interval interval,
                                                               QByteArrayView bytes, const Candle& candle);

} // namespace holdline
