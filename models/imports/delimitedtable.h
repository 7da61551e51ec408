// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/delimited.h"
#include "models/imports/linesplitter.h"
#include "models/imports/table.h"

#include <deque>

namespace holdline {

/// Lines of separated fields under a line of column names. Blank lines are no rows. A quoted field may go
/// over several lines; a quote that is never closed spoils its own line only.
class DelimitedTable final : public Table {
public:
    /// The lines before `headerLine` are skipped. `columns` are its names instead of what it says.
    DelimitedTable(ByteSource& source, char separator, qint64 headerLine,
                   const std::vector<QByteArray>& columns = {});

    [[nodiscard]] const std::vector<QByteArray>& columns() const override { return m_columns; }
    [[nodiscard]] bool next(TableRow& row) override;
    [[nodiscard]] std::optional<Error> error() const override { return m_lines.error(); }

private:
    struct KeptLine {
        QByteArray text;
        qint64 number = 0;
    };

    LineSplitter m_lines;
    FieldSplitter m_splitter;
    std::vector<QByteArray> m_columns;
    QByteArray m_record;            ///< a row that goes over several lines
    KeptLine m_current;             ///< a line taken from those that were read ahead
    std::deque<KeptLine> m_waiting; ///< lines read ahead in vain

    [[nodiscard]] bool nextLine(TextLine& line);
    [[nodiscard]] bool closeQuote(const TextLine& line);
    void checkFields(TableRow& row) const;
};

} // namespace holdline
