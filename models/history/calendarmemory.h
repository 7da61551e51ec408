// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QStringList>

#include <set>
#include <vector>

namespace holdline {

/// Which events each of the calendars told that one series is read from. A file has no name that can be
/// relied on, so a calendar is known again by its events: two readings are of the same one when the later
/// tells at least half of what the earlier told.
class CalendarMemory final {
public:
    using Ids = std::set<QString>;

    /// Of an empty document nothing is remembered.
    [[nodiscard]] static CalendarMemory fromDocument(const QByteArray& document);
    [[nodiscard]] QByteArray toDocument() const;

    /// Forgets the earlier readings of the calendar that tells these events now, and returns what they told.
    /// `toCome`: what of all stored events is still to come, as some calendars drop what is past.
    [[nodiscard]] Ids takeEarlier(const Ids& told, const Ids& toCome);
    void remember(const Ids& told);

private:
    std::vector<Ids> m_calendars;
};

} // namespace holdline
