// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/imports/importoptions.h"

#include <optional>
#include <vector>

namespace holdline {

/// `COLUMN=SERIES[:COLUMN]`; what stands after the last colon is a column when it is the name of one, or when
/// it cannot be a part of the series' name.
[[nodiscard]] std::optional<ColumnTarget> parseColumnTarget(const QString& text);

/// Whether a map can be followed: columns that the series have, none of them filled twice, candles whole.
/// Error: Usage.
[[nodiscard]] Result<Done> checkTargets(const std::vector<ColumnTarget>& targets);

/// Whether a map that can be followed makes candles, which then are all that it makes.
[[nodiscard]] bool areCandles(const std::vector<ColumnTarget>& targets);

} // namespace holdline
