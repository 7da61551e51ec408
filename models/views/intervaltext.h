// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"

#include <QString>

namespace holdline {

/// `1 h`, `15 m`, `1 d` as read by people.
[[nodiscard]] QString intervalText(Interval interval);

} // namespace holdline
