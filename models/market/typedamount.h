// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/market/amount.h"

namespace holdline {

/// An amount as a person types it: `100M`, `-1.5 B`, `$250 m`, `0.0005`, `92,500`. K, M, B and T are
/// thousands, millions, billions and trillions. Error: Malformed, in words.
[[nodiscard]] Result<Amount> parseTypedAmount(const QString& text);
/// The same the other way, exact: `100M`, `-1.5B`.
[[nodiscard]] QString typedAmountText(Amount amount);

} // namespace holdline
