// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/ticks.h"
#include "models/scales/timeformat.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

using Date = std::chrono::year_month_day;

enum class Unit { Minute, Day, Month, Year };

struct Step {
    Unit unit = Unit::Minute;
    int count = 1;
};

constexpr std::array<Step, 20> shorterSteps{
    {{Unit::Minute, 1},   {Unit::Minute, 2},  {Unit::Minute, 5},   {Unit::Minute, 10},  {Unit::Minute, 15},
     {Unit::Minute, 30},  {Unit::Minute, 60}, {Unit::Minute, 120}, {Unit::Minute, 180}, {Unit::Minute, 360},
     {Unit::Minute, 720}, {Unit::Day, 1},     {Unit::Day, 2},      {Unit::Day, 5},      {Unit::Day, 10},
     {Unit::Day, 15},     {Unit::Month, 1},   {Unit::Month, 2},    {Unit::Month, 3},    {Unit::Month, 6}}};

constexpr double minuteMs = 60'000;
constexpr double dayMs = 1440 * minuteMs;

/// A day of 23 hours, February, and years that are not leap years.
double shortestMs(Step step)
{
    switch (step.unit) {
    case Unit::Minute:
        return step.count * minuteMs;
    case Unit::Day:
        return step.count * dayMs - 60 * minuteMs;
    case Unit::Month:
        return (step.count * 30 - 2) * dayMs - 60 * minuteMs;
    case Unit::Year:
        return step.count * 365 * dayMs;
    }
    return 0;
}

Step shortestStep(double leastMs)
{
    for (const Step step : shorterSteps) {
        if (shortestMs(step) >= leastMs)
            return step;
    }
    static constexpr std::array<int, 3> factors{1, 2, 5};
    for (int decade = 1; decade < 10'000; decade *= 10) {
        for (const int factor : factors) {
            if (shortestMs({Unit::Year, factor * decade}) >= leastMs)
                return {Unit::Year, factor * decade};
        }
    }
    return {Unit::Year, 10'000};
}

/// Collects ticks in the order of their making.
class TickMaker final {
public:
    TickMaker(TimeRange range, const QTimeZone& zone, int yearOfNow)
        : m_range(range),
          m_clock(range, zone),
          m_year(yearOfNow)
    {
    }

    std::vector<TimeTick> make(Step step)
    {
        if (step.unit == Unit::Minute) {
            addClockTimes(step.count);
            addDates({Unit::Day, 1}, step.unit);
            // Where both fall together the day, added later, wins.
            std::ranges::stable_sort(m_ticks, {}, &TimeTick::time);
        } else {
            addDates(step, step.unit);
        }
        return std::move(m_ticks);
    }

private:
    void addClockTimes(int minutes)
    {
        const WallMs step = minutes * qint64{60'000};
        for (const auto& segment : m_clock.segments()) {
            const WallMs from = std::max(segment.fromMs, toMsecs(m_range.from)) + segment.offsetMs;
            const WallMs to = std::min(segment.toMs, toMsecs(m_range.to)) + segment.offsetMs;
            WallMs wall = from / step * step;
            if (wall < from)
                wall += step;
            for (; wall < to; wall += step)
                add(wall - segment.offsetMs, clockLabel(wall, segment.offsetMs), false);
        }
    }

    [[nodiscard]] QString clockLabel(WallMs wall, qint64 offsetMs) const
    {
        const QString text = clockText(wall);
        return m_clock.isRepeated(wall) ? text + QLatin1Char(' ') + offsetText(offsetMs) : text;
    }

    void addDates(Step step, Unit among)
    {
        const WallMs end = m_clock.segments().back().wallTo();
        Date date = firstDate(step, wallDate(m_clock.segments().front().wallFrom()));
        for (; wallMidnight(date) < end; date = nextDate(step, date)) {
            if (isRegular(step, date))
                addDate(date, among);
        }
    }

    void addDate(Date date, Unit among)
    {
        const bool isFirstOfMonth = date.day() == std::chrono::day{1};
        const bool isFirstOfYear = isFirstOfMonth && date.month() == std::chrono::January;
        const qint64 utc = m_clock.utcAt(wallMidnight(date));
        switch (among) {
        case Unit::Minute:
            return add(utc, dayText(date, m_year), true);
        case Unit::Day:
            if (!isFirstOfMonth)
                return add(utc, dayText(date, m_year), false);
            return add(utc, isFirstOfYear ? yearText(date) : monthText(date, m_year), true);
        case Unit::Month:
            return add(utc, isFirstOfYear ? yearText(date) : monthText(date, m_year), isFirstOfYear);
        case Unit::Year:
            return add(utc, yearText(date), false);
        }
    }

    static Date firstDate(Step step, Date date)
    {
        using namespace std::chrono;
        switch (step.unit) {
        case Unit::Minute:
        case Unit::Day:
            return date;
        case Unit::Month: {
            const unsigned monthIndex = static_cast<unsigned>(date.month()) - 1;
            return date.year() / month{monthIndex - monthIndex % static_cast<unsigned>(step.count) + 1} / 1;
        }
        case Unit::Year: {
            const int number = static_cast<int>(date.year());
            return year{number - number % step.count} / January / 1;
        }
        }
        return date;
    }

    static Date nextDate(Step step, Date date)
    {
        using namespace std::chrono;
        switch (step.unit) {
        case Unit::Minute:
        case Unit::Day:
            return sys_days{date} + days{1};
        case Unit::Month:
            return date + months{step.count};
        case Unit::Year:
            return date + years{step.count};
        }
        return date;
    }

    /// Steps of several days begin anew with each month, and leave out what would come too near to the next.
    static bool isRegular(Step step, Date date)
    {
        if (step.unit != Unit::Day || step.count == 1)
            return true;
        const auto day = static_cast<unsigned>(date.day());
        const auto last = static_cast<unsigned>((date.year() / date.month() / std::chrono::last).day());
        const auto count = static_cast<unsigned>(step.count);
        return (day - 1) % count == 0 && day + count <= last + 1;
    }

    void add(qint64 utc, QString label, bool isMajor)
    {
        if (m_range.contains(fromMsecs(utc)))
            m_ticks.push_back({fromMsecs(utc), std::move(label), isMajor});
    }

    TimeRange m_range;
    WallClock m_clock;
    int m_year;
    std::vector<TimeTick> m_ticks;
};

/// Leaves out what is too near to the one before; a major tick displaces an ordinary one.
std::vector<TimeTick> spaced(std::vector<TimeTick> ticks, double leastMs)
{
    std::vector<TimeTick> result;
    result.reserve(ticks.size());
    for (auto& tick : ticks) {
        const bool isNear =
            !result.empty() && static_cast<double>((tick.time - result.back().time).count()) < leastMs;
        if (!isNear)
            result.push_back(std::move(tick));
        else if (tick.isMajor && !result.back().isMajor)
            result.back() = std::move(tick);
    }
    return result;
}

} // namespace

std::vector<TimeTick> timeTicks(const TimeScale& scale, const QTimeZone& zone, double minSpacing,
                                int yearOfNow)
{
    if (scale.range.isEmpty() || !(scale.width > 0))
        return {};
    const double leastMs = std::max(1.0, minSpacing) / scale.pixelsPerMs();
    return spaced(TickMaker(scale.range, zone, yearOfNow).make(shortestStep(leastMs)), leastMs);
}

} // namespace holdline
