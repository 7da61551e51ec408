// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/store.h"

namespace holdline {

/// Events, every revision a row. One without an id gets one from its time and title.
class EventRows final {
public:
    EventRows(Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    [[nodiscard]] Result<std::vector<MergeOutcome>> merge(qint64 series, std::span<const Event> events);
    /// By time and id: for each id the revision that holds, when its time is in the range and it was not
    /// withdrawn.
    [[nodiscard]] Result<std::vector<Event>> events(qint64 series, TimeRange range,
                                                    std::optional<UtcTime> asOf);
    /// Those whose last revision withdraws them, by id.
    [[nodiscard]] Result<std::vector<Event>> withdrawn(qint64 series);
    [[nodiscard]] Result<SeriesExtent> extent(const StoredSeries& series);

private:
    [[nodiscard]] Result<std::vector<Event>> revisions(qint64 series, UtcTime knownBy);
    [[nodiscard]] Result<std::vector<Event>> held(qint64 series, UtcTime knownBy);
    [[nodiscard]] Result<Done> insert(qint64 series, const Event& event);

    Database& m_database;
    const Clock& m_clock;
};

} // namespace holdline
