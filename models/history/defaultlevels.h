// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

namespace holdline {

/// The levels that follow what the newest holders paid: `defense-band` between `cohort/1d-1w` and
/// `cohort/1w-1m`, `resistance-1m-3m` and `resistance-sth`. Each is added when all that it follows is stored
/// from one source, of several the first that has all; it then stays with that source. A level of that id
/// that was ever there, also one that was removed, is left as it is. Given a time, only values that end at
/// most 30 days before are followed: a table of long ago makes no level of today. The number that was added.
/// Error: Storage.
[[nodiscard]] Result<int> addDefaultLevels(Store& store, std::optional<UtcTime> now = {});

} // namespace holdline
