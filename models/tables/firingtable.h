// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/rowmodel.h"
#include "models/views/alertstate.h"

#include <QTimeZone>

namespace holdline {

/// What fired, the latest first. Raw: qint64 (UTC ms), text.
class FiringTable final : public RowModel<LoggedFiring, qint64> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column { TimeColumn, NameColumn, WordsColumn, OutcomeColumn };

    using RowModel::RowModel;

    void setState(const AlertState& state);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] qint64 keyOf(const LoggedFiring& row) const override { return row.number; }
    [[nodiscard]] bool isSame(const LoggedFiring& a, const LoggedFiring& b) const override;
    [[nodiscard]] QString text(const LoggedFiring& row, int column) const override;
    [[nodiscard]] QVariant raw(const LoggedFiring& row, int column) const override;
    [[nodiscard]] QVariant extra(const LoggedFiring& row, int column, int role) const override;

    QTimeZone m_zone = QTimeZone::utc();
    int m_year = 0;
};

} // namespace holdline
