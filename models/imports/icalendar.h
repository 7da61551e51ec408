// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

/// Events of an iCalendar file (RFC 5545). Recurring ones are taken up to two years from now, the latest
/// 1,000 of each; their id is the event's with the time. Days without a time are midnight UTC, or in the zone
/// that the person said. An occurrence that stands for this one and all later ones (RANGE=THISANDFUTURE)
/// moves and names these too. Series `events/<source>`.
[[nodiscard]] ImportDialect iCalendarDialect();

} // namespace holdline
