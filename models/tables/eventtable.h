// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/event.h"
#include "models/tables/rowmodel.h"

#include <QTimeZone>

namespace holdline {

/// Events, past and to come. Raw: QString, double, qint64 (UTC ms, importance 0 to 2).
class EventTable final : public RowModel<Event, QString> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column { TimeColumn, TitleColumn, ActualColumn, PriorColumn, ForecastColumn, ImportanceColumn };

    using RowModel::RowModel;

    /// Zone in which times are told, the year that need not be told, and the moment after which events are to
    /// come.
    void setMoment(const QTimeZone& zone, int yearOfNow, UtcTime now);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] QString keyOf(const Event& row) const override { return row.id; }
    [[nodiscard]] bool isSame(const Event& a, const Event& b) const override { return a == b; }
    [[nodiscard]] QString text(const Event& row, int column) const override;
    [[nodiscard]] QVariant raw(const Event& row, int column) const override;
    [[nodiscard]] QVariant extra(const Event& row, int column, int role) const override;

    QTimeZone m_zone = QTimeZone::utc();
    int m_yearOfNow = 0;
    UtcTime m_now = {};
};

} // namespace holdline
