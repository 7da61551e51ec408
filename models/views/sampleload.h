// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/loading.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace holdline {

/// The samples of one stored series as they were known, with where they come from; there is at least one.
struct LoadedSamples {
    StoredSeries series;
    std::vector<Sample> samples;
    [[nodiscard]] TimeRange range() const { return {samples.front().from, samples.back().to}; }
};

/// Nothing when no series of that name has a row known by then.
[[nodiscard]] Result<std::optional<LoadedSamples>> loadSamples(Loading& loading, const QString& name,
                                                               const QString& column);

inline constexpr Span longestQuiet = std::chrono::hours{24 * 4}; ///< holidays between two sessions

/// Whether nights lie between all of them, as between the sessions of an exchange.
[[nodiscard]] bool areSessions(const std::vector<Sample>& samples);
/// Adds the holes between one sample and the next; sessions leave nights and holidays between them.
void addHoles(std::vector<Coverage>& coverage, const std::vector<Sample>& samples);

[[nodiscard]] std::vector<SamplePoint> toPoints(const std::vector<Sample>& samples);
/// The time from which a sample after the last one was due.
[[nodiscard]] UtcTime dueAfter(const std::vector<Sample>& samples);

/// Names of stored series below a folder: `liquidations/binance` of `liquidations/`.
[[nodiscard]] Result<QStringList> namesBelow(Store& store, const QString& folder);

} // namespace holdline
