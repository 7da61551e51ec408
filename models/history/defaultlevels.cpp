// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/defaultlevels.h"

#include "models/history/trackededges.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span longestAge = std::chrono::hours{24 * 30};

struct Wanted {
    const char* id;
    const char* name;
    LevelRole role;
    QStringList follows;
};

const std::vector<Wanted>& wantedLevels()
{
    static const std::vector<Wanted> levels{
        {"defense-band",
         "Defense band",
         LevelRole::Support,
         {QStringLiteral("cohort/1d-1w"), QStringLiteral("cohort/1w-1m")}},
        {"resistance-1m-3m", "Resistance 1m-3m", LevelRole::Resistance, {QStringLiteral("cohort/1m-3m")}},
        {"resistance-sth", "Resistance STH", LevelRole::Resistance, {QStringLiteral("cohort/sth")}},
    };
    return levels;
}

/// Those that reach `since`.
Result<std::vector<StoredSeries>> costBasesOf(Store& store, const QString& name, UtcTime since)
{
    const auto found = store.find(name);
    if (found.hasError())
        return found;
    std::vector<StoredSeries> bases;
    for (const StoredSeries& series : found.value()) {
        if (series.kind != SeriesKind::Samples || series.key.column != QStringLiteral("cost_basis"))
            continue;
        const auto extent = store.extent(series.id);
        if (extent.hasError())
            return extent.error();
        if (extent.value().rows > 0 && extent.value().range.to >= since)
            bases.push_back(series);
    }
    return bases;
}

Result<bool> hasFrom(Store& store, const QString& name, const QString& source, UtcTime since)
{
    const auto found = costBasesOf(store, name, since);
    if (found.hasError())
        return found.error();
    return std::any_of(found.value().begin(), found.value().end(),
                       [&](const StoredSeries& series) { return series.key.source == source; });
}

/// The series that the level's first edge follows, from the first source that has the second one too.
Result<std::optional<StoredSeries>> firstFollowed(Store& store, const QStringList& follows, UtcTime since)
{
    const auto found = costBasesOf(store, follows.front(), since);
    if (found.hasError())
        return found.error();
    for (const StoredSeries& series : found.value()) {
        const auto hasBoth = hasFrom(store, follows.back(), series.key.source, since);
        if (hasBoth.hasError())
            return hasBoth.error();
        if (hasBoth.value())
            return std::optional(series);
    }
    return std::optional<StoredSeries>();
}

Result<bool> wasEverThere(Store& store, const QString& id)
{
    const auto journal = store.journal(id);
    if (journal.hasError())
        return journal.error();
    return !journal.value().empty();
}

/// Absent while what it follows is not there, or has no value.
Result<std::optional<Level>> made(Store& store, const Wanted& wanted, UtcTime since)
{
    const auto first = firstFollowed(store, wanted.follows, since);
    if (first.hasError())
        return first.error();
    if (!first.value())
        return std::optional<Level>();
    Level level;
    level.id = QString::fromLatin1(wanted.id);
    level.instrument = QStringLiteral("binance:BTCUSDT");
    level.name = QString::fromLatin1(wanted.name);
    level.role = wanted.role;
    level.origin = LevelOrigin::Tracking;
    level.source = first.value()->key.source;
    level.definition = first.value()->key.definition;
    level.note = QStringLiteral("Comes with the cost bases that it follows; once removed it stays away.");
    level.follows = wanted.follows;
    const auto edges = edgesOf(store, level);
    if (edges.hasError())
        return edges.error();
    if (edges.value().empty())
        return std::optional<Level>();
    level.low = edges.value().back().low;
    level.high = edges.value().back().high;
    return std::optional(level);
}

} // namespace

Result<int> addDefaultLevels(Store& store, std::optional<UtcTime> now)
{
    const UtcTime since = now ? *now - longestAge : earliestTime;
    std::vector<Level> levels;
    for (const Wanted& wanted : wantedLevels()) {
        const auto wasThere = wasEverThere(store, QString::fromLatin1(wanted.id));
        if (wasThere.hasError())
            return wasThere.error();
        if (wasThere.value())
            continue;
        auto level = made(store, wanted, since);
        if (level.hasError())
            return level.error();
        if (level.value())
            levels.push_back(std::move(*level.value()));
    }
    if (levels.empty())
        return 0;
    const auto put = store.putLevels(levels);
    return put.hasError() ? Result<int>(put.error()) : static_cast<int>(levels.size());
}

} // namespace holdline
