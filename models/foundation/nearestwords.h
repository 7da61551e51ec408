// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace holdline {

/// Up to three of the words that a person may have meant by one that is none of them: those that need the
/// fewest changed letters, and no more than half of them; the nearest first.
[[nodiscard]] QStringList nearestWords(const QString& typed, const QStringList& words);

} // namespace holdline
