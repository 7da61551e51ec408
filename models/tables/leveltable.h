// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/rowmodel.h"
#include "models/views/leveldistance.h"

#include <QTimeZone>

namespace holdline {

/// Levels with their distance and state. Raw: QString, double (quote units, per cent), qint64 (UTC ms).
class LevelTable final : public RowModel<LevelDistance, QString> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column { NameColumn, PriceColumn, DistanceColumn, StateColumn, SinceColumn, SourceColumn };

    using RowModel::RowModel;

    /// Zone in which times are told, and the year that need not be told.
    void setZone(const QTimeZone& zone, int yearOfNow);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] QString keyOf(const LevelDistance& row) const override { return row.level.level.id; }
    [[nodiscard]] bool isSame(const LevelDistance& a, const LevelDistance& b) const override;
    [[nodiscard]] QString text(const LevelDistance& row, int column) const override;
    [[nodiscard]] QVariant raw(const LevelDistance& row, int column) const override;
    [[nodiscard]] QVariant extra(const LevelDistance& row, int column, int role) const override;

    QTimeZone m_zone = QTimeZone::utc();
    int m_yearOfNow = 0;
};

} // namespace holdline
