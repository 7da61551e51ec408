// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"
#include "models/feeds/jsontoken.h"

#include <optional>

namespace holdline {

/// Holders by age as providers tell them: the series `cohort/<band>` with its columns `cost_basis` (USD) and
/// `supply_btc` (BTC).
[[nodiscard]] SeriesKey costBasisKey(const QString& band, const QString& source, const QString& definition);
[[nodiscard]] SeriesKey supplyKey(const QString& band, const QString& source, const QString& definition);

/// What a coin cost on average: `money` (USD) over `supply` (BTC), rounded half away from zero to 1e-8.
/// Absent when there is no coin, or the price is none (0 or less, or a hundred million and more).
[[nodiscard]] std::optional<Amount> costOf(Amount money, Amount supply);
/// Whether a coin can have cost that much.
[[nodiscard]] bool isCost(Amount price);
/// Whether there can be so many coins: 0 to 21 million.
[[nodiscard]] bool isSupply(Amount btc);

/// `2026-01-20`, also with a time of day behind it, which is passed over. Absent when it is no date.
[[nodiscard]] std::optional<UtcTime> dayOf(const JsonToken& token);
/// `2026-01-20`.
[[nodiscard]] QString dayText(UtcTime day);

/// In order of days; of two values of one day the one that came last holds.
void putInOrder(std::vector<DayValue>& values);

} // namespace holdline
