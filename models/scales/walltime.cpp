// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/walltime.h"

#include <QDateTime>

#include <algorithm>

namespace holdline {

namespace {

QDateTime toQt(qint64 msecs)
{
    return QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC);
}

// Outside of these years the offset is taken as constant: listing the changes of millennia is slow and no
// zone can promise them.
constexpr qint64 firstListed = -2'208'988'800'000; // 1900-01-01T00:00:00Z
constexpr qint64 lastListed = 4'102'444'800'000;   // 2100-01-01T00:00:00Z
constexpr qint64 oneDayMs = 86'400'000;

} // namespace

WallClock::WallClock(TimeRange range, const QTimeZone& zone)
{
    const qint64 from = toMsecs(range.from) - oneDayMs;
    const qint64 to = std::max(toMsecs(range.to), toMsecs(range.from)) + oneDayMs;
    const qint64 listFrom = std::clamp(from, firstListed, lastListed);
    const qint64 listTo = std::clamp(to, firstListed, lastListed);
    m_segments.push_back({from, to, qint64{1000} * zone.offsetFromUtc(toQt(listFrom))});
    for (const auto& change : zone.transitions(toQt(listFrom), toQt(listTo))) {
        const qint64 at = change.atUtc.toMSecsSinceEpoch();
        const qint64 offset = qint64{1000} * change.offsetFromUtc;
        if (at <= from || at >= to || offset == m_segments.back().offsetMs)
            continue;
        m_segments.back().toMs = at;
        m_segments.push_back({at, to, offset});
    }
}

qint64 WallClock::utcAt(WallMs wall) const
{
    for (const auto& segment : m_segments) {
        if (wall < segment.wallFrom())
            return segment.fromMs;
        if (wall < segment.wallTo())
            return wall - segment.offsetMs;
    }
    return wall - m_segments.back().offsetMs;
}

const WallSegment& WallClock::segmentAt(qint64 utcMs) const
{
    const auto found = std::ranges::upper_bound(m_segments, utcMs, {}, &WallSegment::toMs);
    return found == m_segments.end() ? m_segments.back() : *found;
}

bool WallClock::isRepeated(WallMs wall) const
{
    return std::ranges::count_if(m_segments, [wall](const WallSegment& segment) {
               return wall >= segment.wallFrom() && wall < segment.wallTo();
           }) > 1;
}

} // namespace holdline
