// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/calendartime.h"
#include "models/market/event.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

namespace holdline {

/// A VEVENT as it is written.
struct CalendarEntry {
    QString id; ///< UID; may be empty
    QString title;
    QString note;
    QString category; ///< the first of them
    Importance importance = Importance::Medium;
    bool isCancelled = false;
    CalendarTime start;
    std::optional<CalendarTime> replaces; ///< RECURRENCE-ID: the occurrence that this one stands for
    bool replacesLater = false;           ///< RANGE=THISANDFUTURE: and for all later ones
    QByteArrayList rules;                 ///< of recurrence, as written
    std::vector<CalendarTime> extras;     ///< RDATE
    std::vector<CalendarTime> exceptions; ///< EXDATE
    std::optional<UtcTime> stated;        ///< the earliest of CREATED, DTSTAMP and LAST-MODIFIED
};

/// One rule of a zone: from an onset on, and on each recurrence of it, the clock is `to` before UTC.
struct CalendarObservance {
    UtcTime onset; ///< what the clock shows then, before it is set
    Span from{};   ///< clock less UTC before it
    Span to{};     ///< and after it
    QByteArrayList rules;
    std::vector<CalendarTime> extras;

    bool operator==(const CalendarObservance&) const = default;
};

struct CalendarZoneText {
    QString name;
    std::vector<CalendarObservance> observances;
};

/// The UID in the text of a block; empty when there is none.
[[nodiscard]] QString calendarIdIn(const QByteArray& text);
/// Reads the text of a block. Error: Malformed, the reason why it is no event.
[[nodiscard]] Result<CalendarEntry> readCalendarEntry(const QByteArray& text);
/// Observances that cannot be read are left out.
[[nodiscard]] CalendarZoneText readCalendarZone(const QByteArray& text);

} // namespace holdline
