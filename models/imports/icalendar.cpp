// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/icalendar.h"

#include "models/imports/calendarblocks.h"
#include "models/imports/calendarzones.h"
#include "models/imports/recurrence.h"

#include <QLocale>

#include <algorithm>
#include <map>
#include <set>

namespace holdline {

namespace {

constexpr Span farthestAhead = std::chrono::hours{24 * 731}; ///< two years with a leap day
constexpr std::size_t mostOccurrences = 1000;                ///< of an event
constexpr std::size_t mostRecurring = 200'000;               ///< occurrences of all events of a file

bool recognisesICalendar(const FileHead& head, const ImportOptions&)
{
    return head.shape == FileHead::Shape::Lines &&
           head.lines.front().text.trimmed().toUpper() == "BEGIN:VCALENDAR";
}

QTimeZone zoneFor(const ImportOptions& options)
{
    return options.zone.isEmpty() ? QTimeZone::utc() : QTimeZone(options.zone.toUtf8());
}

using Moments = std::map<UtcTime, CalendarTime>; ///< with how the calendar writes them

class CalendarReader {
public:
    CalendarReader(const ImportOptions& options, ImportSink& sink)
        : m_options(options),
          m_sink(sink),
          m_last(options.now + farthestAhead),
          m_zones(zoneFor(options), m_last)
    {
        SeriesKey key;
        key.name =
            QStringLiteral("events/") + (options.source.isEmpty() ? QStringLiteral("file") : options.source);
        key.source = QStringLiteral("file");
        m_key = key;
    }

    void addZone(const CalendarBlock& block) { m_zones.add(readCalendarZone(block.text)); }
    /// An occurrence that is told by itself, so that the recurring event leaves it out.
    void noteReplaced(const CalendarBlock& block)
    {
        const auto entry = readCalendarEntry(block.text);
        if (entry.hasError() || !entry.value().replaces || !m_zones.knows(*entry.value().replaces))
            return;
        const UtcTime replaced = m_zones.moment(*entry.value().replaces);
        m_replaced[entry.value().id].insert(replaced);
        if (entry.value().replacesLater && m_zones.knows(entry.value().start))
            m_later[entry.value().id].insert_or_assign(replaced, entry.value());
    }
    void add(const CalendarBlock& block)
    {
        const auto entry = readCalendarEntry(block.text);
        if (entry.hasError()) {
            noteUnread(calendarIdIn(block.text));
            return m_sink.reject(block.line, entry.error().message);
        }
        const QString fault = faultOf(entry.value());
        if (!fault.isEmpty()) {
            noteLeftOut(entry.value());
            return m_sink.reject(block.line, fault);
        }
        if (entry.value().rules.isEmpty() && entry.value().extras.empty())
            return give(entry.value(), m_zones.moment(entry.value().start), idOf(entry.value()));
        addRecurring(entry.value(), block.line);
    }
    void finish(const CalendarBlocks& blocks)
    {
        const bool isMessage = !blocks.method.isEmpty() && blocks.method != "PUBLISH";
        m_reading.isWhole = m_reading.isWhole && !isMessage && !blocks.hasEndless;
        m_sink.calendarRead(m_sink.series(m_key, SeriesKind::Events, {}), m_reading);
        sayCuts();
    }

private:
    void sayCuts() const
    {
        if (m_cut > 0)
            m_sink.say(
                QStringLiteral("%1 recurring events have more than %2 times, the first of them “%3”; the "
                               "latest are taken")
                    .arg(m_cut)
                    .arg(QLocale(QLocale::English).toString(static_cast<int>(mostOccurrences)))
                    .arg(m_firstCut));
    }

    const ImportOptions& m_options;
    ImportSink& m_sink;
    UtcTime m_last;
    CalendarZones m_zones;
    SeriesKey m_key;
    std::map<QString, std::set<UtcTime>> m_replaced; ///< by id
    /// By id and the time from which on: what stands for all occurrences from then on.
    std::map<QString, std::map<UtcTime, CalendarEntry>> m_later;
    CalendarReading m_reading;
    std::size_t m_recurring = 0;
    int m_cut = 0;
    QString m_firstCut;

