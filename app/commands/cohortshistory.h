// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace holdline {

/// `cohorts history`: the days before the state's tip are stored, back to any date, from the undo files of
/// the node's folder. The state that is kept stays as it is.
[[nodiscard]] int storeHistory(const QCommandLineParser& parser, const CommandContext& context);

} // namespace holdline
