// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/okx/okxproduct.h"

#include <limits>

namespace holdline {

namespace {

std::optional<Int128> times(Int128 a, Int128 b)
{
    Int128 product = 0;
    return __builtin_mul_overflow(a, b, &product) ? std::nullopt : std::optional(product);
}

Int128 rounded(Int128 dividend, Int128 divisor)
{
    const Int128 rest = dividend % divisor;
    const Int128 whole = dividend / divisor;
    const Int128 size = rest < 0 ? -rest : rest;
    return size < divisor - size ? whole : whole + (dividend < 0 ? -1 : 1);
}

} // namespace

std::optional<Amount> okxProduct(Amount a, Amount b)
{
    const auto product = times(a.units, b.units);
    return product ? std::optional(Amount{rounded(*product, decimalUnits)}) : std::nullopt;
}

std::optional<Quantity> okxQuantity(Amount dollars, Price price)
{
    const auto scaled = times(dollars.units, decimalUnits);
    return scaled ? okxQuantity(Amount{rounded(*scaled, price.units)}) : std::nullopt;
}

std::optional<Quantity> okxQuantity(Amount amount)
{
    if (amount.units > std::numeric_limits<qint64>::max() ||
        amount.units < std::numeric_limits<qint64>::min())
        return std::nullopt;
    return Quantity{static_cast<qint64>(amount.units)};
}

} // namespace holdline
