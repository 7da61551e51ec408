// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "models/history/collector.h"
#include "models/history/livesettings.h"

namespace holdline {

void addLiveOptions(QCommandLineParser& parser);
/// What the command line, the environment and the data folder's settings say, in that order. Errors: Usage;
/// Malformed settings.
[[nodiscard]] Result<CollectorSettings> liveSettings(const QCommandLineParser& parser,
                                                     const QString& dataDir);
/// The same with the command line's addresses alone.
[[nodiscard]] Result<CollectorSettings> liveSettings(const QStringList& endpoints, const QString& dataDir);

} // namespace holdline
