// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/rowmodel.h"
#include "models/views/pressure.h"

namespace holdline {

/// Levels of resistance above the price with the coins that are even again there. Raw: QString, double (USD,
/// BTC).
class PressureTable final : public RowModel<Pressure, QString> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column {
        LevelColumn,
        PriceColumn,
        BandsColumn,
        BandsBtcColumn,
        BandsUsdColumn,
        CoinsColumn,
        CoinsUsdColumn
    };

    using RowModel::RowModel;

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] QString keyOf(const Pressure& row) const override { return row.levelId; }
    [[nodiscard]] bool isSame(const Pressure& a, const Pressure& b) const override { return a == b; }
    [[nodiscard]] QString text(const Pressure& row, int column) const override;
    [[nodiscard]] QVariant raw(const Pressure& row, int column) const override;
    [[nodiscard]] QVariant extra(const Pressure& row, int column, int role) const override;
};

} // namespace holdline
