// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace holdline {

/// `alerts list|add|import FILE|remove|arm|off|log`.
[[nodiscard]] Command alertsCommand();

} // namespace holdline
