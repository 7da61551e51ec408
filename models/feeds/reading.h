// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace holdline {

/// What a message or an answer was.
struct Reading {
    enum class Kind {
        Data,          ///< records were read, perhaps none: an event that Holdline does not use
        Acknowledged,  ///< a subscription was accepted, which proves nothing
        Alive,         ///< pong, heartbeat, greeting
        Goodbye,       ///< the venue is about to close this connection: open another first
        Halted,        ///< the venue says that it does not trade now
        Refused,       ///< the venue refused what was asked of it; `reason` says how
        RateLimited,   ///< asked too often
        RegionRefused, ///< not offered where this program runs
        Unavailable,   ///< the venue is down or overloaded; again later
        Rejected,      ///< these bytes do not mean what they should; `reason` says why
        TooEarly,      ///< it cannot be read before an answer that was asked for: to be read again then
    };
    Kind kind = Kind::Data;
    int stream = -1;     ///< index into the route's streams, -1: none of them
    QString reason = {}; ///< a sentence when the kind needs one
};

} // namespace holdline
