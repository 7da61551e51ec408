// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/newestrun.h"

#include <map>

namespace holdline {

namespace {

/// Of series with one definition.
Result<SampleRun> joinedRun(Store& store, const std::vector<StoredSeries>& series,
                            const PastQuestion& question)
{
    std::map<std::pair<UtcTime, UtcTime>, Sample> all;
    SampleRun run{{}, series.front().unit, {{}, series.front().key.definition}};
    QStringList sources;
    for (const StoredSeries& one : series) {
        const auto samples = store.samples(
            one.id, {std::max(earliestTime, question.at - question.reach), question.at}, question.asOf);
        if (samples.hasError())
            return samples.error();
        for (const Sample& sample : samples.value()) {
            if (sample.to <= question.at && sample.knownAt <= question.asOf &&
                all.try_emplace({sample.from, sample.to}, sample).second && !sources.contains(one.key.source))
                sources << one.key.source;
        }
    }
    for (const auto& [interval, sample] : all)
        run.samples.push_back(sample);
    run.origin.source = sources.join(QStringLiteral("; "));
    return run;
}

} // namespace

Result<std::optional<SampleRun>> newestRun(Store& store, const QString& name, const QString& column,
                                           const PastQuestion& question)
{
    const auto found = store.find(name);
    if (found.hasError())
        return found.error();
    std::vector<std::vector<StoredSeries>> groups;
    for (const StoredSeries& series : found.value()) {
        if (series.kind != SeriesKind::Samples || series.key.column != column)
            continue;
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& some) {
            return some.front().key.definition == series.key.definition && some.front().unit == series.unit;
        });
        if (group == groups.end())
            groups.push_back({series});
        else
            group->push_back(series);
    }
    std::optional<SampleRun> newest;
    for (const auto& group : groups) {
        auto run = joinedRun(store, group, question);
        if (run.hasError())
            return run.error();
        const bool isNewer = !run.value().samples.empty() &&
                             (!newest || run.value().samples.back().to > newest->samples.back().to);
        if (isNewer)
            newest = std::move(run).value();
    }
    return newest;
}

} // namespace holdline
