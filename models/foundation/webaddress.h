// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QUrl>

namespace holdline {

/// `localhost`, `127.0.0.1`, `::1` and the like.
[[nodiscard]] bool isLoopback(const QString& host);

/// An address of the web: `https`, or `http` on this machine only. Error: Usage, with the reason, which does
/// not repeat what may be secret in it.
[[nodiscard]] Result<QUrl> parseWebAddress(const QString& text);

} // namespace holdline
