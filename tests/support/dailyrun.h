// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/liverun.h"
#include "tests/support/standin/glassnodevenue.h"
#include "tests/support/standin/simulatedcohorts.h"

namespace holdline::testing {

/// A provider of daily values, asked as fast as it answers.
class DailyRun final {
public:
    explicit DailyRun(const QString& provider, const QByteArray& key = standInKey) : run(provider)
    {
        run.settings().tunings[provider].questionsPerSecond = 1000;
        run.settings().key = [key](const QString&) { return Result<QByteArray>(key); };
    }

    /// All that is stored of a series, oldest first.
    [[nodiscard]] std::vector<Sample> samples(const QString& name, const QString& column)
    {
        const auto store = run.store();
        const auto found = store->find(name);
        for (const StoredSeries& series : found.value()) {
            if (series.key.column == column)
                return store->samples(series.id, {earliestTime, latestTime}).value();
        }
        return {};
    }
    /// Whether words stand in the sentence that is shown, or in why something was left out.
    [[nodiscard]] bool isTold(const QString& words) const
    {
        const FeedStatus status = run.status();
        QString all = status.problem;
        for (const auto& [reason, count] : status.rejects)
            all += reason;
        return all.contains(words);
    }
    [[nodiscard]] UtcTime yesterday() { return dayStart(run.server().now()) - oneDayLong; }

    LiveRun run;
};

} // namespace holdline::testing
