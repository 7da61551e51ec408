// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/eventrows.h"

#include "models/store/amounttext.h"
#include "models/store/revisionmerge.h"

#include <map>

namespace holdline {

namespace {

bool isSameEvent(const Event& a, Event b)
{
    b.knownAt = a.knownAt;
    return a == b;
}

/// Absent text is written as empty text.
QString text(const QString& value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

Event withId(Event event)
{
    if (event.id.isEmpty())
        event.id = toIso(event.time) + u' ' + event.title;
    return event;
}

Event fromRow(const Row& row)
{
    return {.id = row.text(0),
            .time = fromMsecs(row.integer(2)),
            .knownAt = fromMsecs(row.integer(1)),
            .title = row.text(3),
            .category = row.text(4),
            .importance = static_cast<Importance>(std::clamp<qint64>(row.integer(5), 0, 2)),
            .actual = amountColumn(row, 6),
            .prior = amountColumn(row, 7),
            .forecast = amountColumn(row, 8),
            .unit = row.text(9),
            .note = row.text(10),
            .isWithdrawn = row.integer(11) != 0};
}

} // namespace

Result<std::vector<Event>> EventRows::revisions(qint64 series, UtcTime knownBy)
{
    auto statement = m_database.statement(
        QStringLiteral("SELECT event_id, known_ms, time_ms, title, category, importance, actual, prior, "
                       "forecast, unit, note, withdrawn "
                       "FROM events WHERE series_id = ? AND known_ms <= ? ORDER BY event_id, known_ms"));
    if (statement.hasError())
        return statement.error();
    std::vector<Event> all;
    auto done = statement.value().bind(series).bind(toMsecs(knownBy)).forEach([&all](const Row& row) {
        all.push_back(fromRow(row));
        return true;
    });
    if (done.hasError())
        return done.error();
    return all;
}

Result<Done> EventRows::insert(qint64 series, const Event& event)
{
    auto statement = m_database.statement(QStringLiteral(
        "INSERT INTO events (series_id, event_id, known_ms, time_ms, title, category, importance, "
        "actual, prior, forecast, unit, note, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    if (statement.hasError())
        return statement.error();
    return statement.value()
        .bind(series)
        .bind(event.id)
        .bind(toMsecs(event.knownAt))
        .bind(toMsecs(event.time))
        .bind(text(event.title))
        .bind(text(event.category))
        .bind(static_cast<qint64>(event.importance))
        .bind(toColumn(event.actual))
        .bind(toColumn(event.prior))
        .bind(toColumn(event.forecast))
        .bind(text(event.unit))
        .bind(text(event.note))
        .bind(static_cast<qint64>(event.isWithdrawn))
        .run();
}

Result<std::vector<MergeOutcome>> EventRows::merge(qint64 series, std::span<const Event> events)
{
    auto all = revisions(series, UtcTime::max());
    if (all.hasError())
        return all.error();
    std::map<QString, std::vector<Event>> stored;
    for (Event& event : all.value())
        stored[event.id].push_back(std::move(event));
    std::vector<MergeOutcome> outcomes;
    const UtcTime now = m_clock.now();
    for (const Event& given : events) {
        const Event event = withId(given);
        auto& known = stored[event.id];
        if (event.isWithdrawn && (known.empty() || known.back().knownAt >= event.knownAt)) {
            outcomes.push_back(MergeOutcome::Unchanged);
            continue;
        }
        outcomes.push_back(mergeRevision(known, event, now, isSameEvent));
        if (outcomes.back() == MergeOutcome::Unchanged)
            continue;
        if (auto done = insert(series, known.back()); done.hasError())
            return done.error();
    }
    return outcomes;
}

/// The last revision of each, by id.
Result<std::vector<Event>> EventRows::held(qint64 series, UtcTime knownBy)
{
    auto all = revisions(series, knownBy);
    if (all.hasError())
        return all.error();
    std::vector<Event> held;
    for (Event& event : all.value()) {
        if (!held.empty() && held.back().id == event.id)
            held.back() = std::move(event);
        else
            held.push_back(std::move(event));
    }
    return held;
}

Result<std::vector<Event>> EventRows::events(qint64 series, TimeRange range, std::optional<UtcTime> asOf)
{
    auto all = held(series, asOf.value_or(UtcTime::max()));
    if (all.hasError())
        return all.error();
    std::vector<Event> shown = std::move(all).value();
    std::erase_if(shown,
                  [&](const Event& event) { return event.isWithdrawn || !range.contains(event.time); });
    std::sort(shown.begin(), shown.end(),
              [](const Event& a, const Event& b) { return std::tie(a.time, a.id) < std::tie(b.time, b.id); });
    return shown;
}

Result<std::vector<Event>> EventRows::withdrawn(qint64 series)
{
    auto all = held(series, UtcTime::max());
    if (all.hasError())
        return all.error();
    std::vector<Event> withdrawn = std::move(all).value();
    std::erase_if(withdrawn, [](const Event& event) { return !event.isWithdrawn; });
    return withdrawn;
}

Result<SeriesExtent> EventRows::extent(const StoredSeries& series)
{
    const auto all = events(series.id, {UtcTime::min(), UtcTime::max()}, {});
    if (all.hasError())
        return all.error();
    SeriesExtent extent;
    extent.rows = static_cast<qint64>(all.value().size());
    if (extent.rows > 0)
        extent.range = {all.value().front().time, all.value().back().time};
    return extent;
}

} // namespace holdline
