// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/rsi.h"

#include <algorithm>

namespace holdline {

std::optional<double> wilderRsi(std::span<const double> closes, int length)
{
    const auto seed = static_cast<std::size_t>(length);
    if (length < 1 || closes.size() <= seed)
        return std::nullopt;
    double gain = 0;
    double loss = 0;
    for (std::size_t i = 1; i < closes.size(); ++i) {
        const double change = closes[i] - closes[i - 1];
        const double up = std::max(change, 0.0);
        const double down = std::max(-change, 0.0);
        if (i <= seed) {
            gain += up / length;
            loss += down / length;
        } else {
            gain = ((length - 1) * gain + up) / length;
            loss = ((length - 1) * loss + down) / length;
        }
    }
    if (loss == 0)
        return gain == 0 ? 50 : 100;
    return 100 - 100 / (1 + gain / loss);
}

} // namespace holdline
