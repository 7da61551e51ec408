// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/rowmodel.h"
#include "models/views/holdercohort.h"
#include "models/views/pressure.h"

#include <QTimeZone>

namespace holdline {

/// A band of holders with the level at which its average holder is even again, where there is one.
struct HolderRow {
    HolderCohort cohort;
    std::optional<Pressure> breakEven = {};

    bool operator==(const HolderRow&) const = default;
};

/// Which bands stand in the table: of each the chosen source, or every one that is stored; bands without a
/// record are left out.
[[nodiscard]] std::vector<HolderRow> holderRows(const std::vector<HolderCohort>& holders,
                                                const std::vector<Pressure>& pressures, bool everySource);

/// Cohorts of holders, by band. Raw: QString, double (BTC, USD, per cent), qint64 (UTC ms; of the band its
/// place by age).
class HolderTable final : public RowModel<HolderRow, QString> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column {
        BandColumn,
        SupplyColumn,
        CostBasisColumn,
        UnrealizedColumn,
        UnrealizedUsdColumn,
        StateColumn,
        WeekColumn,
        PressureColumn,
        PressureUsdColumn,
        SourceColumn,
        DefinitionColumn,
        AsOfColumn
    };

    using RowModel::RowModel;

    /// Zone in which times are told, and the year that need not be told.
    void setZone(const QTimeZone& zone, int yearOfNow);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] QString keyOf(const HolderRow& row) const override;
    [[nodiscard]] bool isSame(const HolderRow& a, const HolderRow& b) const override { return a == b; }
    [[nodiscard]] QString text(const HolderRow& row, int column) const override;
    [[nodiscard]] QVariant raw(const HolderRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const HolderRow& row, int column, int role) const override;

    QTimeZone m_zone = QTimeZone::utc();
    int m_yearOfNow = 0;
};

} // namespace holdline
