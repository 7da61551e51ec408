// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace holdline {

enum class Sign { WhenNegative, Always };

/// Numbers as they are shown: thousands grouped by commas, the minus sign U+2212, never `-0`. What is not a
/// finite number is an empty text. Rounded half away from zero to `decimals`: `−1,234.50`, with Sign::Always
/// also `+1,234.50`.
[[nodiscard]] QString numberText(double value, int decimals, Sign sign = Sign::WhenNegative);

/// A price with the digits that its size needs: `89,941`, `3,119.42` (with `cents`), `1.9312`.
[[nodiscard]] QString priceText(double price, bool cents = false);

/// US dollars: `850,000`, `−319.0 M`, `1.58 B`; the digits after the point stay the same within a unit.
[[nodiscard]] QString moneyText(double usd, Sign sign = Sign::WhenNegative);

/// `9.4 GB`, a thousand million bytes each.
[[nodiscard]] QString gigabyteText(qint64 bytes);

/// `+2.3 %`; always signed unless it rounds to zero.
[[nodiscard]] QString percentText(double percent, int decimals = 1);

} // namespace holdline
