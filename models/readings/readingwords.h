// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <QString>

namespace holdline {

// Words of sentences that stand in notes: English, UTC, dollars.

[[nodiscard]] QString dateWords(UtcTime time);   ///< `20 January 2026`
[[nodiscard]] QString momentWords(UtcTime time); ///< `20 January 2026, 23:18 UTC`
[[nodiscard]] QString dollarWords(Amount usd);   ///< `$1.58 B`, `−$319.0 M`
[[nodiscard]] QString priceWords(double price);  ///< `$87,895.98`, without cents where there are none
/// `fifth`, `23rd`.
[[nodiscard]] QString ordinalWords(qint64 number);
/// `1 day`, `3 days`.
[[nodiscard]] QString countWords(qint64 number, const QString& one, const QString& many);

} // namespace holdline
