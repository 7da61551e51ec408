// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timescale.h"
#include "models/scales/valuescale.h"

#include <QString>
#include <QTimeZone>

#include <vector>

namespace holdline {

struct TimeTick {
    UtcTime time;
    QString label;        ///< `21 Jan`, `12:00`, `Feb`, `2026`; with the offset in a repeated hour
    bool isMajor = false; ///< a day among hours, a month among days, a year among months
};

/// Round ticks in the zone's own calendar, at least minSpacing device px apart, oldest first, within the
/// range. The year is added to days and months where it differs from yearOfNow. A day whose midnight the
/// clocks skip begins where they do; a time that they skip has no tick.
[[nodiscard]] std::vector<TimeTick> timeTicks(const TimeScale& scale, const QTimeZone& zone,
                                              double minSpacing, int yearOfNow);

struct ValueTick {
    double value = 0;
    QString label;
};

enum class ValueFormat {
    Price, ///< 90,000  1.2345
    Money, ///< 319 M  1.5 B; in US dollars
    Plain, ///< 3.19
};

/// Round values (1, 2, 2.5, 5 x 10^n; on a log scale also within decades), at least minSpacing device px
/// apart, greatest first. Labels have as many digits as the step needs; minus is U+2212; thousands are
/// grouped.
[[nodiscard]] std::vector<ValueTick> valueTicks(const ValueScale& scale, ValueFormat format,
                                                double minSpacing);

} // namespace holdline
