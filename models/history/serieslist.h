// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

namespace holdline {

/// What is stored under one name from one source and under one definition, its columns together.
struct SeriesEntry {
    QString name;
    SeriesKind kind = SeriesKind::Samples;
    QString source;
    QString definition;
    QString unit;        ///< of the first column
    SeriesExtent extent; ///< of the columns together: the longest range, the most rows and gaps
};

/// By name, then in the order of their making.
[[nodiscard]] Result<std::vector<SeriesEntry>> listSeries(Store& store);

} // namespace holdline
