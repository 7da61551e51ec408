// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace holdline {

/// Keeps words of Qt that no user can act on out of standard error: a folder for sockets that Holdline does
/// not use, size hints that a platform without windows cannot take, and what is damaged in a picture that is
/// read, which the program says in a sentence. All other messages go where they went before.
void installMessageFilter();

} // namespace holdline
