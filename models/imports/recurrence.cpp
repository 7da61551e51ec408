// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/recurrence.h"

#include "models/imports/filehead.h"
#include "models/imports/libicaltime.h"

#include <deque>
#include <memory>

namespace holdline {

namespace {

constexpr int mostSteps = 1'000'000;                  ///< a day each since the year 1 are 740,000
constexpr Span widestOffset = std::chrono::hours{26}; ///< between what any two clocks show

struct IteratorEnd {
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

Error unfit(const QByteArray& rule)
{
    return malformed(QStringLiteral("the recurrence cannot be reckoned, so its first time alone is taken: %1")
                         .arg(quoted(rule)));
}

/// The moment up to which a rule goes on by itself. RFC 5545 wants UNTIL in UTC where the start has a zone,
/// and a date where it is one; a date that does not fit is taken with its whole day.
UtcTime endOf(const icaltimetype& until, const CalendarTime& start, const ToMoment& toMoment)
{
    auto end = fromLibical(until);
    if (!end)
        return latestTime;
    const bool isOfDates = start.form == CalendarTime::Form::Date;
    const bool isDate = end->form == CalendarTime::Form::Date;
    if (isOfDates)
        return toMoment({std::chrono::floor<std::chrono::days>(end->time), CalendarTime::Form::Date});
    if (isDate)
        return toMoment({end->time + std::chrono::hours{24}, start.form, start.zone}) - Span{1};
    if (end->form == CalendarTime::Form::Clock)
        end->zone = start.zone;
    return toMoment(*end);
}

} // namespace

bool namesCalendar(const QByteArray& rule)
{
    return rule.toUpper().contains("RSCALE");
}

Result<Occurrences> occurrences(const QByteArray& rule, const CalendarTime& start, UtcTime last,
                                std::size_t most, const ToMoment& toMoment)
{
    if (namesCalendar(rule))
        return unfit(rule);
    icalrecurrencetype read = icalrecurrencetype_from_string(rule.constData());
    if (read.freq < ICAL_DAILY_RECURRENCE || read.freq > ICAL_YEARLY_RECURRENCE)
        return unfit(rule);
    const UtcTime end = std::min(last, endOf(read.until, start, toMoment));
    read.until = icaltime_null_time(); // it would be compared with what the clock shows
    const bool isDate = start.form == CalendarTime::Form::Date;
    const std::unique_ptr<icalrecur_iterator, IteratorEnd> iterator(
        icalrecur_iterator_new(read, toLibical(start.time, isDate)));
    if (!iterator)
        return unfit(rule);
    std::deque<CalendarTime> times;
    if (toMoment(start) <= end)
        times.push_back(start);
    bool isCut = false;
    for (int step = 0;; ++step) {
        const auto next = fromLibical(icalrecur_iterator_next(iterator.get()));
        if (!next)
            break;
        if (step == mostSteps)
            return unfit(rule);
        CalendarTime time = start;
        time.time = next->time;
        if (time.time <= start.time)
            continue;
        const bool isNear = time.time > end - widestOffset;
        if (time.time > end + widestOffset || (isNear && toMoment(time) > end))
            break;
        times.push_back(time);
        if (times.size() > most) {
            times.pop_front();
            isCut = true;
        }
    }
    return Occurrences{{times.begin(), times.end()}, isCut};
}

} // namespace holdline
