// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace holdline {

/// `cohorts scan`: a snapshot becomes the state, and with a node the state comes to its tip.
[[nodiscard]] int scanSnapshot(const QCommandLineParser& parser, const CommandContext& context);

} // namespace holdline
