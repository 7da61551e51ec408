// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/foundation/result.h"
#include "models/levels/level.h"

#include <vector>

namespace holdline {

/// The levels of a file, by id, without storing them; those it cannot read are left out. Errors as those of
/// importFile().
[[nodiscard]] Result<std::vector<Level>> levelsOfFile(const QString& path, const Clock& clock);

} // namespace holdline
