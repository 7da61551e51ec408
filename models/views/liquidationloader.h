// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/loading.h"

namespace holdline {

/// Fills the pane with the forced orders of all venues, added up: one venue's stored sums, or the sums by
/// minute of its single orders. Error: Storage.
[[nodiscard]] Result<Done> loadLiquidations(Loading& loading, PaneData& pane);

/// `lower bound: …` where a venue tells only some of its orders, else empty.
[[nodiscard]] QString liquidationNote(const PaneData& pane);

} // namespace holdline
