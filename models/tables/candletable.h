// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/candle.h"
#include "models/tables/rowmodel.h"

#include <QTimeZone>

namespace holdline {

/// Candles, one a row. Raw: qint64 (open time, UTC ms) or double (quote units, base asset).
class CandleTable final : public RowModel<Candle, UtcTime> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column { TimeColumn, OpenColumn, HighColumn, LowColumn, CloseColumn, VolumeColumn, NetTakerColumn };

    using RowModel::RowModel;

    /// Zone in which times are told, and the year that need not be told.
    void setZone(const QTimeZone& zone, int yearOfNow);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] UtcTime keyOf(const Candle& row) const override { return row.openTime; }
    [[nodiscard]] bool isSame(const Candle& a, const Candle& b) const override { return a == b; }
    [[nodiscard]] QString text(const Candle& row, int column) const override;
    [[nodiscard]] QVariant raw(const Candle& row, int column) const override;
    [[nodiscard]] QVariant extra(const Candle& row, int column, int role) const override;

    QTimeZone m_zone = QTimeZone::utc();
    int m_yearOfNow = 0;
};

} // namespace holdline
