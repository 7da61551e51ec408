// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/amount.h"

#include <optional>

namespace holdline {

/// The product of two amounts, rounded half away from zero to 1e-8; absent when it does not fit.
[[nodiscard]] std::optional<Amount> okxProduct(Amount a, Amount b);
/// Dollars in base asset at a price above zero, rounded likewise; absent when it does not fit.
[[nodiscard]] std::optional<Quantity> okxQuantity(Amount dollars, Price price);
/// Absent when it does not fit.
[[nodiscard]] std::optional<Quantity> okxQuantity(Amount amount);

} // namespace holdline
