// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/rowmodel.h"
#include "models/views/leveldistance.h"

#include <QTimeZone>

namespace holdline {

/// What a level rests on and what happened at it, line by line.
[[nodiscard]] QString ledgerWords(const LevelDistance& row);

/// Levels with their distance and state. Raw: QString, double (quote units, per cent), qint64 (UTC ms).
class LevelTable final : public RowModel<LevelDistance, QString> {
    Q_OBJECT

public:
    /// Unscoped: the model interface takes int.
    enum Column {
        NameColumn,
        PriceColumn,
        DistanceColumn,
        StateColumn,
        SinceColumn,
        SourceColumn,
        LowColumn,
        HighColumn,
        DifferenceColumn,
        RoleColumn,
        OriginColumn,
        FromColumn,
        ToColumn,
        DefinitionColumn,
        NoteColumn,
        TouchesColumn,
        InsideColumn
    };

    using RowModel::RowModel;

    /// Zone in which times are told, and the year that need not be told.
    void setZone(const QTimeZone& zone, int yearOfNow);
    void setTick(Price tick) { m_tick = tick; }

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Text as a person types it. What is understood is told by levelEdited() and shown once it comes back;
    /// what is not, by editRefused().
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

signals:
    void levelEdited(const holdline::Level& level);
    void editRefused(const QString& sentence);

private:
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] QString keyOf(const LevelDistance& row) const override { return row.level.level.id; }
    [[nodiscard]] bool isSame(const LevelDistance& a, const LevelDistance& b) const override;
    [[nodiscard]] QString text(const LevelDistance& row, int column) const override;
    [[nodiscard]] QVariant raw(const LevelDistance& row, int column) const override;
    [[nodiscard]] QVariant extra(const LevelDistance& row, int column, int role) const override;

    [[nodiscard]] QString editText(const LevelDistance& row, int column) const;

    QTimeZone m_zone = QTimeZone::utc();
    int m_yearOfNow = 0;
    Price m_tick = {};
};

} // namespace holdline
