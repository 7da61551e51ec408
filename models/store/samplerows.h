// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/store.h"

namespace holdline {

/// Samples as rows, every revision one.
class SampleRows final {
public:
    SampleRows(Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    [[nodiscard]] Result<std::vector<MergeOutcome>> merge(qint64 series, std::span<const Sample> samples);
    [[nodiscard]] Result<std::vector<Sample>> samples(qint64 series, TimeRange range,
                                                      std::optional<UtcTime> asOf);
    [[nodiscard]] Result<SeriesExtent> extent(const StoredSeries& series);

private:
    /// Every revision with its beginning in the range and known by then, by interval and knownAt.
    [[nodiscard]] Result<Done> forEachRevision(qint64 series, TimeRange range, UtcTime knownBy,
                                               const std::function<void(const Sample&)>& visit);

    Database& m_database;
    const Clock& m_clock;
};

/// Holes between consecutive samples, oldest first. Where one interval follows the other any hole counts;
/// sessions, auctions and months have time between them, and there only more than four days and twice the
/// usual distance does.
[[nodiscard]] qint64 countSampleGaps(std::span<const Sample> samples);

} // namespace holdline
