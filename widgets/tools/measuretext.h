// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/drawing.h"
#include "models/market/interval.h"

namespace holdline {

/// What lies between the first and the second anchor: the difference of price, per cent of the first, bars of
/// an interval and time. Two lines.
[[nodiscard]] QString measureText(const Drawing& drawing, Interval interval);

/// `2d 5h`, `3h 20m`, `45m`: the two largest units, whole minutes at the least.
[[nodiscard]] QString spanText(Span span);

} // namespace holdline
