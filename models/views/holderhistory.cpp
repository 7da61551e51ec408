// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/holderhistory.h"

#include "models/cohorts/agebands.h"
#include "models/views/cardseries.h"
#include "models/views/holdercohort.h"
#include "models/views/picturedata.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr int mostSteps = 400;

class HistoryLoading final {
public:
    HistoryLoading(Store& store, TimeRange range, std::optional<UtcTime> asOf)
        : m_store(store),
          m_range(range),
          m_asOf(asOf)
    {
    }

    Result<HistoryLine> line(const QString& folder, const QString& name, const QString& column) const
    {
        HistoryLine line{.name = name};
        const auto series = chooseSeries(m_store, folder + name, column);
        if (series.hasError())
            return series.error();
        if (!series.value())
            return line;
        // A sample that began a day before the range reaches into it.
        const auto samples =
            m_store.samples(series.value()->id, {m_range.from - oneDay.length, m_range.to}, m_asOf);
        if (samples.hasError())
            return samples.error();
        line.runs = stepRuns(samples.value(), m_range, historyStep(m_range));
        if (line.isEmpty())
            return line;
        const Sample& last = samples.value().back();
        line.last = last.value.toDouble();
        line.lastAt = std::min(last.to, last.knownAt);
        line.source = series.value()->key.source;
        line.definition = series.value()->key.definition;
        return line;
    }

    /// Those that have anything in the range.
    Result<std::vector<HistoryLine>> lines(const QString& folder, const QStringList& names,
                                           const QString& column) const
    {
        std::vector<HistoryLine> lines;
        for (const QString& name : names) {
            auto found = line(folder, name, column);
            if (found.hasError())
                return found.error();
            if (!found.value().isEmpty())
                lines.push_back(std::move(found).value());
        }
        return lines;
    }

private:
    Store& m_store;
    TimeRange m_range;
    std::optional<UtcTime> m_asOf;
};

Result<std::vector<HistoryLine>> loadSopr(const HistoryLoading& loading)
{
    const QString folder = QStringLiteral("sopr/");
    const QString column = QStringLiteral("value");
    auto lines = loading.lines(folder, {QStringLiteral("sth"), QStringLiteral("adjusted")}, column);
    if (lines.hasError() || !lines.value().empty())
        return lines;
    return loading.lines(folder, {QStringLiteral("all")}, column);
}

} // namespace

TimeRange historyRange(TimeRange view, UtcTime at)
{
    const UtcTime to = std::min(view.to, at);
    return {std::min(view.from, UtcTime{to - leastHistory}), to};
}

Interval historyStep(TimeRange range)
{
    return std::max(oneDay, intervalFor(range, mostSteps));
}

Result<HolderHistory> loadHolderHistory(Store& store, TimeRange range, std::optional<UtcTime> asOf)
{
    const HistoryLoading loading(store, range, asOf);
    auto bases = loading.lines(QStringLiteral("cohort/"), cohortNames(), QStringLiteral("cost_basis"));
    if (bases.hasError())
        return bases.error();
    auto loss = loading.line(QStringLiteral("loss/"), QStringLiteral("sth"), QStringLiteral("value"));
    if (loss.hasError())
        return loss.error();
    auto sopr = loadSopr(loading);
    if (sopr.hasError())
        return sopr.error();
    return HolderHistory{.range = range,
                         .bases = std::move(bases).value(),
                         .lossShare = std::move(loss).value(),
                         .sopr = std::move(sopr).value()};
}

} // namespace holdline
