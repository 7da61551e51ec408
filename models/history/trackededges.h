// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/leveledges.h"
#include "models/store/store.h"

namespace holdline {

/// The one series that a tracking level follows under a name: of its cost bases, else its values, those from
/// the level's source where there are any, of them those under the level's definition where there are any,
/// and of what is left the first made. Never two of them, so that no two rules meet in one line. Absent when
/// nothing is stored. Error: Storage.
[[nodiscard]] Result<std::optional<StoredSeries>> followedSeries(Store& store, const Level& level,
                                                                 const QString& name);

/// The edges of a level over time: one step of a fixed level; of a tracking level one from each moment on at
/// which another value of what it follows became known. Of two series both must be known; the lower value is
/// the lower edge. Empty when a tracking level follows nothing that is stored. Error: Storage.
[[nodiscard]] Result<LevelEdges> edgesOf(Store& store, const Level& level, std::optional<UtcTime> asOf = {});

} // namespace holdline
