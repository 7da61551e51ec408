// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/viewdata.h"

#include <optional>
#include <vector>

namespace holdline {

/// The time that none of the streams knows, oldest first: never recorded before the first of them, missing
/// later. Where the last that any knew was recorded by Holdline, the time after it is not called missing: the
/// recorder tells about it next.
[[nodiscard]] std::vector<Coverage> unknownToAll(const std::vector<PaneStream>& streams);

/// Puts an entry in place of what was known of its range. True when nothing changed but the end of the last
/// entry, which grew.
bool putCoverage(PaneStream& stream, const Coverage& entry);

/// Since when Holdline records any of the streams; absent when it records none.
[[nodiscard]] std::optional<UtcTime> recordingSince(const std::vector<PaneStream>& streams);

/// Whether the time is in none of the stretches.
[[nodiscard]] bool isKnownAt(const std::vector<Coverage>& unknown, UtcTime time);

} // namespace holdline
