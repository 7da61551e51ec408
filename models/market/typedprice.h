// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/market/amount.h"

namespace holdline {

/// A price as a person types it: `92,500`, `92 500.5`. Error: Malformed, in words.
[[nodiscard]] Result<Price> parseTypedPrice(const QString& text);

} // namespace holdline
