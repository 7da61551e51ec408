// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/calendarentry.h"

#include "models/imports/filehead.h"
#include "models/imports/libicaltime.h"
#include "models/imports/recurrence.h"

#include <libical/ical.h>
#include <memory>

namespace holdline {

namespace {

struct ComponentEnd {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentEnd>;

constexpr std::size_t mostDatesOfAnEntry = 10'000; ///< RDATE and EXDATE

/// Rules that libical must not see; a line holds one by its name or by its parameter VALUE=RECUR.
QByteArray withoutForeignRules(const QByteArray& text)
{
    QByteArrayList kept;
    for (const QByteArray& line : text.split('\n')) {
        const QByteArray upper = line.toUpper();
        const bool isRule = upper.startsWith("RRULE") || upper.contains("RECUR");
        if (!isRule || !namesCalendar(line))
            kept << line;
    }
    return kept.join('\n');
}

Component parsedComponent(const QByteArray& text)
{
    icalerror_set_errors_are_fatal(0);
    return Component(icalparser_parse_string(withoutForeignRules(text).constData()));
}

template <typename Use>
void eachProperty(icalcomponent* component, icalproperty_kind kind, Use use)
{
    for (auto* property = icalcomponent_get_first_property(component, kind); property;
         property = icalcomponent_get_next_property(component, kind))
        use(property);
}

QString firstText(icalcomponent* component, icalproperty_kind kind, const char* (*read)(const icalproperty*))
{
    const icalproperty* property = icalcomponent_get_first_property(component, kind);
    return property ? QString::fromUtf8(read(property)).trimmed() : QString();
}

QString zoneOf(icalproperty* property)
{
    const auto* parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    return parameter ? QString::fromUtf8(icalparameter_get_tzid(parameter)) : QString();
}

std::optional<CalendarTime> timeOf(icalproperty* property, const icaltimetype& time)
{
    auto read = fromLibical(time);
    if (read && read->form == CalendarTime::Form::Clock)
        read->zone = zoneOf(property);
    return read;
}

std::optional<CalendarTime> firstTime(icalcomponent* component, icalproperty_kind kind,
                                      icaltimetype (*read)(const icalproperty*))
{
    icalproperty* property = icalcomponent_get_first_property(component, kind);
    return property ? timeOf(property, read(property)) : std::nullopt;
}

std::vector<CalendarTime> extraTimes(icalcomponent* component)
{
    std::vector<CalendarTime> times;
    eachProperty(component, ICAL_RDATE_PROPERTY, [&](icalproperty* property) {
        const icaldatetimeperiodtype either = icalproperty_get_rdate(property);
        const bool isTime = !icaltime_is_null_time(either.time);
        const auto time = timeOf(property, isTime ? either.time : either.period.start);
        if (time && times.size() < mostDatesOfAnEntry)
            times.push_back(*time);
    });
    return times;
}

std::vector<CalendarTime> exceptionTimes(icalcomponent* component)
{
    std::vector<CalendarTime> times;
    eachProperty(component, ICAL_EXDATE_PROPERTY, [&](icalproperty* property) {
        const auto time = timeOf(property, icalproperty_get_exdate(property));
        if (time && times.size() < mostDatesOfAnEntry)
            times.push_back(*time);
    });
    return times;
}

/// From the text, as libical drops a rule that it cannot read.
QByteArrayList rulesOf(const QByteArray& text)
{
    QByteArrayList rules;
    for (const QByteArray& line : text.split('\n')) {
        if (line.size() > 6 && line.first(6).toUpper().startsWith("RRULE") && line.contains(':'))
            rules << line.sliced(line.indexOf(':') + 1).trimmed();
    }
    return rules;
}

Importance importanceByPriority(int priority)
{
    if (priority < 1 || priority > 9)
        return Importance::Medium;
    return priority <= 3 ? Importance::High : priority <= 6 ? Importance::Medium : Importance::Low;
}

/// Some calendars write a year before computers for what they do not know.
std::optional<UtcTime> statedTime(icalcomponent* component)
{
    std::optional<UtcTime> earliest;
    const auto take = [&](icalproperty_kind kind, icaltimetype (*read)(const icalproperty*)) {
        const auto time = firstTime(component, kind, read);
        if (time && time->time >= fromMsecs(0) && (!earliest || time->time < *earliest))
            earliest = time->time;
    };
    take(ICAL_CREATED_PROPERTY, icalproperty_get_created);
    take(ICAL_DTSTAMP_PROPERTY, icalproperty_get_dtstamp);
    take(ICAL_LASTMODIFIED_PROPERTY, icalproperty_get_lastmodified);
    return earliest;
}

void takeTexts(icalcomponent* component, CalendarEntry& entry)
{
    entry.id = firstText(component, ICAL_UID_PROPERTY, icalproperty_get_uid);
    entry.title = firstText(component, ICAL_SUMMARY_PROPERTY, icalproperty_get_summary).simplified();
    entry.note = firstText(component, ICAL_DESCRIPTION_PROPERTY, icalproperty_get_description);
    entry.category = firstText(component, ICAL_CATEGORIES_PROPERTY, icalproperty_get_categories);
    const auto* priority = icalcomponent_get_first_property(component, ICAL_PRIORITY_PROPERTY);
    entry.importance = importanceByPriority(priority ? icalproperty_get_priority(priority) : 0);
    const auto* status = icalcomponent_get_first_property(component, ICAL_STATUS_PROPERTY);
    entry.isCancelled = status && icalproperty_get_status(status) == ICAL_STATUS_CANCELLED;
}

/// The line that holds a property, for a sentence.
QByteArray lineOf(const QByteArray& text, QByteArrayView name)
{
    for (const QByteArray& line : text.split('\n')) {
        if (line.toUpper().startsWith(name))
            return line;
    }
    return {};
}

bool replacesLater(icalcomponent* component)
{
    icalproperty* property = icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY);
    const icalparameter* range =
        property ? icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER) : nullptr;
    return range && icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
}

} // namespace

