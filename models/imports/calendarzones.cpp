// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/calendarzones.h"

#include "models/imports/recurrence.h"

#include <QDateTime>

#include <algorithm>

namespace holdline {

namespace {

constexpr std::size_t mostOnsets = 2000;

UtcTime inNamedZone(UtcTime shown, const QTimeZone& zone)
{
    const auto offsetAt = [&](UtcTime time) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(toMsecs(time), Qt::UTC);
        return Span{std::chrono::seconds{zone.offsetFromUtc(moment)}};
    };
    const Span before = offsetAt(shown - std::chrono::hours{24});
    const Span after = offsetAt(shown + std::chrono::hours{24});
    if (offsetAt(shown - before) != before && offsetAt(shown - after) == after)
        return shown - after;
    return shown - before;
}

QTimeZone zoneByName(const QString& name)
{
    const QByteArray id = name.toUtf8();
    if (QTimeZone::isTimeZoneIdAvailable(id))
        return QTimeZone(id);
    const QByteArray ofWindows = QTimeZone::windowsIdToDefaultIanaId(id);
    return ofWindows.isEmpty() ? QTimeZone() : QTimeZone(ofWindows);
}

} // namespace

std::vector<CalendarZones::Onset> CalendarZones::onsetsOf(const CalendarObservance& observance) const
{
    const CalendarTime start{observance.onset, CalendarTime::Form::Clock};
    const ToMoment toMoment = [&](const CalendarTime& time) {
        return time.form == CalendarTime::Form::Utc ? time.time : time.time - observance.from;
    };
    std::vector<UtcTime> shown{observance.onset};
    for (const QByteArray& rule : observance.rules) {
        const auto found = occurrences(rule, start, m_last, mostOnsets, toMoment);
        if (found.hasError())
            continue;
        for (const CalendarTime& time : found.value().times)
            shown.push_back(time.time);
    }
    for (const CalendarTime& extra : observance.extras)
        shown.push_back(extra.time);
    std::vector<Onset> onsets;
    for (const UtcTime time : shown)
        onsets.push_back({time, observance.from, observance.to});
    return onsets;
}

void CalendarZones::add(const CalendarZoneText& zone)
{
    if (m_described.contains(zone.name) || QTimeZone::isTimeZoneIdAvailable(zone.name.toUtf8()))
        return;
    std::vector<Onset> all;
    for (const CalendarObservance& observance : zone.observances) {
        const auto onsets = onsetsOf(observance);
        all.insert(all.end(), onsets.begin(), onsets.end());
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Onset& a, const Onset& b) { return a.shown < b.shown; });
    if (!all.empty())
        m_described.insert(zone.name, std::move(all));
}

const QTimeZone& CalendarZones::named(const QString& name) const
{
    auto found = m_known.find(name);
    if (found == m_known.end())
        found = m_known.insert(name, zoneByName(name));
    return *found;
}

bool CalendarZones::knows(const CalendarTime& time) const
{
    const bool isNamed = time.form == CalendarTime::Form::Clock && !time.zone.isEmpty();
    return !isNamed || m_described.contains(time.zone) || named(time.zone).isValid();
}

UtcTime CalendarZones::moment(const CalendarTime& time) const
{
    if (time.form == CalendarTime::Form::Utc)
        return time.time;
    const auto described = m_described.constFind(time.zone);
    if (time.form == CalendarTime::Form::Date || time.zone.isEmpty())
        return inNamedZone(time.time, m_usual);
    if (described == m_described.constEnd())
        return inNamedZone(time.time, named(time.zone));
    const auto after =
        std::upper_bound(described->begin(), described->end(), time.time,
                         [](UtcTime shown, const Onset& onset) { return shown < onset.shown; });
    if (after == described->begin())
        return time.time - after->from;
    const Onset& onset = *std::prev(after);
    const bool isSkipped = time.time < onset.shown + (onset.to - onset.from);
    return time.time - (isSkipped ? onset.from : onset.to);
}

} // namespace holdline
