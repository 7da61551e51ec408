// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/cardfacts.h"
#include "models/views/cardnumbers.h"
#include "widgets/cards/card.h"

#include <functional>
#include <vector>

namespace holdline {

/// A card or panel that can be docked beside the timeline.
struct CardEntry {
    QString id;    ///< stable, for saved layouts: `etf-flow`
    QString title; ///< translated; short, for a tab
    std::function<Card*(QWidget* parent)> make;
    CardNumbers (*numbers)(const CardFacts& facts) = nullptr; ///< what it shows, exact
    CardNeed need = CardNeed::Nothing;
};

/// The cards, in the order in which they stand from the top.
[[nodiscard]] std::vector<CardEntry> cardCatalog();

} // namespace holdline
