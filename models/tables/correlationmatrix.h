// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/rowmodel.h"
#include "models/views/correlationtable.h"

namespace holdline {

/// A market and how it moves with each other one.
struct CorrelationRow {
    CorrelatedMarket market;
    std::vector<std::optional<DatedCorrelation>> with; ///< in the order of the markets

    bool operator==(const CorrelationRow&) const = default;
};

/// Correlations of all pairs: a market a row and a column. Raw: QString or double. Only a change of the
/// markets resets it.
class CorrelationMatrix final : public RowModel<CorrelationRow, QString> {
    Q_OBJECT

public:
    explicit CorrelationMatrix(QObject* parent = nullptr);

    /// Shows the set of that number among correlationLengths.
    void setTable(const CorrelationTable& table, std::size_t set);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override { return m_columns; }
    [[nodiscard]] QString keyOf(const CorrelationRow& row) const override { return row.market.name; }
    [[nodiscard]] bool isSame(const CorrelationRow& a, const CorrelationRow& b) const override
    {
        return a == b;
    }
    [[nodiscard]] QString text(const CorrelationRow& row, int column) const override;
    [[nodiscard]] QVariant raw(const CorrelationRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const CorrelationRow& row, int column, int role) const override;

    void setMarkets(const std::vector<CorrelatedMarket>& markets);
    [[nodiscard]] QString explanation(const CorrelationRow& row, int column) const;

    std::vector<CorrelatedMarket> m_markets;
    std::vector<TableColumn> m_columns;
    std::size_t m_set = 0;
    UtcTime m_at = {};
};

} // namespace holdline
