// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace holdline {

/// `import`: reads files that people bring into the store, one line of JSON a file.
[[nodiscard]] Command importCommand();

} // namespace holdline
