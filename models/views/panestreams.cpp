// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/panestreams.h"

#include "models/store/coveragemerge.h"

#include <algorithm>

namespace holdline {

namespace {

bool isKnown(const Coverage& entry)
{
    return entry.state == CoverageState::Known || entry.state == CoverageState::Sampled;
}

/// Oldest first; they may overlap.
std::vector<TimeRange> knownToAny(const std::vector<PaneStream>& streams)
{
    std::vector<TimeRange> known;
    for (const PaneStream& stream : streams) {
        for (const Coverage& entry : stream.entries)
            if (isKnown(entry))
                known.push_back(entry.range);
    }
    std::sort(known.begin(), known.end(),
              [](const TimeRange& a, const TimeRange& b) { return a.from < b.from; });
    return known;
}

/// Whether a recorder knew until then and has said nothing since.
bool isPendingAt(const std::vector<PaneStream>& streams, UtcTime time)
{
    return std::any_of(streams.begin(), streams.end(), [&](const PaneStream& stream) {
        return stream.isRecorded && !stream.entries.empty() && isKnown(stream.entries.back()) &&
               stream.entries.back().range.to == time;
    });
}

/// What the first stream that says why says.
QString reasonAt(const std::vector<PaneStream>& streams, UtcTime time)
{
    for (const PaneStream& stream : streams)
        for (const Coverage& entry : stream.entries)
            if (entry.range.contains(time) && !entry.reason.isEmpty() && !isKnown(entry))
                return entry.reason;
    return {};
}

bool isGrownBy(const std::vector<Coverage>& before, const std::vector<Coverage>& after)
{
    if (before.empty() || before.size() != after.size() || !isKnown(after.back()))
        return false;
    Coverage last = after.back();
    last.range.to = before.back().range.to;
    return last == before.back() && after.back().range.to >= before.back().range.to &&
           std::equal(before.begin(), before.end() - 1, after.begin());
}

} // namespace

std::vector<Coverage> unknownToAll(const std::vector<PaneStream>& streams)
{
    std::vector<Coverage> unknown;
    UtcTime reached = earliestTime;
    for (const TimeRange& range : knownToAny(streams)) {
        if (range.from > reached)
            unknown.push_back({{reached, range.from}, CoverageState::Missing, reasonAt(streams, reached)});
        reached = std::max(reached, range.to);
    }
    if (reached < latestTime && !isPendingAt(streams, reached))
        unknown.push_back({{reached, latestTime}, CoverageState::Missing, reasonAt(streams, reached)});
    if (!unknown.empty() && unknown.front().range.from == earliestTime)
        unknown.front().state = CoverageState::Never;
    return unknown;
}

bool putCoverage(PaneStream& stream, const Coverage& entry)
{
    auto after = mergeCoverage(stream.entries, {&entry, 1});
    const bool isGrowth = stream.isRecorded && isGrownBy(stream.entries, after);
    stream.entries = std::move(after);
    stream.isRecorded = true;
    return isGrowth;
}

std::optional<UtcTime> recordingSince(const std::vector<PaneStream>& streams)
{
    std::optional<UtcTime> since;
    for (const PaneStream& stream : streams) {
        const auto first = std::find_if(stream.entries.begin(), stream.entries.end(), isKnown);
        if (stream.isRecorded && first != stream.entries.end())
            since = std::min(since.value_or(latestTime), first->range.from);
    }
    return since;
}

bool isKnownAt(const std::vector<Coverage>& unknown, UtcTime time)
{
    return std::none_of(unknown.begin(), unknown.end(),
                        [&](const Coverage& stretch) { return stretch.range.contains(time); });
}

} // namespace holdline
