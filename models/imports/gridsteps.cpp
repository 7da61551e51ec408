// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/gridsteps.h"

#include <QLocale>

#include <algorithm>

namespace holdline {

namespace {

/// Counts steps forwards and backwards between neighbouring rows.
void countDirections(const std::vector<qint64>& times, GridReport& report)
{
    qint64 forwards = 0;
    qint64 backwards = 0;
    for (std::size_t i = 1; i < times.size(); ++i) {
        forwards += times[i] > times[i - 1];
        backwards += times[i] < times[i - 1];
    }
    report.isNewestFirst = backwards > 0 && forwards * 10 <= backwards; // else the rows are in no order
    report.outOfOrder = report.isNewestFirst ? forwards : backwards;
}

bool hasGrid(Interval interval)
{
    return interval <= oneDay || interval.length % oneWeek.length == Span{0};
}

} // namespace

std::optional<qint64> mostFrequent(std::vector<qint64> values)
{
    std::sort(values.begin(), values.end());
    std::optional<qint64> best;
    std::ptrdiff_t bestVotes = 0;
    for (auto at = values.begin(); at != values.end();) {
        const auto end = std::upper_bound(at, values.end(), *at);
        if (end - at > bestVotes) {
            bestVotes = end - at;
            best = *at;
        }
        at = end;
    }
    return best;
}

GridStep gridStep(std::vector<qint64> times)
{
    std::sort(times.begin(), times.end());
    std::vector<qint64> steps;
    for (std::size_t i = 1; i < times.size(); ++i) {
        if (times[i] > times[i - 1])
            steps.push_back(times[i] - times[i - 1]);
    }
    const auto step = mostFrequent(steps);
    if (!step)
        return {};
    return {Span{*step}, std::count(steps.begin(), steps.end(), *step)};
}

GridReport gridReport(std::vector<qint64>& times, Interval interval)
{
    GridReport report;
    countDirections(times, report);
    if (report.isNewestFirst)
        std::reverse(times.begin(), times.end());
    if (report.outOfOrder > 0)
        std::sort(times.begin(), times.end());
    const bool isOnGrid = hasGrid(interval);
    const auto slot = [&](qint64 time) {
        return isOnGrid ? toMsecs(interval.bucketStart(fromMsecs(time))) : time;
    };
    qint64 previousSlot = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const bool isRepeat = i > 0 && times[i] == times[i - 1];
        report.duplicates += isRepeat;
        const qint64 start = slot(times[i]);
        report.offGrid += start != times[i];
        if (i > 0 && start - previousSlot > interval.length.count()) {
            ++report.gaps;
            report.missing += Span{start - previousSlot} - interval.length;
        }
        previousSlot = start;
    }
    return report;
}

QString spanWords(Span length, Interval interval)
{
    struct Unit {
        Span length;
        QString one;
        QString many;
    };
    const Unit units[] = {{oneDay.length, QStringLiteral("day"), QStringLiteral("days")},
                          {oneHour.length, QStringLiteral("hour"), QStringLiteral("hours")},
                          {oneMinute.length, QStringLiteral("minute"), QStringLiteral("minutes")},
                          {Span{1000}, QStringLiteral("second"), QStringLiteral("seconds")}};
    for (const Unit& unit : units) {
        if (interval.length % unit.length != Span{0} || length % unit.length != Span{0})
            continue;
        const qint64 n = length / unit.length;
        return QLocale(QLocale::English).toString(n) + QLatin1Char(' ') + (n == 1 ? unit.one : unit.many);
    }
    return QLocale(QLocale::English).toString(static_cast<qint64>(length.count())) + QStringLiteral(" ms");
}

} // namespace holdline
