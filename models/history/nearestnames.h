// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QStringList>

namespace holdline {

/// Up to three stored names that a person may have meant: those that need the fewest changed letters, and no
/// more than half of them.
[[nodiscard]] QStringList nearestNames(const QString& name, const std::vector<StoredSeries>& series);

} // namespace holdline
