// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/rowmodel.h"
#include "models/views/fundflows.h"

namespace holdline {

/// ETF flows: a session a row, a fund a column, the total before the funds. Raw: qint64 (Julian day of the
/// session) or double (US dollars). Only a change of the funds themselves resets it.
class FlowTable final : public RowModel<FlowSession, QDate> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int. Fund n stands in column FirstFundColumn + n.
    enum Column { SessionColumn, TotalColumn, FirstFundColumn };

    explicit FlowTable(QObject* parent = nullptr);

    void setFlows(const FundFlows& flows);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override { return m_columns; }
    [[nodiscard]] QDate keyOf(const FlowSession& row) const override { return row.date; }
    [[nodiscard]] bool isSame(const FlowSession& a, const FlowSession& b) const override { return a == b; }
    [[nodiscard]] QString text(const FlowSession& row, int column) const override;
    [[nodiscard]] QVariant raw(const FlowSession& row, int column) const override;
    [[nodiscard]] QVariant extra(const FlowSession& row, int column, int role) const override;

    void setFunds(const std::vector<QString>& funds);

    std::vector<QString> m_funds;
    std::vector<TableColumn> m_columns;
};

} // namespace holdline