    [[nodiscard]] QString faultOf(const CalendarEntry& entry) const
    {
        if (entry.isCancelled)
            return QStringLiteral("cancelled: %1").arg(entry.title);
        if (m_zones.knows(entry.start))
            return {};
        return QStringLiteral(
                   "the time zone “%1” is no name of the IANA, and the calendar does not describe it")
            .arg(entry.start.zone);
    }
    void noteUnread(const QString& id)
    {
        if (id.isEmpty())
            m_reading.isWhole = false;
        else
            m_reading.unread.push_back(id);
    }
    void noteLeftOut(const CalendarEntry& entry)
    {
        if (entry.isCancelled && !entry.id.isEmpty())
            m_reading.cancelled.push_back(idOf(entry));
        else if (!entry.isCancelled)
            noteUnread(entry.id);
    }
    [[nodiscard]] QString idOf(const CalendarEntry& entry) const
    {
        if (entry.replaces && !entry.id.isEmpty() && m_zones.knows(*entry.replaces))
            return entry.id + QLatin1Char(' ') + toIso(m_zones.moment(*entry.replaces));
        return entry.id;
    }
    void give(const CalendarEntry& entry, UtcTime time, const QString& id)
    {
        Event event;
        event.time = time;
        event.title = entry.title;
        event.id = id.isEmpty() ? toIso(time) + QLatin1Char(' ') + entry.title : id;
        event.category = entry.category;
        event.importance = entry.importance;
        event.note = entry.note;
        // What is past was known when it happened, whenever the calendar was written.
        event.knownAt = std::min({time, m_options.now, entry.stated.value_or(m_options.now)});
        m_sink.event(m_sink.series(m_key, SeriesKind::Events, {}), event);
    }
    void addRecurring(const CalendarEntry& entry, qint64 line)
    {
        QString fault;
        const Moments moments = momentsOf(entry, fault);
        if (!fault.isEmpty()) {
            noteUnread(entry.id);
            m_sink.reject(line, fault);
        }
        for (const auto& [moment, time] : moments)
            giveOccurrence(entry, moment, time);
    }
    void giveOccurrence(const CalendarEntry& entry, UtcTime moment, const CalendarTime& time)
    {
        const QString id = entry.id.isEmpty() ? QString() : entry.id + QLatin1Char(' ') + toIso(moment);
        const CalendarEntry* const later = laterOf(entry.id, moment);
        if (!later)
            return give(entry, moment, id);
        if (later->isCancelled)
            return m_reading.cancelled.push_back(id);
        give(*later, movedAs(*later, moment, time), id);
    }
    /// What stands for the occurrence because it stands for one before it and all later ones, or null.
    [[nodiscard]] const CalendarEntry* laterOf(const QString& id, UtcTime moment) const
    {
        const auto found = m_later.find(id);
        if (found == m_later.end())
            return nullptr;
        const auto after = found->second.upper_bound(moment);
        return after == found->second.begin() ? nullptr : &std::prev(after)->second;
    }
    /// By the clock where one clock tells all of the times, so that a change of the clock is kept.
    [[nodiscard]] UtcTime movedAs(const CalendarEntry& later, UtcTime moment, const CalendarTime& time) const
    {
        const CalendarTime& from = *later.replaces;
        const CalendarTime& to = later.start;
        const bool isOneClock =
            from.form == to.form && from.zone == to.zone && time.form == to.form && time.zone == to.zone;
        if (!isOneClock)
            return moment + (m_zones.moment(to) - m_zones.moment(from));
        return m_zones.moment({time.time + (to.time - from.time), time.form, time.zone});
    }
    /// The latest times, those told elsewhere or taken out left out.
    Moments momentsOf(const CalendarEntry& entry, QString& fault)
    {
        const ToMoment toMoment = [this](const CalendarTime& time) { return m_zones.moment(time); };
        Moments moments{{m_zones.moment(entry.start), entry.start}};
        bool isCut = false;
        for (const QByteArray& rule : entry.rules) {
            if (m_recurring >= mostRecurring) {
                fault = QStringLiteral("the calendar recurs too often, so the first time alone is taken: %1")
                            .arg(entry.title);
                continue;
            }
            const auto found = occurrences(rule, entry.start, m_last, mostOccurrences, toMoment);
            if (found.hasError()) {
                fault = found.error().message;
                continue;
            }
            isCut = isCut || found.value().isCut;
            for (const CalendarTime& time : found.value().times)
                moments.emplace(toMoment(time), time);
        }
        for (const CalendarTime& time : entry.extras) {
            if (m_zones.knows(time) && toMoment(time) <= m_last)
                moments.emplace(toMoment(time), time);
        }
        takeOut(entry, moments);
        while (moments.size() > mostOccurrences) {
            moments.erase(moments.begin());
            isCut = true;
        }
        m_recurring += moments.size();
        if (isCut)
            noteCut(entry);
        return moments;
    }
    void takeOut(const CalendarEntry& entry, Moments& moments) const
    {
        for (const CalendarTime& time : entry.exceptions) {
            if (m_zones.knows(time))
                moments.erase(m_zones.moment(time));
        }
        const auto replaced = m_replaced.find(entry.id);
        if (replaced == m_replaced.end())
            return;
        for (const UtcTime time : replaced->second)
            moments.erase(time);
    }
    void noteCut(const CalendarEntry& entry)
    {
        noteUnread(entry.id);
        if (++m_cut == 1)
            m_firstCut = entry.title;
    }
};

Result<Done> readICalendar(ImportFile& file, const ImportOptions& options, ImportSink& sink)
{
    const auto blocks = readCalendarBlocks(file.bytes(), sink);
    if (blocks.hasError())
        return blocks.error();
    CalendarReader reader(options, sink);
    for (const CalendarBlock& zone : blocks.value().zones)
        reader.addZone(zone);
    for (const CalendarBlock& event : blocks.value().events) {
        if (event.text.contains("RECURRENCE-ID"))
            reader.noteReplaced(event);
    }
    for (const CalendarBlock& event : blocks.value().events) {
        if (sink.shouldStop())
            return Done{};
        reader.add(event);
    }
    reader.finish(blocks.value());
    return Done{};
}

} // namespace

ImportDialect iCalendarDialect()
{
    return {.name = QStringLiteral("iCalendar"),
            .kind = QStringLiteral("events"),
            .recognises = recognisesICalendar,
            .read = readICalendar};
}

} // namespace holdline
