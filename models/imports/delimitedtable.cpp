// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/delimitedtable.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr std::size_t mostLinesOfARow = 50;

} // namespace

DelimitedTable::DelimitedTable(ByteSource& source, char separator, qint64 headerLine,
                               const std::vector<QByteArray>& columns)
    : m_lines(source),
      m_splitter(separator),
      m_columns(columns)
{
    TextLine line;
    while (m_lines.next(line)) {
        if (line.number < headerLine || line.text.trimmed().isEmpty())
            continue;
        for (const auto field : m_splitter.split(line.text)) {
            if (columns.empty())
                m_columns.push_back(field.toByteArray());
        }
        return;
    }
}

bool DelimitedTable::nextLine(TextLine& line)
{
    if (m_waiting.empty())
        return m_lines.next(line);
    m_current = std::move(m_waiting.front());
    m_waiting.pop_front();
    line = {m_current.text, m_current.number};
    return true;
}

/// Joins lines until the quote is closed. When it never is, they wait to be rows of their own.
bool DelimitedTable::closeQuote(const TextLine& line)
{
    m_record = line.text.toByteArray();
    std::deque<KeptLine> taken;
    for (TextLine more; taken.size() < mostLinesOfARow && nextLine(more);) {
        taken.push_back({more.text.toByteArray(), more.number});
        m_record += '\n' + taken.back().text;
        if (m_record.size() > LineSplitter::longestLine)
            break;
        static_cast<void>(m_splitter.split(m_record));
        if (!m_splitter.isOpen())
            return true;
    }
    m_waiting.insert(m_waiting.begin(), taken.begin(), taken.end());
    return false;
}

void DelimitedTable::checkFields(TableRow& row) const
{
    while (row.cells.size() > m_columns.size() && row.cells.back().isEmpty())
        row.cells.pop_back();
    if (row.cells.size() != m_columns.size())
        row.fault = QStringLiteral("%1 fields instead of %2").arg(row.cells.size()).arg(m_columns.size());
}

bool DelimitedTable::next(TableRow& row)
{
    TextLine line;
    do {
        if (!nextLine(line))
            return false;
    } while (line.text.trimmed().isEmpty());
    row.line = line.number;
    row.fault.clear();
    row.cells = m_splitter.split(line.text);
    if (m_splitter.isOpen()) {
        if (closeQuote(line)) {
            row.cells = m_splitter.split(m_record);
        } else {
            row.cells.clear();
            row.fault = QStringLiteral("a quote is not closed");
            return true;
        }
    }
    checkFields(row);
    return true;
}

} // namespace holdline
