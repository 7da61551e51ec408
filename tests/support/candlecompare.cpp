// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/candlecompare.h"

#include <map>

namespace holdline::testing {

namespace {

QString difference(const Candle& candle, const SimulatedCandle& told)
{
    if (candle.open != told.open || candle.high != told.high || candle.low != told.low ||
        candle.close != told.close)
        return QStringLiteral("%1 has other prices").arg(toIso(candle.openTime));
    if (candle.volume && *candle.volume != told.volume)
        return QStringLiteral("%1 has another volume").arg(toIso(candle.openTime));
    if (candle.takerBuyQuote && *candle.takerBuyQuote != told.takerBuyQuote)
        return QStringLiteral("%1 has other takers").arg(toIso(candle.openTime));
    return {};
}

} // namespace

QString difference(const std::vector<Candle>& stored, const SimulatedMarket& market, const QByteArray& key,
                   TimeRange range, UtcTime now)
{
    const int instrument = market.findKey(key);
    std::map<UtcTime, Candle> byTime;
    for (const Candle& candle : stored) {
        if (!byTime.try_emplace(candle.openTime, candle).second)
            return QStringLiteral("%1 is stored twice").arg(toIso(candle.openTime));
    }
    for (UtcTime open = range.from; open < range.to; open += std::chrono::minutes{1}) {
        const auto told = market.candle(instrument, {open, open + std::chrono::minutes{1}}, now);
        if (!told || told->trades == 0)
            continue;
        const auto found = byTime.find(open);
        if (found == byTime.end())
            return QStringLiteral("%1 is missing").arg(toIso(open));
        if (const QString other = difference(found->second, *told); !other.isEmpty())
            return other;
    }
    return {};
}

} // namespace holdline::testing
