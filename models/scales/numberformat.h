// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace holdline {

// Numbers as users read them: U+2212 for minus, a comma between thousands, a point before decimals. What is
// not a finite number is an empty text. A number that rounds to zero has no sign.

/// `89,941.26`, `−0.50`; decimals from 0 to 12.
[[nodiscard]] QString numberText(double value, int decimals);

/// How many decimals a multiple of the step needs, 0 to 12: 0.25 needs 2, 500 needs none.
[[nodiscard]] int decimalsFor(double step);

/// A price with as many decimals as its tick size, in the quote currency, needs: `89,941.26`, `0.4087`.
[[nodiscard]] QString priceText(double price, double tickSize);

/// US dollars in three digits: `319 M`, `1.5 B`, `−300 M`, `9.12 K`, `0`; below a thousand in whole dollars,
/// below one with cents.
[[nodiscard]] QString moneyText(double usd);
/// The same with a sign before gains too: `+841 M`.
[[nodiscard]] QString signedMoneyText(double usd);

/// `+1.30 %`, `−0.4 %`, `0.0 %`; the value is in per cent.
[[nodiscard]] QString percentText(double percent, int decimals = 2);

} // namespace holdline
