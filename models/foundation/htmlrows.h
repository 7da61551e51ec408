// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArrayView>

#include <vector>

namespace holdline {

/// A row of a table on a web page.
struct HtmlRow {
    qint64 line = 0;               ///< of the page, from 1
    std::vector<QByteArray> cells; ///< text of each, of data and headings alike, on one line
};

/// Rows with cells, of the first table that has that word among its classes; without a word of all tables.
/// None when there is no such table. Error: Malformed when the page ends inside it.
[[nodiscard]] Result<std::vector<HtmlRow>> htmlRows(const QByteArray& page, QByteArrayView className = {});

} // namespace holdline
