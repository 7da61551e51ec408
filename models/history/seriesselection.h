// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/seriesquestion.h"
#include "models/store/store.h"

#include <QStringList>

namespace holdline {

/// The stored series that answer for a name. Different definitions are never spliced: one is taken, that of
/// the first made, and the notes name the others.
struct SeriesSelection {
    std::vector<StoredSeries> series; ///< of one kind and definition, in the order of their making
    QStringList notes;                ///< sentences for the user

    [[nodiscard]] bool isEmpty() const { return series.empty(); }
    [[nodiscard]] SeriesKind kind() const { return series.front().kind; }
    /// Columns in the order of their making.
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] std::vector<StoredSeries> ofColumn(const QString& column) const;
};

/// Empty when nothing is stored under the name, or nothing of the source and definition asked for.
[[nodiscard]] Result<SeriesSelection> selectSeries(Store& store, const SeriesQuestion& question);
/// The same among series of one kind only.
[[nodiscard]] Result<SeriesSelection> selectSeries(Store& store, const SeriesQuestion& question,
                                                   SeriesKind kind);

} // namespace holdline
