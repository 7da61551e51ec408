// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/cardfacts.h"
#include "widgets/cards/cardcatalog.h"
#include "widgets/report/sheet.h"

namespace holdline {

/// A card or a panel with its data, without what one only uses on a screen: its whole tables, no buttons, no
/// scroll bars; an empty one says its sentence. Framed by what it is of and by its sources. It is at least as
/// large as the view says, and as large as it takes; a view without a size gives the shape that suits the
/// card. Widgets are made: on the interface's thread alone.
[[nodiscard]] Sheet cardSheet(const CardEntry& entry, const CardFacts& facts, const View& view,
                              const ViewData& data);

} // namespace holdline
