// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/rowmodel.h"
#include "models/views/alertstate.h"

#include <QTimeZone>

namespace holdline {

struct AlertRow {
    Alert alert;
    QString condition;
    QString state;  ///< `armed`, `fired`, `off`, `over`, `cannot see`
    QString reason; ///< of the state, a sentence or empty
    std::optional<UtcTime> firedAt;

    bool operator==(const AlertRow&) const = default;
};

/// Alerts and how they stand. Raw: text, of the last firing qint64 (UTC ms).
class AlertTable final : public RowModel<AlertRow, QString> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column { NameColumn, ConditionColumn, StateColumn, FiredColumn };

    using RowModel::RowModel;

    void setState(const AlertState& state);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] QString keyOf(const AlertRow& row) const override { return row.alert.id; }
    [[nodiscard]] bool isSame(const AlertRow& a, const AlertRow& b) const override { return a == b; }
    [[nodiscard]] QString text(const AlertRow& row, int column) const override;
    [[nodiscard]] QVariant raw(const AlertRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const AlertRow& row, int column, int role) const override;

    QTimeZone m_zone = QTimeZone::utc();
    int m_year = 0;
};

} // namespace holdline
