// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/alert.h"
#include "models/levels/level.h"

#include <span>

namespace holdline {

/// A condition in words: `price touches Defense band`, `long liquidations, all venues, over 1h: at or above
/// $100 M`. A level that is not among those given is named by its id.
[[nodiscard]] QString conditionWords(const AlertCondition& condition, std::span<const Level> levels);
/// All of an alert's: `A and B within 15m`.
[[nodiscard]] QString alertWords(const Alert& alert, std::span<const Level> levels);
/// `$1.5 B`, `−$250 M`, `92,500`, `0.0005`; money to a thousandth of its unit.
[[nodiscard]] QString seriesValueText(const QString& series, Amount value);

} // namespace holdline
