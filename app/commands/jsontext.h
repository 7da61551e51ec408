// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>
#include <QString>

namespace holdline {

/// A JSON string with its quotes.
[[nodiscard]] QByteArray jsonText(const QString& text);
[[nodiscard]] QByteArray jsonTime(UtcTime time);

} // namespace holdline
