// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/journalentry.h"

#include <QStringList>

namespace holdline {

/// What a change changed, a field each: `low 89800 → 89700`. Of a new or removed mark its name or kind.
[[nodiscard]] QStringList changeWords(const JournalEntry& entry);

/// The name of what was changed: a level's, or a drawing's kind; its id where it has neither.
[[nodiscard]] QString nameOf(const JournalEntry& entry);

} // namespace holdline
