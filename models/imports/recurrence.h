// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/calendartime.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace holdline {

/// The moment that a time of the calendar is.
using ToMoment = std::function<UtcTime(const CalendarTime&)>;

struct Occurrences {
    std::vector<CalendarTime> times; ///< oldest first
    bool isCut = false;              ///< there are earlier ones
};

/// Whether a rule names the calendar that it counts by (RFC 7529, RSCALE). libical 3.0 loses the memory of
/// each such name, so that no such rule may reach it.
[[nodiscard]] bool namesCalendar(const QByteArray& rule);

/// When an event recurs by a rule of RFC 5545, 3.3.10, its start included: up to the moment `last`, and of
/// those the latest `most`. Error: Malformed, a sentence, for a rule that libical cannot read, one that
/// recurs within a day, one of another calendar, and one that never ends to be reckoned.
[[nodiscard]] Result<Occurrences> occurrences(const QByteArray& rule, const CalendarTime& start, UtcTime last,
                                              std::size_t most, const ToMoment& toMoment);

} // namespace holdline
