// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QString>

#include <optional>

namespace holdline {

/// One change of a level or drawing: who changed it, when, from what to what.
struct JournalEntry {
    qint64 number = 0; ///< in the order of the changes
    UtcTime at;
    QString id;                         ///< of the mark
    QString author;                     ///< empty: not known
    QString what;                       ///< `add`, `replace`, `remove`
    std::optional<QString> before = {}; ///< JSON; absent of what was added
    std::optional<QString> after = {};  ///< absent of what was removed

    bool operator==(const JournalEntry&) const = default;
};

} // namespace holdline
