// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace holdline {

/// The program: reads the global options, then runs a subcommand or opens the window. Returns the exit code.
[[nodiscard]] int runApplication(int argc, char** argv);

} // namespace holdline
