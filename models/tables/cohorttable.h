// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/rowmodel.h"
#include "models/views/cohortbasis.h"

namespace holdline {

/// Ages of holders with what they paid. Raw: QString, double (quote units, per cent, BTC), qint64 (UTC ms).
class CohortTable final : public RowModel<CohortBasis, QString> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column { BandColumn, CostBasisColumn, UnrealizedColumn, SupplyColumn, AsOfColumn, DefinitionColumn };

    using RowModel::RowModel;

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] QString keyOf(const CohortBasis& row) const override { return row.band; }
    [[nodiscard]] bool isSame(const CohortBasis& a, const CohortBasis& b) const override { return a == b; }
    [[nodiscard]] QString text(const CohortBasis& row, int column) const override;
    [[nodiscard]] QVariant raw(const CohortBasis& row, int column) const override;
    [[nodiscard]] QVariant extra(const CohortBasis& row, int column, int role) const override;
};

} // namespace holdline
