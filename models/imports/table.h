// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace holdline {

/// A row of a table. A cell that is missing (null, or an absent key of JSON) is empty.
struct TableRow {
    qint64 line = 0; ///< physical line of the unpacked file on which it begins, from 1
    std::vector<QByteArrayView>
        cells;     ///< as many as columns unless there is a fault; valid until the next row
    QString fault; ///< why this is no row of the table; empty when it is one
};

/// A table with named columns, read row by row: separated lines under a header, or JSON records.
class Table {
public:
    virtual ~Table() = default;

    [[nodiscard]] virtual const std::vector<QByteArray>& columns() const = 0; ///< as written
    /// False at the end and on failure; then see error().
    [[nodiscard]] virtual bool next(TableRow& row) = 0;
    [[nodiscard]] virtual std::optional<Error> error() const = 0;

    /// Place of the first column with one of these names (as normalName writes them), or -1.
    [[nodiscard]] int columnNamed(std::initializer_list<QByteArrayView> names) const;

protected:
    Table() = default;
    Q_DISABLE_COPY_MOVE(Table)
};

/// Whether a cell says that there is no value: empty, `-`, `.`, a dash, `null`.
[[nodiscard]] bool isMissingCell(QByteArrayView cell);

} // namespace holdline
