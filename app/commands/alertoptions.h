// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/alert.h"

class QCommandLineParser;

namespace holdline {

void addAlertOptions(QCommandLineParser& parser);

/// An alert with one condition. Its id is empty when none was given. Error: Usage.
[[nodiscard]] Result<Alert> alertFromOptions(const QCommandLineParser& parser);

} // namespace holdline
