// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/journalentry.h"
#include "models/store/database.h"
#include "models/store/store.h"

#include <functional>

namespace holdline {

/// Marks as documents by id in a table of their own, with the journal of every change to them.
class MarkTable final {
public:
    /// `table` is `levels`, `drawings` or `alerts`.
    /// `toTell` makes of a document what the journal keeps of it; without it that is all of it.
    MarkTable(Database& database, const Clock& clock, const QString& table,
              std::function<QString(const QString&)> toTell = {})
        : m_database(database),
          m_clock(clock),
          m_table(table),
          m_toTell(std::move(toTell))
    {
    }

    void setAuthor(const QString& author) { m_author = author; }
    [[nodiscard]] Result<MergeOutcome> put(const QString& id, const QString& document);
    /// Unavailable when there is none; `kind` names it in the sentence: `level`.
    [[nodiscard]] Result<Done> remove(const QString& id, const QString& kind);
    [[nodiscard]] Result<Done>
    visit(const std::function<Result<Done>(const QString& id, const QString& document)>& visit);
    /// Oldest first; of all marks of all tables when the id is empty.
    [[nodiscard]] Result<std::vector<JournalEntry>> journal(const QString& id);
    [[nodiscard]] Result<qint64> journalEnd();

private:
    [[nodiscard]] Result<std::optional<QString>> document(const QString& id);
    [[nodiscard]] QVariant told(const QVariant& document) const;
    [[nodiscard]] Result<Done> note(const QString& id, const QString& what, const QVariant& before,
                                    const QVariant& after);

    Database& m_database;
    const Clock& m_clock;
    QString m_table;
    QString m_author;
    std::function<QString(const QString&)> m_toTell;
};

} // namespace holdline
