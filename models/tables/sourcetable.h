// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/rowmodel.h"
#include "models/views/sourceentry.h"

namespace holdline {

/// Stored series and what they cover. Raw: QString or qint64 (UTC ms, counts).
class SourceTable final : public RowModel<SourceEntry, qint64> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column {
        SeriesColumn,
        SourceColumn,
        DefinitionColumn,
        UnitColumn,
        FromColumn,
        ToColumn,
        RowsColumn,
        GapsColumn
    };

    using RowModel::RowModel;

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] qint64 keyOf(const SourceEntry& row) const override { return row.series.id; }
    [[nodiscard]] bool isSame(const SourceEntry& a, const SourceEntry& b) const override;
    [[nodiscard]] QString text(const SourceEntry& row, int column) const override;
    [[nodiscard]] QVariant raw(const SourceEntry& row, int column) const override;
    [[nodiscard]] QVariant extra(const SourceEntry& row, int column, int role) const override;
};

} // namespace holdline
