// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>

#include <optional>

namespace holdline {

/// No pause that a venue asks for is obeyed for longer; the longest known ban is 3 days.
inline constexpr Span longestPause = std::chrono::hours{7 * 24};

/// What came back for a question, before it is judged.
struct HttpAnswer {
    int status = 0;
    QByteArray contentType;
    QByteArray date;
    QByteArray retryAfter;
    QByteArray usedWeight; ///< of the header that RateRules names
    QByteArray reset;      ///< likewise
    QByteArray body;       ///< unpacked
};

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the form that RFC 9110 5.6.7 lets senders use.
[[nodiscard]] std::optional<UtcTime> parseHttpDate(QByteArrayView text);

/// Reads `Retry-After`, seconds or a date; a date counts from `date`, the answer's own, else from `now`.
/// Absent when it is neither or not in the future. At most a week.
[[nodiscard]] std::optional<Span> parseRetryAfter(QByteArrayView text, std::optional<UtcTime> date,
                                                  UtcTime now);

/// Reads a whole number of seconds: until then, or from 2001 on the epoch second until which. Otherwise as
/// above.
[[nodiscard]] std::optional<Span> parseReset(QByteArrayView text, std::optional<UtcTime> date, UtcTime now);

/// The epoch milliseconds after `banned until` in a body, as Binance writes them.
[[nodiscard]] std::optional<UtcTime> parseBannedUntil(QByteArrayView body);

/// Whether this is a page for people: by its content type, or because it begins with `<`.
[[nodiscard]] bool isHtml(const HttpAnswer& answer);

/// Without the byte order mark of UTF-8.
[[nodiscard]] QByteArray withoutMark(QByteArray body);

} // namespace holdline
