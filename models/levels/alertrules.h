// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace holdline {

/// Whether an alert looks at a series' sum over a span: liquidations and net taker volume.
[[nodiscard]] bool isSummed(const QString& series);

/// What the state of a level may become, as levels are judged, and `unknown`.
[[nodiscard]] const QStringList& levelStateNames();

} // namespace holdline
