// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/calendarreading.h"
#include "models/store/store.h"

namespace holdline {

/// Events that were withdrawn and are told again are known again from now on.
[[nodiscard]] Result<Done> tellAgain(Store& store, qint64 series, UtcTime now, std::vector<Event>& told);

/// After the events of a calendar are stored: withdraws, from now on, what of its earlier readings it tells
/// no longer and what it cancels, where that is still to come. What is past stays, and so does what other
/// calendars and tables told under the same series. Returns what was withdrawn, by time.
[[nodiscard]] Result<std::vector<Event>> withdrawUntold(Store& store, const StoredSeries& series,
                                                        const std::vector<Event>& told,
                                                        const CalendarReading& reading, UtcTime now);

/// `1 event to come is no longer in the calendar and is shown no longer: “Vote” on 2026-01-20`
[[nodiscard]] QString withdrawalSentence(const std::vector<Event>& withdrawn);

} // namespace holdline
