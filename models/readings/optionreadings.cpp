// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/optionreadings.h"

#include "models/foundation/numbertext.h"
#include "models/indicators/quantile.h"
#include "models/readings/readingwords.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span oldestOption = std::chrono::hours{24} * 3;

const Sample* currentOf(const std::optional<SampleRun>& run, UtcTime at)
{
    const bool isCurrent = run && !run->samples.empty() && at - run->samples.back().to <= oldestOption;
    return isCurrent ? &run->samples.back() : nullptr;
}

double unusualOf(const SampleRun& run)
{
    std::vector<double> year;
    for (const Sample& sample : run.samples)
        year.push_back(sample.value.toDouble());
    return unusualness(year.back(), year);
}

} // namespace

void readOptions(const BriefData& data, Brief& brief)
{
    if (const Sample* ratio = currentOf(data.putCall, data.at)) {
        const bool arePuts = ratio->value > Amount{decimalUnits};
        brief.add({u"options.put_call"_s,
                   ratio->value,
                   {},
                   u"The open interest of puts is %1 times that of calls: %2 are ahead."_s.arg(
                       numberText(ratio->value.toDouble(), 2), arePuts ? u"puts"_s : u"calls"_s),
                   ratio->from,
                   data.putCall->origin,
                   ratio->knownAt,
                   unusualOf(*data.putCall)});
    } else {
        brief.miss(u"options.put_call"_s, u"no put/call ratio of the last days is stored"_s);
    }
    if (const Sample* skew = currentOf(data.skew, data.at)) {
        brief.add({u"options.skew_25d"_s, skew->value, u"points"_s,
                   u"At 30 days puts of 25 delta cost %1 points of volatility more than calls."_s.arg(
                       numberText(skew->value.toDouble(), 1, Sign::Always)),
                   skew->from, data.skew->origin, skew->knownAt, unusualOf(*data.skew)});
    } else {
        brief.miss(u"options.skew_25d"_s, u"no skew of the last days is stored"_s);
    }
}

} // namespace holdline
