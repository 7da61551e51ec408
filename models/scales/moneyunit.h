// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace holdline {

/// What a sum of money is counted in.
struct MoneyUnit {
    double size = 1;
    QString suffix = {}; ///< ` M`, with the space before it
};

/// The largest of thousands, millions, billions and trillions that is not above the amount; else one.
[[nodiscard]] MoneyUnit moneyUnit(double amount);

} // namespace holdline