QString calendarIdIn(const QByteArray& text)
{
    const QByteArray line = lineOf(text, "UID");
    const qsizetype colon = line.indexOf(':');
    return colon < 0 ? QString() : QString::fromUtf8(line.sliced(colon + 1)).trimmed();
}

Result<CalendarEntry> readCalendarEntry(const QByteArray& text)
{
    const Component component = parsedComponent(text);
    if (!component || icalcomponent_isa(component.get()) != ICAL_VEVENT_COMPONENT)
        return malformed(QStringLiteral("the event cannot be read"));
    CalendarEntry entry;
    takeTexts(component.get(), entry);
    if (entry.title.isEmpty())
        return malformed(QStringLiteral("no title"));
    const auto start = firstTime(component.get(), ICAL_DTSTART_PROPERTY, icalproperty_get_dtstart);
    const QByteArray startLine = lineOf(text, "DTSTART");
    if (!start)
        return malformed(startLine.isEmpty() ? QStringLiteral("no time")
                                             : QStringLiteral("not a time: %1").arg(quoted(startLine)));
    entry.start = *start;
    entry.replaces = firstTime(component.get(), ICAL_RECURRENCEID_PROPERTY, icalproperty_get_recurrenceid);
    entry.replacesLater = replacesLater(component.get());
    entry.rules = rulesOf(text);
    entry.extras = extraTimes(component.get());
    entry.exceptions = exceptionTimes(component.get());
    entry.stated = statedTime(component.get());
    return entry;
}

namespace {

constexpr std::size_t mostObservances = 100;

std::optional<CalendarObservance> observanceOf(icalcomponent* component)
{
    const auto onset = firstTime(component, ICAL_DTSTART_PROPERTY, icalproperty_get_dtstart);
    const auto* from = icalcomponent_get_first_property(component, ICAL_TZOFFSETFROM_PROPERTY);
    const auto* to = icalcomponent_get_first_property(component, ICAL_TZOFFSETTO_PROPERTY);
    if (!onset || !from || !to)
        return {};
    CalendarObservance observance;
    observance.onset = onset->time;
    observance.from = std::chrono::seconds{icalproperty_get_tzoffsetfrom(from)};
    observance.to = std::chrono::seconds{icalproperty_get_tzoffsetto(to)};
    const char* const written = icalcomponent_as_ical_string(component); // libical keeps it for a while
    observance.rules = rulesOf(written);
    observance.extras = extraTimes(component);
    return observance;
}

} // namespace

CalendarZoneText readCalendarZone(const QByteArray& text)
{
    CalendarZoneText zone;
    const Component component = parsedComponent(text);
    if (!component || icalcomponent_isa(component.get()) != ICAL_VTIMEZONE_COMPONENT)
        return zone;
    zone.name = firstText(component.get(), ICAL_TZID_PROPERTY, icalproperty_get_tzid);
    for (auto* inner = icalcomponent_get_first_component(component.get(), ICAL_ANY_COMPONENT); inner;
         inner = icalcomponent_get_next_component(component.get(), ICAL_ANY_COMPONENT)) {
        const auto observance = observanceOf(inner);
        if (observance && zone.observances.size() < mostObservances)
            zone.observances.push_back(*observance);
    }
    return zone;
}

} // namespace holdline
