// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace holdline {

/// Compares an exported file with what the store (or its episode) holds now.
[[nodiscard]] Command verifyCommand();

} // namespace holdline
