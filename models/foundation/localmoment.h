// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

class QTimeZone;

namespace holdline {

/// A time of day on a date (its midnight UTC) in that zone; `minutes` counts from midnight, 1440 being the
/// next midnight.
[[nodiscard]] UtcTime localMoment(UtcTime date, int minutes, const QTimeZone& zone);

/// The date that it is in that zone, as its midnight UTC.
[[nodiscard]] UtcTime localDate(UtcTime time, const QTimeZone& zone);

} // namespace holdline
