// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/alertcolumn.h"

#include <algorithm>

namespace holdline {

namespace {

std::optional<Amount> numberIn(const Cell& cell)
{
    if (const auto* const amount = std::get_if<Amount>(&cell))
        return *amount;
    if (const auto* const count = std::get_if<qint64>(&cell))
        return Amount{*count * Int128(decimalUnits)};
    return std::nullopt;
}

} // namespace

void AlertColumn::begin(const std::vector<QString>& columns)
{
    for (std::size_t i = 1; i < columns.size(); ++i) {
        if (columns[i] == QStringLiteral("known_at"))
            m_knownAt = i;
        else if (columns[i] != QStringLiteral("to") &&
                 (m_column.isEmpty() ? m_isSummed || m_wanted.empty() : columns[i] == m_column))
            m_wanted.push_back(i);
    }
}

bool AlertColumn::row(std::span<const Cell> cells)
{
    const UtcTime from = std::get<UtcTime>(cells[0]);
    Row row{from, m_knownAt ? std::get<UtcTime>(cells[*m_knownAt]) : from, std::nullopt};
    for (const std::size_t i : m_wanted) {
        if (const auto number = numberIn(cells[i]))
            row.value = row.value.value_or(Amount{}) + *number;
    }
    m_rows.push_back(row);
    return true;
}

bool AlertColumn::hasNumbers() const
{
    return std::ranges::any_of(m_rows, [](const Row& row) { return row.value.has_value(); });
}

} // namespace holdline
