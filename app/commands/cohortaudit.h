// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace holdline {

/// `cohorts audit`: the node's own count and sum of its coins against the state's, at the same block.
[[nodiscard]] int auditState(const QCommandLineParser& parser, const CommandContext& context);

} // namespace holdline
