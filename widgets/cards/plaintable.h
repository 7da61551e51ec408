// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/tables/rawsortproxy.h"
#include "widgets/theme/theme.h"

#include <QTableView>

#include <optional>

namespace holdline {

/// A calm table: rows of 25 px or 21 px, no grid, values coloured by their tone, sorted by raw value at a
/// click on a title. Ctrl+C copies the selected rows as text; Return or a double click goes to the row's
/// time.
class PlainTable final : public QTableView {
    Q_OBJECT

public:
    /// The model is borrowed and must live as long as the table.
    explicit PlainTable(QAbstractItemModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// For a table that shares a card with something that needs the height more.
    void setDenseRows();
    /// As tall as its rows, so that it needs no scroll bar up to `most` rows.
    void setRowsShown(int most);
    /// Only rows that hold the text anywhere; empty: all.
    void setFilter(const QString& text);
    /// Rows by their numbers in the model that was given.
    [[nodiscard]] QList<int> selectedRows() const;
    void selectRows(const QList<int>& rows);
    /// The row of an index of this table in the model that was given.
    [[nodiscard]] int sourceRow(const QModelIndex& index) const;
    /// The colour of a row's square at a point of the viewport.
    [[nodiscard]] std::optional<QColor> squareColourAt(QPoint point) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void timeActivated(holdline::UtcTime time);
    /// The same of any row, by its number in the model that was given.
    void rowActivated(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copySelection() const;
    void activate(const QModelIndex& index);

    RawSortProxy m_sorted;
    int m_rowsShown = 8;
    int m_rowHeight; ///< device-independent px
};

} // namespace holdline
