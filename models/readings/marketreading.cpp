// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/marketreading.h"

#include <algorithm>

namespace holdline {

const MarketReading* Brief::find(const QString& id) const
{
    const auto found = std::find_if(readings.begin(), readings.end(),
                                    [&id](const MarketReading& reading) { return reading.id == id; });
    return found == readings.end() ? nullptr : &*found;
}

} // namespace holdline
