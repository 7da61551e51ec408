// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArrayView>
#include <QString>

#include <chrono>

namespace holdline {

/// A moment: UTC milliseconds since 1970. Local time appears only while formatting.
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;
using Span = std::chrono::milliseconds;

/// A half-open stretch of time [from, to).
struct TimeRange {
    UtcTime from;
    UtcTime to;
    [[nodiscard]] bool contains(UtcTime time) const { return time >= from && time < to; }
    [[nodiscard]] bool isEmpty() const { return to <= from; }
    [[nodiscard]] Span length() const { return to - from; }
    bool operator==(const TimeRange&) const = default;
};

inline constexpr UtcTime earliestTime{Span{-62135596800000}}; ///< 0001-01-01T00:00:00Z
inline constexpr UtcTime latestTime{Span{253402300799999}};   ///< 9999-12-31T23:59:59.999Z

[[nodiscard]] constexpr UtcTime fromMsecs(qint64 msecs)
{
    return UtcTime{Span{msecs}};
}
[[nodiscard]] constexpr qint64 toMsecs(UtcTime time)
{
    return time.time_since_epoch().count();
}

/// `2026-01-21T00:00:00Z`, with `.sss` when the milliseconds are not zero.
[[nodiscard]] QString toIso(UtcTime time);

/// Reads ISO 8601 with `Z` or an offset; a date alone is midnight UTC; a time without zone is UTC.
/// `T` or a space may divide date and time; seconds and fractions may be absent. Error: Malformed.
[[nodiscard]] Result<UtcTime> parseIso(QByteArrayView text);

} // namespace holdline
