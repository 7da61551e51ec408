// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/calendarentry.h"

#include <QHash>
#include <QTimeZone>

#include <optional>

namespace holdline {

/// Turns times of a calendar into moments. A clock that is set forward never shows some times: they are
/// reckoned by the offset before; times that it shows twice are the first (RFC 5545, 3.3.5).
class CalendarZones {
public:
    /// `usual`: of days, and of times without a zone. Zones that the calendar describes are reckoned up to
    /// `last`.
    CalendarZones(const QTimeZone& usual, UtcTime last) : m_usual(usual), m_last(last) {}

    /// A VTIMEZONE of the calendar. Those with IANA names are not needed.
    void add(const CalendarZoneText& zone);
    /// Whether moment() can tell: by IANA name, by the calendar's own description, or by Windows name.
    [[nodiscard]] bool knows(const CalendarTime& time) const;
    [[nodiscard]] UtcTime moment(const CalendarTime& time) const;

private:
    struct Onset {
        UtcTime shown; ///< what the clock shows before it is set
        Span from{};
        Span to{};
    };

    QTimeZone m_usual;
    UtcTime m_last;
    QHash<QString, std::vector<Onset>> m_described; ///< in order of time
    mutable QHash<QString, QTimeZone> m_known;      ///< invalid: none by that name

    [[nodiscard]] const QTimeZone& named(const QString& name) const;
    [[nodiscard]] std::vector<Onset> onsetsOf(const CalendarObservance& observance) const;
};

} // namespace holdline
