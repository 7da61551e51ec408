// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/coveragerows.h"

#include "models/store/coveragemerge.h"

#include <algorithm>

namespace holdline {

namespace {

CoverageState stateFromText(QStringView text)
{
    for (const auto state : {CoverageState::Known, CoverageState::Sampled, CoverageState::Never}) {
        if (toText(state) == text)
            return state;
    }
    return CoverageState::Missing;
}

/// What the entries touch, their neighbours included.
TimeRange reachOf(std::span<const Coverage> coverage)
{
    TimeRange reach = coverage.front().range;
    for (const Coverage& entry : coverage) {
        reach.from = std::min(reach.from, entry.range.from);
        reach.to = std::max(reach.to, entry.range.to);
    }
    return {reach.from - Span{1}, reach.to + Span{1}};
}

} // namespace

Result<Done> CoverageRows::set(qint64 series, std::span<const Coverage> coverage)
{
    if (coverage.empty())
        return Done{};
    const auto stored = this->coverage(series, reachOf(coverage));
    if (stored.hasError())
        return stored.error();
    for (const Coverage& entry : stored.value()) {
        if (auto done = remove(series, entry); done.hasError())
            return done;
    }
    for (const Coverage& entry : mergeCoverage(stored.value(), coverage)) {
        if (auto done = insert(series, entry); done.hasError())
            return done;
    }
    return Done{};
}

Result<Done> CoverageRows::remove(qint64 series, const Coverage& entry)
{
    auto statement =
        m_database.statement(QStringLiteral("DELETE FROM coverage WHERE series_id = ? AND from_ms = ?"));
    if (statement.hasError())
        return statement.error();
    return statement.value().bind(series).bind(toMsecs(entry.range.from)).run();
}

Result<Done> CoverageRows::insert(qint64 series, const Coverage& entry)
{
    auto statement = m_database.statement(QStringLiteral(
        "INSERT INTO coverage (series_id, from_ms, to_ms, state, reason) VALUES (?, ?, ?, ?, ?)"));
    if (statement.hasError())
        return statement.error();
    return statement.value()
        .bind(series)
        .bind(toMsecs(entry.range.from))
        .bind(toMsecs(entry.range.to))
        .bind(toText(entry.state))
        .bind(entry.reason.isNull() ? QStringLiteral("") : entry.reason)
        .run();
}

Result<std::vector<Coverage>> CoverageRows::coverage(qint64 series, TimeRange range)
{
    auto statement = m_database.statement(
        QStringLiteral("SELECT from_ms, to_ms, state, reason FROM coverage WHERE series_id = ? AND to_ms > ? "
                       "AND from_ms < ? ORDER BY from_ms"));
    if (statement.hasError())
        return statement.error();
    std::vector<Coverage> entries;
    auto done = statement.value()
                    .bind(series)
                    .bind(toMsecs(range.from))
                    .bind(toMsecs(range.to))
                    .forEach([&](const Row& row) {
                        entries.push_back({{fromMsecs(row.integer(0)), fromMsecs(row.integer(1))},
                                           stateFromText(row.text(2)),
                                           row.text(3)});
                        return true;
                    });
    if (done.hasError())
        return done.error();
    return entries;
}

} // namespace holdline
