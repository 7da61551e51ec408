// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/moneyunit.h"

namespace holdline {

MoneyUnit moneyUnit(double amount)
{
    if (amount >= 1e12)
        return {1e12, QStringLiteral(" T")};
    if (amount >= 1e9)
        return {1e9, QStringLiteral(" B")};
    if (amount >= 1e6)
        return {1e6, QStringLiteral(" M")};
    if (amount >= 1e3)
        return {1e3, QStringLiteral(" K")};
    return {};
}

} // namespace holdline
