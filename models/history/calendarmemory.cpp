// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/calendarmemory.h"

#include "models/imports/calendarreading.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace holdline {

namespace {

using Ids = CalendarMemory::Ids;

/// Each recurring event once.
Ids recurringIds(const Ids& ids)
{
    Ids all;
    for (const QString& id : ids)
        all.insert(recurringId(id));
    return all;
}

Ids common(const Ids& a, const Ids& b)
{
    Ids both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
    return both;
}

bool tellsHalfOf(const Ids& told, const Ids& earlier)
{
    return !earlier.empty() && 2 * common(told, earlier).size() >= earlier.size();
}

bool isSameCalendar(const Ids& told, const Ids& earlier, const Ids& toCome)
{
    return tellsHalfOf(told, earlier) || tellsHalfOf(told, common(earlier, toCome)) ||
           tellsHalfOf(recurringIds(told), recurringIds(earlier));
}

} // namespace

CalendarMemory CalendarMemory::fromDocument(const QByteArray& document)
{
    CalendarMemory memory;
    for (const QJsonValue& calendar : QJsonDocument::fromJson(document).array()) {
        Ids ids;
        for (const QJsonValue& id : calendar.toArray())
            ids.insert(id.toString());
        memory.m_calendars.push_back(std::move(ids));
    }
    return memory;
}

QByteArray CalendarMemory::toDocument() const
{
    QJsonArray calendars;
    for (const Ids& ids : m_calendars) {
        QJsonArray calendar;
        for (const QString& id : ids)
            calendar.append(id);
        calendars.append(calendar);
    }
    return QJsonDocument(calendars).toJson(QJsonDocument::Compact);
}

Ids CalendarMemory::takeEarlier(const Ids& told, const Ids& toCome)
{
    Ids taken;
    std::erase_if(m_calendars, [&](const Ids& earlier) {
        const bool isSame = isSameCalendar(told, earlier, toCome);
        if (isSame)
            taken.insert(earlier.begin(), earlier.end());
        return isSame;
    });
    return taken;
}

void CalendarMemory::remember(const Ids& told)
{
    if (!told.empty())
        m_calendars.push_back(told);
}

} // namespace holdline
