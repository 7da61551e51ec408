// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/level.h"

#include <QByteArray>

#include <span>

namespace holdline {

/// One object, keys as in the contract of the command line and in that order, then the unknown ones. Prices
/// are numbers, or text where a double would not hold them exactly.
[[nodiscard]] QByteArray levelToJson(const Level& level);
/// `{"levels":[…]}`, one level a line, in the order given.
[[nodiscard]] QByteArray levelsToJson(std::span<const Level> levels);

/// Reads what the above writes; keys that may be left out are filled in. Error: Malformed.
[[nodiscard]] Result<Level> levelFromJson(const QJsonObject& object);

} // namespace holdline
