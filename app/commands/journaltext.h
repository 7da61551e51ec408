// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/journalentry.h"

#include <QByteArray>

#include <span>

namespace holdline {

/// A JSON array, one change a line: `{"at","id","author","what","before","after"}`, documents as objects.
[[nodiscard]] QByteArray journalToJson(std::span<const JournalEntry> entries);
/// CSV with a header, documents as text.
[[nodiscard]] QByteArray journalToCsv(std::span<const JournalEntry> entries);

} // namespace holdline
