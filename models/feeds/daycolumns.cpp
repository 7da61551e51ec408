// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/daycolumns.h"

#include <algorithm>

namespace holdline {

namespace {

bool isBefore(const DayValue& value, UtcTime day)
{
    return value.day < day;
}

} // namespace

void DayColumns::take(std::size_t column, const std::vector<DayValue>& values)
{
    m_isNew[column] = true;
    if (values.empty())
        return;
    auto& held = m_columns[column];
    const auto from = std::lower_bound(held.begin(), held.end(), values.front().day, isBefore);
    const auto to = std::lower_bound(from, held.end(), values.back().day + std::chrono::days{1}, isBefore);
    held.insert(held.erase(from, to), values.begin(), values.end());
}

bool DayColumns::areNew(std::span<const std::size_t> columns) const
{
    return std::all_of(columns.begin(), columns.end(),
                       [this](std::size_t column) { return bool(m_isNew[column]); });
}

void DayColumns::eachDay(std::span<const std::size_t> columns,
                         const std::function<void(UtcTime, std::span<const Amount>)>& use) const
{
    std::vector<Amount> row(columns.size());
    for (const DayValue& first : m_columns[columns.front()]) {
        bool isWhole = true;
        for (std::size_t i = 0; i < columns.size() && isWhole; ++i) {
            const auto& column = m_columns[columns[i]];
            const auto at = std::lower_bound(column.begin(), column.end(), first.day, isBefore);
            isWhole = at != column.end() && at->day == first.day;
            if (isWhole)
                row[i] = at->value;
        }
        if (isWhole)
            use(first.day, row);
    }
}

void DayColumns::wereJoined(std::span<const std::size_t> columns, Span keep)
{
    for (const std::size_t column : columns) {
        auto& held = m_columns[column];
        m_isNew[column] = false;
        if (!held.empty())
            held.erase(held.begin(),
                       std::lower_bound(held.begin(), held.end(), held.back().day - keep, isBefore));
    }
}

} // namespace holdline
