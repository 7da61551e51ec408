// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/deposits.h"

#include "models/foundation/numbertext.h"
#include "models/indicators/spike.h"
#include "models/readings/readingsettings.h"

namespace holdline {

std::vector<PaneMark> depositSpikes(std::span<const Sample> days)
{
    const double times = ReadingSettings{}.spikeTimesMedian;
    std::vector<double> values;
    for (const Sample& day : days)
        values.push_back(day.value.toDouble());
    std::vector<PaneMark> marks;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto median = medianBefore(values, i);
        if (!median || *median <= 0 || values[i] < times * *median)
            continue;
        marks.push_back(
            {.time = days[i].from + (days[i].to - days[i].from) / 2,
             .since = days[i].from,
             .until = days[i].to,
             .value = values[i],
             .label = {},
             .words =
                 QStringLiteral("spike, %1 × the median of 30 days").arg(numberText(values[i] / *median, 1)),
             .isAbove = true});
    }
    return marks;
}

} // namespace holdline
