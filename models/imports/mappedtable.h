// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importfile.h"
#include "models/imports/importoptions.h"
#include "models/imports/importsink.h"
#include "models/market/periods.h"

#include <QTimeZone>

#include <functional>

namespace holdline {

/// One column of a table and the series that its numbers are values of.
struct MappedColumn {
    int column = 0;
    SeriesKey key;
    QString unit;
    bool isPrice = false; ///< 0 or less is then a bad row
};

/// Which series the columns of a table are. Cells that are missing give no sample.
struct TableMap {
    qint64 headerLine = 1;
    int timeColumn = -1;
    int toColumn = -1;      ///< end of what a value covers, where the table tells
    int knownAtColumn = -1; ///< from when it was known, where the table tells
    std::vector<MappedColumn> columns;
    /// What a date covers; without it, the step of the rows' own grid, known at its end.
    std::function<Period(UtcTime date)> period = {};
    QTimeZone zone = QTimeZone::utc();
    /// Reads a time that is written in a way of its own; else readFileTime does.
    std::function<std::optional<UtcTime>(QByteArrayView cell)> readDate = {};
    /// A row to be passed over, and why not: nothing passes.
    std::function<QString(const TableRow& row)> fault = {};
    std::function<bool(const TableRow& row)> isRemark = {}; ///< a line below the table that is no row
    bool skipsTexts = false; ///< a column whose first value is no number is left out, with a word
};

/// Reads the table by the map. Error: what the table says.
[[nodiscard]] Result<Done> readMappedTable(Table& table, const TableMap& map, const ImportOptions& options,
                                           ImportSink& sink);

} // namespace holdline
