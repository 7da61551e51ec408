// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/drawninterval.h"

#include <array>

namespace holdline {

Interval drawnInterval(Interval wanted, const TimeScale& time, double leastWidth)
{
    static constexpr std::array<qint64, 20> minutes{
        1, 2, 3, 5, 10, 15, 30, 60, 120, 240, 360, 720, 1440, 2880, 5760, 10080, 20160, 40320, 80640, 161280};
    const double pixelsPerMs = time.pixelsPerMs();
    const auto isWide = [&](Interval interval) {
        return static_cast<double>(interval.length.count()) * pixelsPerMs >= leastWidth;
    };
    if (isWide(wanted))
        return wanted;
    for (const qint64 count : minutes) {
        const Interval interval{std::chrono::minutes{count}};
        if (interval > wanted && isWide(interval))
            return interval;
    }
    return {std::chrono::minutes{minutes.back()}};
}

QString intervalText(Interval interval)
{
    const QString name = interval.name();
    qsizetype digits = 0;
    while (digits < name.size() && name[digits].isDigit())
        ++digits;
    return name.left(digits) + QLatin1Char(' ') + name.mid(digits);
}

} // namespace holdline
