// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/store.h"

namespace holdline {

/// What is known of a series, in ranges that do not overlap.
class CoverageRows final {
public:
    explicit CoverageRows(Database& database) : m_database(database) {}

    [[nodiscard]] Result<Done> set(qint64 series, std::span<const Coverage> coverage);
    /// Entries that overlap the range, whole, oldest first.
    [[nodiscard]] Result<std::vector<Coverage>> coverage(qint64 series, TimeRange range);

private:
    [[nodiscard]] Result<Done> remove(qint64 series, const Coverage& entry);
    [[nodiscard]] Result<Done> insert(qint64 series, const Coverage& entry);

    Database& m_database;
};

} // namespace holdline
