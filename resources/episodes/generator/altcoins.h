// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "resources/episodes/generator/trading.h"

namespace holdline {

inline constexpr int altcoinMinutes = 15;

/// A coin that moves with bitcoin, by the quarter of an hour.
struct Altcoin {
    const char* symbol;
    int priceDigits;
    int volumeDigits;
    std::vector<Bar> bars;          ///< prices in units of the last digit
    std::vector<Turnover> turnover; ///< volume in units of its last digit
};

/// ETH, XRP, ADA and SOL: bitcoin's move times a factor, and chance of their own between round waypoints.
[[nodiscard]] std::vector<Altcoin> makeAltcoins(const Liveliness& liveliness, const std::vector<Bar>& bitcoin,
                                                const std::vector<Turnover>& turnover, std::uint64_t seed);

} // namespace holdline
