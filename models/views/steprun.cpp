// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/steprun.h"

#include <algorithm>

namespace holdline {

namespace {

struct Step {
    TimeRange range;
    double value = 0;
};

/// One step a bucket.
std::vector<Step> steps(std::span<const Sample> samples, Interval bucket)
{
    std::vector<Step> result;
    for (const Sample& sample : samples) {
        const bool isSameBucket = !result.empty() && bucket.bucketStart(result.back().range.from) ==
                                                         bucket.bucketStart(sample.from);
        if (isSameBucket)
            result.back() = {{result.back().range.from, sample.to}, sample.value.toDouble()};
        else
            result.push_back({{sample.from, sample.to}, sample.value.toDouble()});
    }
    return result;
}

} // namespace

std::vector<StepRun> stepRuns(std::span<const Sample> samples, TimeRange range, Interval bucket)
{
    std::vector<StepRun> runs;
    UtcTime end = earliestTime;
    for (const Step& step : steps(samples, bucket)) {
        const UtcTime from = std::max(step.range.from, range.from);
        const UtcTime to = std::min(step.range.to, range.to);
        if (from >= to)
            continue;
        if (runs.empty() || from > end)
            runs.emplace_back();
        runs.back().push_back({toMsecs(from), step.value});
        runs.back().push_back({toMsecs(to), step.value});
        end = to;
    }
    return runs;
}

std::vector<StepRun> closeRuns(std::span<const Candle> candles, Interval interval)
{
    std::vector<StepRun> runs;
    UtcTime end = earliestTime;
    for (const Candle& candle : candles) {
        if (runs.empty() || candle.openTime > end)
            runs.emplace_back();
        end = interval.next(candle.openTime);
        runs.back().push_back({toMsecs(end), candle.close.toDouble()});
    }
    return runs;
}

} // namespace holdline
