// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QByteArray>
#include <QJsonValue>

namespace holdline {

/// A value as it stands in a JSON text; a string with its quotes.
[[nodiscard]] QByteArray jsonText(const QJsonValue& value);
[[nodiscard]] QByteArray jsonTime(UtcTime time);

} // namespace holdline
