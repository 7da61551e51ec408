// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace holdline {

/// Sorts a table by its raw values, absent ones last in both directions.
class RawSortProxy final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RawSortProxy(QAbstractItemModel& source, QObject* parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace holdline
