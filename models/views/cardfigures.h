// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/cardfacts.h"
#include "models/views/cardnumbers.h"

namespace holdline {

// What each card and panel shows, in numbers: in the order in which it shows them, oldest first.

[[nodiscard]] CardNumbers flowNumbers(const CardFacts& facts);
[[nodiscard]] CardNumbers cohortNumbers(const CardFacts& facts);
[[nodiscard]] CardNumbers basisNumbers(const CardFacts& facts);
[[nodiscard]] CardNumbers lossNumbers(const CardFacts& facts);
/// By the steps of price that are stored, which the card may join.
[[nodiscard]] CardNumbers costNumbers(const CardFacts& facts);
[[nodiscard]] CardNumbers watchNumbers(const CardFacts& facts);
/// Of the length that is chosen; the lines, then each pair once.
[[nodiscard]] CardNumbers correlationNumbers(const CardFacts& facts);
[[nodiscard]] CardNumbers studyNumbers(const CardFacts& facts);
[[nodiscard]] CardNumbers pictureNumbers(const CardFacts& facts);

[[nodiscard]] CardNumbers levelNumbers(const CardFacts& facts);
/// All readings, not only those that the panel tells.
[[nodiscard]] CardNumbers briefNumbers(const CardFacts& facts);
/// Of each band the source that is chosen.
[[nodiscard]] CardNumbers holderNumbers(const CardFacts& facts);
[[nodiscard]] CardNumbers alertNumbers(const CardFacts& facts);
[[nodiscard]] CardNumbers eventNumbers(const CardFacts& facts);
/// Newest first, as the panel has them.
[[nodiscard]] CardNumbers candleNumbers(const CardFacts& facts);
[[nodiscard]] CardNumbers sourceNumbers(const CardFacts& facts);

/// Of the instrument's price as it is stored, with its definition.
[[nodiscard]] QString priceSourceOf(const CardData& data);

/// The bands that the card of cost bases draws at first.
[[nodiscard]] QStringList firstBands();

// What is chosen on a card, as it is written in CardFacts::choice.

/// Known bands that are divided by commas; of nothing known the first ones.
[[nodiscard]] QStringList chosenBands(const QString& words);
/// The same as words; empty for the first ones.
[[nodiscard]] QString bandsText(const QStringList& bands);
/// The number among correlationLengths; of anything else the first.
[[nodiscard]] std::size_t chosenLength(const QString& words);

} // namespace holdline
