// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/levels/level.h"

#include <QCommandLineParser>

namespace holdline {

/// The words of `levels`.
void addLevelOptions(QCommandLineParser& parser);

/// The level that they describe. Error: Usage.
[[nodiscard]] Result<Level> levelFromOptions(const QCommandLineParser& parser);

} // namespace holdline
