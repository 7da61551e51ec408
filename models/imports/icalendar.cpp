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
        if (entry.hasValue() && entry.value().replaces && m_zones.knows(*entry.value().replaces))
            m_replaced[entry.value().id].insert(m_zones.moment(*entry.value().replaces));
    }
    void add(const CalendarBlock& block)
    {
        const auto entry = readCalendarEntry(block.text);
        if (entry.hasError())
            return m_sink.reject(block.line, entry.error().message);
        const QString fault = faultOf(entry.value());
        if (!fault.isEmpty())
            return m_sink.reject(block.line, fault);
        if (entry.value().rules.isEmpty() && entry.value().extras.empty())
            return give(entry.value(), m_zones.moment(entry.value().start), idOf(entry.value()));
        addRecurring(entry.value(), block.line);
    }
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

private:
    const ImportOptions& m_options;
    ImportSink& m_sink;
    UtcTime m_last;
    CalendarZones m_zones;
    SeriesKey m_key;
    std::map<QString, std::set<UtcTime>> m_replaced; ///< by id
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
        const std::set<UtcTime> moments = momentsOf(entry, fault);
        if (!fault.isEmpty())
            m_sink.reject(line, fault);
        for (const UtcTime time : moments)
            give(entry, time, entry.id.isEmpty() ? QString() : entry.id + QLatin1Char(' ') + toIso(time));
    }
    /// The latest times, those told elsewhere or taken out left out.
    std::set<UtcTime> momentsOf(const CalendarEntry& entry, QString& fault)
    {
        const ToMoment toMoment = [this](const CalendarTime& time) { return m_zones.moment(time); };
        std::set<UtcTime> moments{m_zones.moment(entry.start)};
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
                moments.insert(toMoment(time));
        }
        for (const CalendarTime& time : entry.extras) {
            if (m_zones.knows(time) && toMoment(time) <= m_last)
                moments.insert(toMoment(time));
        }
        takeOut(entry, moments);
        while (moments.size() > mostOccurrences) {
            moments.erase(moments.begin());
            isCut = true;
        }
        m_recurring += moments.size();
        noteCut(isCut, entry.title);
        return moments;
    }
    void takeOut(const CalendarEntry& entry, std::set<UtcTime>& moments) const
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
    void noteCut(bool isCut, const QString& title)
    {
        if (isCut && ++m_cut == 1)
            m_firstCut = title;
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
    reader.sayCuts();
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
