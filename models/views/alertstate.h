// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/alertfiring.h"
#include "models/levels/level.h"

#include <map>

namespace holdline {

/// Alerts as they are now, for those who show them.
struct AlertState {
    std::vector<Alert> alerts = {};           ///< by id
    std::vector<Level> levels = {};           ///< that they may look at
    std::vector<LoggedFiring> log = {};       ///< oldest first, without pictures
    std::map<QString, QString> troubles = {}; ///< by alert: what of it cannot be seen
    QString zone = QStringLiteral("UTC");     ///< IANA
    UtcTime now = {};
};

} // namespace holdline
