// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QString>

#include <optional>

namespace holdline {

/// The length of a candle. Buckets are aligned to 1970-01-01 UTC, weeks and their multiples to Monday 00:00
/// UTC.
struct Interval {
    Span length{};

    auto operator<=>(const Interval&) const = default;

    /// Start of the bucket that holds `time`; right for times before 1970 too.
    [[nodiscard]] UtcTime bucketStart(UtcTime time) const;
    [[nodiscard]] UtcTime next(UtcTime start) const { return start + length; }
    /// `1m`, `4h`, `1d`, `1w`; other lengths in their largest whole unit (`90s`, `3d`).
    [[nodiscard]] QString name() const;
};

inline constexpr Interval oneMinute{std::chrono::minutes{1}};
inline constexpr Interval fiveMinutes{std::chrono::minutes{5}};
inline constexpr Interval fifteenMinutes{std::chrono::minutes{15}};
inline constexpr Interval oneHour{std::chrono::hours{1}};
inline constexpr Interval fourHours{std::chrono::hours{4}};
inline constexpr Interval oneDay{std::chrono::hours{24}};
inline constexpr Interval oneWeek{std::chrono::hours{168}};

/// One of the seven names of the command line (`1m 5m 15m 1h 4h 1d 1w`); absent for any other text.
[[nodiscard]] std::optional<Interval> parseInterval(QStringView name);

} // namespace holdline
