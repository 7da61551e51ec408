// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/exportrange.h"

#include "models/history/episodes.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span defaultLength = std::chrono::hours{24 * 12};

/// The episode's story, where one is shown and nothing else is asked for.
TimeRange storyOf(const QString& episode)
{
    const auto catalog = episodeCatalog();
    const auto found = std::find_if(catalog.begin(), catalog.end(),
                                    [&](const EpisodeInfo& info) { return info.name == episode; });
    return found == catalog.end() ? TimeRange{} : found->story;
}

/// End of the instrument's stored candles; absent without any.
Result<std::optional<UtcTime>> endOfCandles(Store& store, const View& view)
{
    const auto stored = store.find(QStringLiteral("price/") + view.instrument);
    if (stored.hasError())
        return stored.error();
    std::optional<UtcTime> end;
    for (const StoredSeries& series : stored.value()) {
        const auto extent = store.extent(series.id);
        if (extent.hasError())
            return extent.error();
        if (extent.value().rows > 0 && (!end || extent.value().range.to > *end))
            end = extent.value().range.to;
    }
    if (end && view.asOf)
        end = std::min(*end, *view.asOf);
    return end;
}

} // namespace

Result<Done> completeRange(Store& store, ExportQuestion& question)
{
    const TimeRange story = storyOf(question.view.episode);
    if (!question.from && !question.to && !story.isEmpty()) {
        question.view.range = story;
        return Done{};
    }
    if (!question.to) {
        const auto end = endOfCandles(store, question.view);
        if (end.hasError())
            return end.error();
        if (end.value())
            question.to =
                question.from ? std::max(*end.value(), *question.from + oneHour.length) : *end.value();
    }
    if (question.to)
        question.view.range = {question.from.value_or(*question.to - defaultLength), *question.to};
    return Done{};
}

View viewAt(View view, UtcTime time)
{
    const Span length = view.range.isEmpty() ? defaultLength : view.range.length();
    const bool isWithin = view.asOf && view.range.contains(*view.asOf);
    const UtcTime to = time + (isWithin ? view.range.to - *view.asOf : Span{});
    view.range = {to - length, to};
    view.asOf = time;
    return view;
}

} // namespace holdline
