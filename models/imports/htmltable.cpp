// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/htmltable.h"

namespace holdline {

Result<std::unique_ptr<Table>> HtmlTable::read(const QByteArray& page, QByteArrayView className,
                                               const IsHeader& isHeader)
{
    auto rows = htmlRows(page, className);
    if (rows.hasError())
        return rows.error();
    std::unique_ptr<HtmlTable> table(new HtmlTable);
    table->m_rows.assign(std::make_move_iterator(rows.value().begin()),
                         std::make_move_iterator(rows.value().end()));
    while (!table->m_rows.empty() && !isHeader(table->m_rows.front().cells))
        table->m_rows.pop_front();
    if (table->m_rows.empty())
        return malformed(
            QStringLiteral("the file is a web page without a table of ETF flows, perhaps one that asks who "
                           "is there; save the page with its table"));
    table->m_columns = table->m_rows.front().cells;
    table->m_rows.pop_front();
    return std::unique_ptr<Table>(std::move(table));
}

bool HtmlTable::next(TableRow& row)
{
    if (m_rows.empty())
        return false;
    m_current = std::move(m_rows.front());
    m_rows.pop_front();
    row.line = m_current.line;
    row.cells.assign(m_current.cells.begin(), m_current.cells.end());
    row.fault = row.cells.size() == m_columns.size()
                    ? QString()
                    : QStringLiteral("%1 cells instead of %2").arg(row.cells.size()).arg(m_columns.size());
    return true;
}

} // namespace holdline
