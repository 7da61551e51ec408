// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/indexedline.h"

namespace holdline {

IndexedLine indexCloses(const QString& symbol, const std::vector<TimedValue>& closes)
{
    IndexedLine line{.symbol = symbol, .points = {}, .changePct = {}, .source = {}};
    double base = 0;
    for (const auto& close : closes) {
        if (!(close.value > 0))
            continue;
        if (base == 0)
            base = close.value;
        line.points.push_back({close.msecs, close.value / base * 100});
    }
    if (!line.points.empty())
        line.changePct = line.points.back().value - 100;
    return line;
}

const std::vector<QString>& watchedSymbols()
{
    static const std::vector<QString> symbols{QStringLiteral("BTC"), QStringLiteral("ETH"),
                                              QStringLiteral("XRP"), QStringLiteral("ADA"),
                                              QStringLiteral("SOL")};
    return symbols;
}

} // namespace holdline
