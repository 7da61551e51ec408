// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/cardfacts.h"
#include "widgets/cards/cardcatalog.h"

namespace holdline {

// What is copied of a card or a panel, in words. Widgets are made: on the interface's thread alone.

/// Its title and moment, its sentences, what its legend and its table tell, and the sources.
[[nodiscard]] QString cardText(const CardEntry& entry, const CardFacts& facts, const View& view,
                               const ViewData& data);

/// The same table twice: cells divided by tabs, and HTML.
struct CopiedTable {
    QString text;
    QString html;
};

/// Its tables, one below the other; of a card without one its numbers, exact.
[[nodiscard]] CopiedTable cardTable(const CardEntry& entry, const CardFacts& facts);

/// Of rows of cells, the first being titles.
[[nodiscard]] CopiedTable copiedTable(const std::vector<QStringList>& rows);

} // namespace holdline
