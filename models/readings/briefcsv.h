// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/marketreading.h"

#include <QByteArray>

namespace holdline {

/// `id,value,unit,text,at,source,definition,known_at`, a line a reading. Words and times stand as they are, a
/// value of several as JSON; a value that there is not is empty.
[[nodiscard]] QByteArray briefToCsv(const Brief& brief);

} // namespace holdline
