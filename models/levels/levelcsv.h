// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/level.h"

#include <QByteArray>

#include <span>

namespace holdline {

/// CSV with a header; unknown keys are left out.
[[nodiscard]] QByteArray levelsToCsv(std::span<const Level> levels);

} // namespace holdline
