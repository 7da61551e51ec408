// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace holdline {

/// `levels`: lists, adds, removes, imports and exports levels, and tells their changes of state.
[[nodiscard]] Command levelsCommand();

} // namespace holdline
