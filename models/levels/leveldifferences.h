// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/journalentry.h"
#include "models/levels/level.h"

#include <span>
#include <vector>

namespace holdline {

/// What made the one set of levels the other, as a journal would tell it: by id, one entry a level that came,
/// went or changed. Who and when is what the later level says of itself; where it says nothing the time is
/// `at`.
[[nodiscard]] std::vector<JournalEntry> levelDifferences(std::span<const Level> before,
                                                         std::span<const Level> after, UtcTime at);

} // namespace holdline
