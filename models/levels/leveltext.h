// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/level.h"

#include <optional>

namespace holdline {

[[nodiscard]] QString toText(LevelRole role);     ///< `support`, `resistance`, `none`
[[nodiscard]] QString toText(LevelOrigin origin); ///< `fixed`, `tracking`
[[nodiscard]] std::optional<LevelRole> levelRoleFromText(QStringView text);
[[nodiscard]] std::optional<LevelOrigin> levelOriginFromText(QStringView text);

/// An edge of a level for people: a typed one exactly, one that follows data in whole dollars, below a
/// thousand in cents.
[[nodiscard]] QString edgeText(LevelOrigin origin, Price price);

/// The name in lower case with dashes: `Resistance (1m-3m)` is `resistance-1m-3m`.
[[nodiscard]] QString levelIdFromName(QStringView name);

inline constexpr qsizetype longestLevelName = 200; ///< characters; ids and instruments too

/// Fills in what may be left out (id from the name, instrument) and checks the rest. Error: Malformed, with
/// the reason in words.
[[nodiscard]] Result<Level> checkedLevel(Level level);

} // namespace holdline
