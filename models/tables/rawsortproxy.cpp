// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/rawsortproxy.h"

#include "models/tables/tableroles.h"

namespace holdline {

RawSortProxy::RawSortProxy(QAbstractItemModel& source, QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(RawRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(&source);
}

bool RawSortProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool hasLeft = left.data(RawRole).isValid();
    const bool hasRight = right.data(RawRole).isValid();
    // A descending sort swaps the question, so the answer has to be swapped for what must stay last.
    if (hasLeft != hasRight)
        return sortOrder() == Qt::AscendingOrder ? hasLeft : hasRight;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace holdline
