// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace holdline {

/// One line of standard input, without its end and without space around it. On a terminal it is not shown
/// while it is typed. At most some thousand bytes.
[[nodiscard]] QByteArray readHiddenLine();

} // namespace holdline
