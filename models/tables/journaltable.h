// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/journalentry.h"
#include "models/tables/rowmodel.h"

#include <QTimeZone>

namespace holdline {

/// Changes of levels and drawings, the latest first. Raw: qint64 (UTC ms), QString.
class JournalTable final : public RowModel<JournalEntry, qint64> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column { TimeColumn, AuthorColumn, WhatColumn, MarkColumn, ChangeColumn };

    explicit JournalTable(const QTimeZone& zone, QObject* parent = nullptr) : RowModel(parent), m_zone(zone)
    {
    }
    /// Oldest first, as the store gives them.
    void setEntries(const std::vector<JournalEntry>& entries);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] qint64 keyOf(const JournalEntry& row) const override { return row.number; }
    [[nodiscard]] bool isSame(const JournalEntry& a, const JournalEntry& b) const override { return a == b; }
    [[nodiscard]] QString text(const JournalEntry& row, int column) const override;
    [[nodiscard]] QVariant raw(const JournalEntry& row, int column) const override;

    QTimeZone m_zone;
};

} // namespace holdline
