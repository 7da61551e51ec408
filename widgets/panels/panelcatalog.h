// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/cardcatalog.h"

namespace holdline {

/// The panels with tables, in the order in which they stand from the top: levels, holders, alerts, events,
/// candles, sources.
[[nodiscard]] std::vector<CardEntry> panelCatalog();

} // namespace holdline
