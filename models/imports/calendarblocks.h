// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/bytesource.h"
#include "models/imports/importsink.h"

#include <QByteArray>

#include <vector>

namespace holdline {

/// An event or a time zone of a calendar, from BEGIN to END: unfolded lines, those alone that Holdline reads.
struct CalendarBlock {
    qint64 line = 0; ///< on which it begins
    QByteArray text;
};

struct CalendarBlocks {
    std::vector<CalendarBlock> events; ///< in the file's order
    std::vector<CalendarBlock> zones;
    QByteArray method;       ///< METHOD in capitals; empty: none
    bool hasEndless = false; ///< an event without an end was rejected
};

/// Finds the events and zones of an iCalendar file (RFC 5545, 3.1): lines end with CRLF or LF and may be
/// folded within a character. An event without an end is rejected alone. Of a line longer than 64 KB the rest
/// is left out. Error: Malformed when END:VCALENDAR is missing, as the file is cut off then, or when there is
/// too much.
[[nodiscard]] Result<CalendarBlocks> readCalendarBlocks(ByteSource& bytes, ImportSink& sink);

} // namespace holdline
