// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/store.h"

namespace holdline {

/// The series that are stored, and how far each reaches.
class SeriesRows final {
public:
    explicit SeriesRows(Database& database) : m_database(database) {}

    [[nodiscard]] Result<StoredSeries> ensure(const SeriesKey& key, SeriesKind kind, const QString& unit);
    [[nodiscard]] Result<std::vector<StoredSeries>> list();
    [[nodiscard]] Result<std::vector<StoredSeries>> find(const QString& name);
    /// Absent when there is none with that number.
    [[nodiscard]] Result<std::optional<StoredSeries>> byId(qint64 id);

private:
    [[nodiscard]] Result<std::vector<StoredSeries>> select(const QString& where, const QVariantList& values);
    [[nodiscard]] Result<Done> addIntervals(StoredSeries& series);
    [[nodiscard]] Result<StoredSeries> add(const SeriesKey& key, SeriesKind kind, const QString& unit);

    Database& m_database;
};

[[nodiscard]] std::optional<SeriesKind> seriesKindFromText(QStringView text);

} // namespace holdline
