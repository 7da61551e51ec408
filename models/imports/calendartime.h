// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QString>

namespace holdline {

/// A time as a calendar writes it (RFC 5545, 3.3.4 and 3.3.5).
struct CalendarTime {
    enum class Form {
        Date,  ///< a day alone
        Clock, ///< what a clock shows, in `zone` or anywhere
        Utc,
    };
    UtcTime time; ///< day and time of day as they are written, as if in UTC
    Form form = Form::Utc;
    QString zone = {}; ///< TZID; empty: none

    bool operator==(const CalendarTime&) const = default;
};

} // namespace holdline
