// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/levelrows.h"

#include "models/levels/leveljson.h"

#include <QJsonDocument>

#include <algorithm>

namespace holdline {

Result<std::optional<QString>> LevelRows::document(const QString& id)
{
    auto statement = m_database.statement(QStringLiteral("SELECT document FROM levels WHERE id = ?"));
    if (statement.hasError())
        return statement.error();
    std::optional<QString> document;
    auto done = statement.value().bind(id).forEach([&document](const Row& row) {
        document = row.text(0);
        return false;
    });
    if (done.hasError())
        return done.error();
    return document;
}

Result<Done> LevelRows::write(const QString& id, const QString& document)
{
    auto statement = m_database.statement(
        QStringLiteral("INSERT INTO levels (id, document) VALUES (?, ?) ON CONFLICT (id) "
                       "DO UPDATE SET document = excluded.document"));
    if (statement.hasError())
        return statement.error();
    return statement.value().bind(id).bind(document).run();
}

Result<Done> LevelRows::note(const QString& id, const QString& what, const QVariant& before,
                             const QVariant& after)
{
    auto statement = m_database.statement(QStringLiteral(
        "INSERT INTO level_journal (id, at_ms, level_id, what, document_before, document_after) "
        "SELECT COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ? FROM level_journal"));
    if (statement.hasError())
        return statement.error();
    return statement.value().bind(toMsecs(m_clock.now())).bind(id).bind(what).bind(before).bind(after).run();
}

Result<std::vector<MergeOutcome>> LevelRows::put(std::span<const Level> levels)
{
    std::vector<MergeOutcome> outcomes;
    for (const Level& level : levels) {
        const auto before = document(level.id);
        if (before.hasError())
            return before.error();
        const QString after = QString::fromUtf8(levelToJson(level));
        if (before.value() == after) {
            outcomes.push_back(MergeOutcome::Unchanged);
            continue;
        }
        outcomes.push_back(before.value() ? MergeOutcome::Revised : MergeOutcome::Added);
        auto done = write(level.id, after);
        if (done.hasValue()) {
            done = note(level.id, before.value() ? QStringLiteral("replace") : QStringLiteral("add"),
                        before.value() ? QVariant(*before.value()) : QVariant(), after);
        }
        if (done.hasError())
            return done.error();
    }
    return outcomes;
}

Result<Done> LevelRows::remove(const QString& id)
{
    const auto before = document(id);
    if (before.hasError())
        return before.error();
    if (!before.value())
        return Error{Error::Kind::Unavailable, QStringLiteral("There is no level with the id %1.").arg(id)};
    auto statement = m_database.statement(QStringLiteral("DELETE FROM levels WHERE id = ?"));
    if (statement.hasError())
        return statement.error();
    if (auto done = statement.value().bind(id).run(); done.hasError())
        return done;
    return note(id, QStringLiteral("remove"), *before.value(), QVariant());
}

Result<std::vector<Level>> LevelRows::levels()
{
    auto statement = m_database.statement(QStringLiteral("SELECT id, document FROM levels"));
    if (statement.hasError())
        return statement.error();
    std::vector<Level> all;
    Result<Done> outcome = Done{};
    auto done = statement.value().forEach([&](const Row& row) {
        auto level = levelFromJson(QJsonDocument::fromJson(row.text(1).toUtf8()).object());
        if (level.hasError())
            outcome = Error{Error::Kind::Storage, QStringLiteral("The stored level %1 is damaged: %2.")
                                                      .arg(row.text(0), level.error().message)};
        else
            all.push_back(std::move(level.value()));
        return outcome.hasValue();
    });
    if (done.hasError())
        return done.error();
    if (outcome.hasError())
        return outcome.error();
    std::sort(all.begin(), all.end(), [](const Level& a, const Level& b) { return a.id < b.id; });
    return all;
}

} // namespace holdline
