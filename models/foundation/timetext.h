// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QTimeZone>

namespace holdline {

/// `21 Jan 17:00` in the zone, with the year (`21 Jan 2024 17:00`) when it is not `yearOfNow`.
[[nodiscard]] QString dayTimeText(UtcTime time, const QTimeZone& zone, int yearOfNow);
/// `21 Jan`, or `21 Jan 2024`.
[[nodiscard]] QString dayText(QDate date, int yearOfNow);
/// The date of a moment in a zone.
[[nodiscard]] QDate dateIn(UtcTime time, const QTimeZone& zone);
/// The zone of an IANA name; UTC when it is not known.
[[nodiscard]] QTimeZone zoneByName(const QString& iana);

} // namespace holdline
