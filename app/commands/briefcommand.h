// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace holdline {

/// `holdline brief`: the readings at a time.
[[nodiscard]] Command briefCommand();

} // namespace holdline
