// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndexList>
#include <QString>

namespace holdline {

/// The rows of those indexes with the table's titles above, cells divided by tabs, lines by newlines, in the
/// order of the table.
[[nodiscard]] QString rowsText(const QAbstractItemModel& model, const QModelIndexList& indexes);

} // namespace holdline
