// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/journaltable.h"

#include "models/foundation/typedtime.h"
#include "models/levels/journalwords.h"

namespace holdline {

void JournalTable::setEntries(const std::vector<JournalEntry>& entries)
{
    setRows({entries.rbegin(), entries.rend()});
}

const std::vector<TableColumn>& JournalTable::columns() const
{
    static const std::vector<TableColumn> all{
        {tr("Time")}, {tr("Who")}, {tr("What")}, {tr("Level or drawing")}, {tr("Change")}};
    return all;
}

QString JournalTable::text(const JournalEntry& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return typedTimeText(row.at, m_zone);
    case AuthorColumn:
        return row.author;
    case WhatColumn:
        return row.what;
    case MarkColumn:
        return nameOf(row);
    case ChangeColumn:
        return changeWords(row).join(QStringLiteral(", "));
    }
    return {};
}

QVariant JournalTable::raw(const JournalEntry& row, int column) const
{
    if (column == TimeColumn)
        return toMsecs(row.at);
    const QString words = text(row, column);
    return words.isEmpty() ? QVariant() : QVariant(words);
}

} // namespace holdline
