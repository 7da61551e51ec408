// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"
#include "models/foundation/result.h"

#include <QByteArray>

#include <optional>

namespace holdline {

/// One line of a capture: a message, an answer, or what happened to a connection, as one JSON object
/// `{"receivedAt","source","stream","payload"}`. `stream` is the route's name; of an answer it is `GET` and
/// the path, and `request` says what was asked; `date` is the answer's `Date`. Of a connection the payload is
/// `{"holdline":"opened"}` or `{"holdline":"closed","why"}`; at the beginning stands one of no source that
/// says which assets were followed, `{"holdline":"assets","assets"}`.
struct CaptureLine {
    enum class Kind { Message, Answer, Opened, Closed, Assets };
    Kind kind = Kind::Message;
    UtcTime receivedAt; ///< this program's time, not the venue's
    QString source;     ///< provider
    QString stream;
    QByteArray payload; ///< the bytes as they came; of Closed: why; of Assets: their names by comma
    std::optional<UtcTime> date = {};
    QString purpose = {};    ///< of an answer: `candles`, `time`, …
    QString instrument = {}; ///< id, or empty
    QString question = {};   ///< of daily values: its name
    Interval interval = oneMinute;
    TimeRange range = {};
};

/// With a line end. A payload that is a JSON object or array stands as it came; other text as a string; what
/// is no UTF-8 in base64 under `payload64`.
[[nodiscard]] QByteArray toCapture(const CaptureLine& line);
/// Reads one line; a payload may be an object, an array or a string, `receivedAt` ISO or milliseconds. Error:
/// Malformed.
[[nodiscard]] Result<CaptureLine> parseCaptureLine(const QByteArray& line);

[[nodiscard]] QString toText(RestRequest::Purpose purpose);
/// The request that an answer's line tells; absent when the feed has no such instrument or purpose.
[[nodiscard]] std::optional<RestRequest> requestOf(const CaptureLine& line, const Feed& feed);
[[nodiscard]] CaptureLine answerLine(const Feed& feed, const RestRequest& request, const QByteArray& body,
                                     std::optional<UtcTime> date, UtcTime receivedAt);

} // namespace holdline
