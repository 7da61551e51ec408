// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/rowstext.h"

#include <QAbstractItemModel>

#include <set>

namespace holdline {

namespace {

/// One line of a cell: what divides cells and lines cannot stand inside one.
QString cellText(const QVariant& value)
{
    return value.toString().simplified();
}

} // namespace

QString rowsText(const QAbstractItemModel& model, const QModelIndexList& indexes)
{
    std::set<int> rows;
    for (const auto& index : indexes)
        rows.insert(index.row());
    QStringList lines;
    QStringList titles;
    for (int column = 0; column < model.columnCount(); ++column)
        titles.append(cellText(model.headerData(column, Qt::Horizontal)));
    lines.append(titles.join(QLatin1Char('\t')));
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(cellText(model.index(row, column).data()));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace holdline
