// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"

#include <functional>
#include <span>
#include <vector>

namespace holdline {

/// Values by day of several series that only together make another, and come one after the other.
class DayColumns final {
public:
    explicit DayColumns(std::size_t count) : m_columns(count), m_isNew(count) {}

    /// An answer's values, oldest first; they replace what was known of these days.
    void take(std::size_t column, const std::vector<DayValue>& values);
    /// Whether each of these columns was told since it was last joined.
    [[nodiscard]] bool areNew(std::span<const std::size_t> columns) const;
    /// Calls `use` with one value of each column, in that order, for each day that all of them have.
    void eachDay(std::span<const std::size_t> columns,
                 const std::function<void(UtcTime day, std::span<const Amount> values)>& use) const;
    /// They were joined: what is older than `keep` before their last day is forgotten.
    void wereJoined(std::span<const std::size_t> columns, Span keep);

private:
    std::vector<std::vector<DayValue>> m_columns;
    std::vector<bool> m_isNew;
};

} // namespace holdline
