// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "models/history/collector.h"

namespace holdline {

/// `90s`, `5m`, `2h`, `7d`. Absent for any other text and for nothing at all.
[[nodiscard]] std::optional<Span> parseDuration(QStringView text);

void addLiveOptions(QCommandLineParser& parser);
/// What the command line, the environment and the data folder's settings say, in that order. Error: Usage.
[[nodiscard]] Result<CollectorSettings> liveSettings(const QCommandLineParser& parser,
                                                     const QString& dataDir);

} // namespace holdline
