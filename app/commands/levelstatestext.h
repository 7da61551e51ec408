// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/levelstates.h"

#include <QByteArray>

#include <span>

namespace holdline {

struct LevelStateRow {
    QString id;
    LevelState state;
};

/// An array of `{"id","at","state","regime","since","close"}`, one a line; unknown values are null.
[[nodiscard]] QByteArray statesToJson(std::span<const LevelStateRow> rows);
/// The same as CSV with a header; unknown values are empty.
[[nodiscard]] QByteArray statesToCsv(std::span<const LevelStateRow> rows);

} // namespace holdline
