// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/amount.h"

#include <QString>

namespace holdline {

/// `89,800`, `87,263.53`: as many digits as it has.
[[nodiscard]] QString exactText(Price price);

} // namespace holdline
