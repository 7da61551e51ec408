// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/amount.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace holdline {

/// A number in a cell of a table: `1,234.5` with commas at thousands, `(5.2)` for -5.2, times 10^power, exact
/// to 1e-8. Absent when it is none.
[[nodiscard]] std::optional<Amount> readCell(QByteArrayView cell, int power = 0);

/// The power of a cell in millions.
inline constexpr int millions = 6;

/// `yield is not a number: “NaN”`
[[nodiscard]] QString notANumber(QByteArrayView column, QByteArrayView cell);
[[nodiscard]] QString notATime(QByteArrayView cell);

} // namespace holdline
