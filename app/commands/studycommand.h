// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace holdline {

/// `holdline study`: what followed earlier occurrences of something.
[[nodiscard]] Command studyCommand();

} // namespace holdline
