// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>

namespace holdline {

/// The published figures: `id`, `value`, `text`, `source` of each.
[[nodiscard]] QJsonArray citations();

} // namespace holdline
