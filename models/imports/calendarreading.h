// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace holdline {

/// What a calendar tells beside its events. Ids are those of events; the id of a recurring one stands for all
/// its times.
struct CalendarReading {
    /// All that the calendar holds was told: it is no message about a few events, and nothing in it is
    /// without an id.
    bool isWhole = true;
    std::vector<QString> cancelled;
    std::vector<QString> unread; ///< in it, but not to be read, or not in full

    bool operator==(const CalendarReading&) const = default;
};

/// The id of one time of a recurring event, `<id> 2026-01-21T03:00:00Z`, without that time; else the id.
[[nodiscard]] QString recurringId(const QString& id);

} // namespace holdline
