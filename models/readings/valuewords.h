// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/marketreading.h"

#include <QTimeZone>

namespace holdline {

/// A number with its unit: `$1.58 B`, `+1.30 %` of `pct`, `2.345 %`, `12`, `3.19`.
[[nodiscard]] QString amountWords(Amount value, const QString& unit);

/// A moment in a zone: `20 January 2026, 23:18 UTC`, `21 January 2026, 08:18 Asia/Tokyo`.
[[nodiscard]] QString zonedWords(UtcTime time, const QTimeZone& zone);
/// The same, of midnight the date alone.
[[nodiscard]] QString zonedDateWords(UtcTime time, const QTimeZone& zone);

/// The value of a reading, or of a part of it by its name (`previous.price`), as a text quotes it; a reading
/// of several is its sentence. Empty: it has no such part, or nothing is known of it.
[[nodiscard]] QString valueWords(const MarketReading& reading, const QString& part, const QTimeZone& zone);
/// Whether it has that part, known or not.
[[nodiscard]] bool hasPart(const MarketReading& reading, const QString& part);

} // namespace holdline
