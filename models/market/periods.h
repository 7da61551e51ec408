// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

class QTimeZone;

namespace holdline {

/// The stretch that a value covers, and from when anyone could know it.
struct Period {
    UtcTime from;
    UtcTime to;
    UtcTime knownAt;

    bool operator==(const Period&) const = default;
};

// Periods of a date, given as its midnight UTC, or of a shorter stretch, given as its beginning.

/// The UTC day, known at its end.
[[nodiscard]] Period utcDay(UtcTime date);
/// The hour, or the four hours, that begin at a time, known at their end.
[[nodiscard]] Period utcHour(UtcTime start);
[[nodiscard]] Period utcFourHours(UtcTime start);
/// A session of the New York exchange, 09:30 to 16:00, on half days to 13:00; known at the midnight after it.
[[nodiscard]] Period etfDay(UtcTime date);
/// The same session's close, known at once.
[[nodiscard]] Period newYorkClose(UtcTime date);
/// A day of Tokyo's bond market, 09:00 to 15:00, known at its close.
[[nodiscard]] Period tokyoYields(UtcTime date);
/// An auction in Tokyo, known when its result is published at 12:35.
[[nodiscard]] Period tokyoAuction(UtcTime date);

[[nodiscard]] const QTimeZone& newYork();
[[nodiscard]] const QTimeZone& tokyo();

} // namespace holdline
