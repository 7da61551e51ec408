// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/marktable.h"

namespace holdline {

Result<std::optional<QString>> MarkTable::document(const QString& id)
{
    auto statement =
        m_database.statement(QStringLiteral("SELECT document FROM %1 WHERE id = ?").arg(m_table));
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

QVariant MarkTable::told(const QVariant& document) const
{
    return document.isNull() || !m_toTell ? document : QVariant(m_toTell(document.toString()));
}

Result<Done> MarkTable::note(const QString& id, const QString& what, const QVariant& before,
                             const QVariant& after)
{
    auto statement = m_database.statement(QStringLiteral(
        "INSERT INTO level_journal (id, at_ms, level_id, what, document_before, document_after, author) "
        "SELECT COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ?, ? FROM level_journal"));
    if (statement.hasError())
        return statement.error();
    return statement.value()
        .bind(toMsecs(m_clock.now()))
        .bind(id)
        .bind(what)
        .bind(told(before))
        .bind(told(after))
        .bind(m_author.isEmpty() ? QVariant() : QVariant(m_author))
        .run();
}

Result<MergeOutcome> MarkTable::put(const QString& id, const QString& document)
{
    const auto before = this->document(id);
    if (before.hasError())
        return before.error();
    if (before.value() == document)
        return MergeOutcome::Unchanged;
    auto statement =
        m_database.statement(QStringLiteral("INSERT INTO %1 (id, document) VALUES (?, ?) ON CONFLICT (id) "
                                            "DO UPDATE SET document = excluded.document")
                                 .arg(m_table));
    if (statement.hasError())
        return statement.error();
    if (auto done = statement.value().bind(id).bind(document).run(); done.hasError())
        return done.error();
    const bool isNew = !before.value();
    const auto noted = note(id, isNew ? QStringLiteral("add") : QStringLiteral("replace"),
                            isNew ? QVariant() : QVariant(*before.value()), document);
    if (noted.hasError())
        return noted.error();
    return isNew ? MergeOutcome::Added : MergeOutcome::Revised;
}

Result<Done> MarkTable::remove(const QString& id, const QString& kind)
{
    const auto before = document(id);
    if (before.hasError())
        return before.error();
    if (!before.value())
        return Error{Error::Kind::Unavailable,
                     QStringLiteral("There is no %1 with the id %2.").arg(kind, id)};
    auto statement = m_database.statement(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(m_table));
    if (statement.hasError())
        return statement.error();
    if (auto done = statement.value().bind(id).run(); done.hasError())
        return done;
    return note(id, QStringLiteral("remove"), *before.value(), QVariant());
}

Result<Done>
MarkTable::visit(const std::function<Result<Done>(const QString& id, const QString& document)>& visit)
{
    auto statement =
        m_database.statement(QStringLiteral("SELECT id, document FROM %1 ORDER BY id").arg(m_table));
    if (statement.hasError())
        return statement.error();
    Result<Done> outcome = Done{};
    auto done = statement.value().forEach([&](const Row& row) {
        outcome = visit(row.text(0), row.text(1));
        return outcome.hasValue();
    });
    return done.hasError() ? done : outcome;
}

Result<qint64> MarkTable::journalEnd()
{
    auto statement = m_database.statement(QStringLiteral("SELECT COALESCE(MAX(id), 0) FROM level_journal"));
    if (statement.hasError())
        return statement.error();
    qint64 end = 0;
    auto done = statement.value().forEach([&end](const Row& row) {
        end = row.integer(0);
        return false;
    });
    if (done.hasError())
        return done.error();
    return end;
}

Result<std::vector<JournalEntry>> MarkTable::journal(const QString& id)
{
    auto statement = m_database.statement(
        QStringLiteral("SELECT id, at_ms, level_id, author, what, document_before, document_after "
                       "FROM level_journal WHERE level_id = ? OR ? = 1 ORDER BY id"));
    if (statement.hasError())
        return statement.error();
    const auto optional = [](const Row& row, int column) {
        return row.isNull(column) ? std::optional<QString>() : std::optional(row.text(column));
    };
    std::vector<JournalEntry> entries;
    auto done = statement.value().bind(id).bind(id.isEmpty() ? 1 : 0).forEach([&](const Row& row) {
        entries.push_back({row.integer(0), fromMsecs(row.integer(1)), row.text(2), row.text(3), row.text(4),
                           optional(row, 5), optional(row, 6)});
        return true;
    });
    if (done.hasError())
        return done.error();
    return entries;
}

} // namespace holdline
