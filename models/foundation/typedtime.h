// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/foundation/utctime.h"

#include <QTimeZone>

namespace holdline {

/// What a person may type for a moment: ISO 8601, also shortened (`2026-01`, `2026-01-21`, `2026-01-21
/// 17:00`); without an offset it is meant in the zone. Error: Malformed, with an example.
[[nodiscard]] Result<UtcTime> parseTypedTime(const QString& text, const QTimeZone& zone);

/// As a person would type it: `2026-01-21 17:00`, with seconds where there are any.
[[nodiscard]] QString typedTimeText(UtcTime time, const QTimeZone& zone);

} // namespace holdline
