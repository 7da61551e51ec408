// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/calendarwithdrawal.h"

#include "models/history/calendarmemory.h"

#include <QCryptographicHash>

#include <algorithm>

namespace holdline {

namespace {

using Ids = CalendarMemory::Ids;

/// The names of sources and definitions may be of any length.
QString memoryName(const SeriesKey& key)
{
    const QString parts =
        QStringList{key.name, key.column, key.source, key.definition}.join(QLatin1Char('\n'));
    const QByteArray hash = QCryptographicHash::hash(parts.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("calendars/") + QString::fromLatin1(hash.toHex().first(32));
}

Ids idsOf(const std::vector<Event>& events)
{
    Ids ids;
    for (const Event& event : events)
        ids.insert(event.id);
    return ids;
}

bool isNamed(const QString& id, const Ids& names)
{
    return names.contains(id) || names.contains(recurringId(id));
}

/// What this reading withdraws of other readings of the same calendar, which is remembered anew.
Result<Ids> untold(Store& store, const SeriesKey& key, const Ids& told, const Ids& toCome,
                   const CalendarReading& reading)
{
    if (!reading.isWhole)
        return Ids{};
    const QString name = memoryName(key);
    const auto document = store.document(name);
    if (document.hasError())
        return document.error();
    auto memory = CalendarMemory::fromDocument(document.value().value_or(QByteArray()));
    Ids present = told;
    present.insert(reading.cancelled.begin(), reading.cancelled.end());
    Ids earlier = memory.takeEarlier(present, toCome);
    Ids remembered = told;
    const Ids unread(reading.unread.begin(), reading.unread.end());
    std::copy_if(earlier.begin(), earlier.end(), std::inserter(remembered, remembered.end()),
                 [&](const QString& id) { return isNamed(id, unread); });
    memory.remember(remembered);
    if (const auto put = store.putDocument(name, memory.toDocument()); put.hasError())
        return put.error();
    std::erase_if(earlier, [&](const QString& id) { return remembered.contains(id); });
    return earlier;
}

Event withdrawnFrom(Event event, UtcTime now)
{
    event.isWithdrawn = true;
    event.knownAt = std::max(now, event.knownAt + Span{1});
    return event;
}

} // namespace

Result<Done> tellAgain(Store& store, qint64 series, UtcTime now, std::vector<Event>& told)
{
    const auto withdrawn = store.withdrawnEvents(series);
    if (withdrawn.hasError())
        return withdrawn.error();
    const Ids ids = idsOf(withdrawn.value());
    for (Event& event : told)
        if (ids.contains(event.id))
            event.knownAt = now;
    return Done{};
}

Result<std::vector<Event>> withdrawUntold(Store& store, const StoredSeries& series,
                                          const std::vector<Event>& told, const CalendarReading& reading,
                                          UtcTime now)
{
    auto toCome = store.events(series.id, {now + Span{1}, latestTime});
    if (toCome.hasError())
        return toCome.error();
    const Ids toldIds = idsOf(told);
    const auto gone = untold(store, series.key, toldIds, idsOf(toCome.value()), reading);
    if (gone.hasError())
        return gone.error();
    const Ids cancelled(reading.cancelled.begin(), reading.cancelled.end());
    std::vector<Event> withdrawn;
    for (const Event& event : toCome.value())
        if (gone.value().contains(event.id) || (isNamed(event.id, cancelled) && !toldIds.contains(event.id)))
            withdrawn.push_back(withdrawnFrom(event, now));
    if (const auto merged = store.mergeEvents(series.id, withdrawn); merged.hasError())
        return merged.error();
    return withdrawn;
}

QString withdrawalSentence(const std::vector<Event>& withdrawn)
{
    const Event& first = withdrawn.front();
    const QString which = QStringLiteral("“%1” on %2").arg(first.title, toIso(first.time).left(10));
    if (withdrawn.size() == 1)
        return QStringLiteral("1 event to come is no longer in the calendar and is shown no longer: %1")
            .arg(which);
    return QStringLiteral(
               "%1 events to come are no longer in the calendar and are shown no longer, the first "
               "of them %2")
        .arg(withdrawn.size())
        .arg(which);
}

} // namespace holdline
