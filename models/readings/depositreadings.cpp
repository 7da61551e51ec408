// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/depositreadings.h"

#include "models/indicators/quantile.h"
#include "models/indicators/spike.h"
#include "models/readings/readingwords.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span oldestDeposits = std::chrono::hours{24} * 4;

void addSpike(const BriefData& data, const SampleRun& run, const std::vector<double>& values, Brief& brief)
{
    const QString id = u"whales.previous_spike"_s;
    for (std::size_t i = run.samples.size() - 1; i-- > 0;) {
        const auto median = medianBefore(values, i);
        if (!median || values[i] < data.settings.spikeTimesMedian * *median)
            continue;
        const Sample& day = run.samples[i];
        return brief.add({id, std::vector<ReadingField>{{u"at"_s, day.from}, {u"usd"_s, day.value}}, u"USD"_s,
                          u"The spike of deposits before that was on %1, with %2."_s.arg(
                              dateWords(day.from), dollarWords(day.value)),
                          day.from, run.origin, day.knownAt});
    }
    brief.miss(id, u"no day stored before was a spike"_s);
}

} // namespace

void readDeposits(const BriefData& data, Brief& brief)
{
    const bool isCurrent = data.deposits && !data.deposits->samples.empty() &&
                           data.at - data.deposits->samples.back().to <= oldestDeposits;
    if (!isCurrent) {
        const QString reason = u"no deposits to exchanges in dollars are stored for the last days"_s;
        brief.miss(u"whales.deposits_1d"_s, reason);
        return brief.miss(u"whales.previous_spike"_s, reason);
    }
    const SampleRun& run = *data.deposits;
    const Sample& last = run.samples.back();
    std::vector<double> year;
    for (const Sample& sample : run.samples)
        year.push_back(sample.value.toDouble());
    brief.add({u"whales.deposits_1d"_s, last.value, u"USD"_s,
               u"On %1 %2 were deposited to exchanges (%3)."_s.arg(
                   dateWords(last.from), dollarWords(last.value),
                   run.origin.definition.isEmpty() ? run.origin.source : run.origin.definition),
               last.from, run.origin, last.knownAt, unusualness(last.value.toDouble(), year)});
    addSpike(data, run, year, brief);
}

} // namespace holdline
