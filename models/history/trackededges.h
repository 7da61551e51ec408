// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/leveledges.h"
#include "models/store/store.h"

namespace holdline {

/// The edges of a level over time: one step of a fixed level; of a tracking level one from each moment on at
/// which another value of what it follows became known. Of two series both must be known; the lower value is
/// the lower edge. Empty when a tracking level follows nothing that is stored. Error: Storage.
[[nodiscard]] Result<LevelEdges> edgesOf(Store& store, const Level& level, std::optional<UtcTime> asOf = {});

} // namespace holdline
