// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/tableroles.h"

#include <QAbstractTableModel>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

namespace holdline {

struct TableColumn {
    QString title;
    bool isNumeric = false; ///< right-aligned
    QString explanation = {};
};

/// For RawRole.
[[nodiscard]] inline QVariant rawOf(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

/// The bookkeeping of a table over a vector of values, one per row: given a new vector it announces the rows
/// that went, came, moved and changed, and never resets. Rows are told apart by their key.
template <typename Row, typename Key>
class RowModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    /// Keys must be unique within `rows`.
    void setRows(std::vector<Row> rows)
    {
        removeMissing(rows);
        std::set<Key> known;
        for (const auto& row : m_rows)
            known.insert(keyOf(row));
        for (std::size_t i = 0; i < rows.size(); ++i)
            place(i, std::move(rows[i]), known);
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(columns().size());
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final
    {
        const auto& all = columns();
        if (orientation != Qt::Horizontal || section < 0 || section >= static_cast<int>(all.size()))
            return {};
        const TableColumn& column = all[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole)
            return column.title;
        if (role == Qt::ToolTipRole && !column.explanation.isEmpty())
            return column.explanation;
        return role == Qt::TextAlignmentRole ? alignment(column) : QVariant();
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const final
    {
        if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
            return {};
        const Row& row = m_rows[static_cast<std::size_t>(index.row())];
        if (role == Qt::TextAlignmentRole)
            return alignment(columns()[static_cast<std::size_t>(index.column())]);
        if (role == Qt::DisplayRole)
            return text(row, index.column());
        return role == RawRole ? raw(row, index.column()) : extra(row, index.column(), role);
    }

protected:
    [[nodiscard]] virtual const std::vector<TableColumn>& columns() const = 0;
    [[nodiscard]] virtual Key keyOf(const Row& row) const = 0;
    [[nodiscard]] virtual bool isSame(const Row& a, const Row& b) const = 0;
    [[nodiscard]] virtual QString text(const Row& row, int column) const = 0; ///< empty when absent
    [[nodiscard]] virtual QVariant raw(const Row& row, int column) const = 0;
    [[nodiscard]] virtual QVariant extra(const Row&, int /*column*/, int /*role*/) const { return {}; }

    /// For what changes every text at once, such as the zone.
    void announceAllTexts()
    {
        if (!m_rows.empty())
            emit this->dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    [[nodiscard]] static QVariant alignment(const TableColumn& column)
    {
        return static_cast<int>((column.isNumeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    void removeMissing(const std::vector<Row>& wanted)
    {
        std::set<Key> kept;
        for (const auto& row : wanted)
            kept.insert(keyOf(row));
        for (int last = rowCount() - 1; last >= 0; --last) {
            int first = last;
            while (first >= 0 && !kept.contains(keyAt(first)))
                --first;
            if (first == last)
                continue;
            beginRemoveRows({}, first + 1, last);
            m_rows.erase(m_rows.begin() + first + 1, m_rows.begin() + last + 1);
            endRemoveRows();
            last = first;
        }
    }

    void place(std::size_t at, Row row, const std::set<Key>& known)
    {
        const Key key = keyOf(row);
        if (!known.contains(key)) {
            const int position = static_cast<int>(at);
            beginInsertRows({}, position, position);
            m_rows.insert(m_rows.begin() + position, std::move(row));
            endInsertRows();
            return;
        }
        bringHere(at, key);
        if (isSame(m_rows[at], row))
            return;
        m_rows[at] = std::move(row);
        emit this->dataChanged(index(static_cast<int>(at), 0),
                               index(static_cast<int>(at), columnCount() - 1));
    }

    void bringHere(std::size_t at, const Key& key)
    {
        const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(at);
        const auto found =
            std::find_if(begin, m_rows.end(), [&](const Row& row) { return keyOf(row) == key; });
        if (found == begin || found == m_rows.end())
            return;
        const int from = static_cast<int>(found - m_rows.begin());
        beginMoveRows({}, from, from, {}, static_cast<int>(at));
        std::rotate(begin, found, found + 1);
        endMoveRows();
    }

    [[nodiscard]] Key keyAt(int row) const { return keyOf(m_rows[static_cast<std::size_t>(row)]); }

    std::vector<Row> m_rows;
};

} // namespace holdline
