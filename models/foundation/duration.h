// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QString>

#include <optional>

namespace holdline {

/// `90s`, `5m`, `2h`, `7d`. Absent for any other text and for nothing at all.
[[nodiscard]] std::optional<Span> parseDuration(QStringView text);
/// The same the other way, in the largest whole unit up to hours and whole days: `90m`, `36h`, `2d`.
[[nodiscard]] QString durationText(Span span);

/// The longest wait that a timer is given; QTimer counts milliseconds in 32 bits.
inline constexpr Span longestTimer = std::chrono::hours{24 * 20};

} // namespace holdline
