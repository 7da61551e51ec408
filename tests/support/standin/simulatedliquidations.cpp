// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/simulatedchance.h"
#include "tests/support/standin/simulatedmarket.h"

#include <algorithm>
#include <cmath>

namespace holdline::testing {

using namespace chance;
using namespace std::chrono_literals;

int SimulatedMarket::liquidationCount(int instrument, qint64 index) const
{
    const auto& of = m_instruments[static_cast<std::size_t>(instrument)];
    if (!of.isContract)
        return 0;
    int count = 0;
    if (const Cascade* cascade = cascadeAt(instrument, index)) {
        const qint64 first = secondOf(cascade->range.from);
        const qint64 length = std::max<qint64>(1, secondOf(cascade->range.to) - first);
        const qint64 place = index - first;
        count = static_cast<int>(cascade->liquidations * (place + 1) / length -
                                 cascade->liquidations * place / length);
    }
    const quint64 h = hash(instrument, Forced, index);
    if (static_cast<int>(h % 7200) < of.liquidationsPerHour) // half as often, two at a time
        count += 1 + static_cast<int>((h >> 20) % 3);
    return count;
}

std::vector<Liquidation> SimulatedMarket::liquidations(int instrument, TimeRange range) const
{
    std::vector<Liquidation> found;
    if (range.isEmpty())
        return found;
    const auto& of = m_instruments[static_cast<std::size_t>(instrument)];
    for (qint64 index = secondOf(range.from); index <= secondOf(range.to - 1ms); ++index) {
        const int count = liquidationCount(instrument, index);
        for (int i = 0; i < count; ++i) {
            // One in eight says the same as the one before.
            quint64 h = mixed(hash(instrument, Forced, index) ^ static_cast<quint64>(i));
            const bool isTwin = i > 0 && h % 8 == 0;
            const int place = isTwin ? i - 1 : i;
            h = isTwin ? mixed(hash(instrument, Forced, index) ^ static_cast<quint64>(place)) : h;
            Liquidation made;
            made.time = fromMsecs(index * 1000 + (qint64{place} * 1000 + 500) / count);
            const int longs = cascadeAt(instrument, index) ? 15 : 9;
            made.side = static_cast<int>((h >> 8) & 15) < longs ? PositionSide::Long : PositionSide::Short;
            const double off = (made.side == PositionSide::Long ? -1 : 1) * 0.004 * fraction(mixed(h));
            made.price.units = roundedTo(centre(instrument, index) * (1 + off), stepOf(of.priceDecimals));
            const double size = static_cast<double>((h >> 16) & 0xffff) / 65536.0;
            const qint64 step = std::max(stepOf(of.quantityDecimals), of.contractUnits);
            made.quantity.units = roundedTo(60'000 / of.price * 1e8 * (0.01 + size * size * size), step);
            made.usd = made.price * made.quantity;
            if (range.contains(made.time) && !isInHole(made.time))
                found.push_back(made);
        }
    }
    return found;
}

Quantity SimulatedMarket::openInterest(int instrument, UtcTime time) const
{
    const auto& of = m_instruments[static_cast<std::size_t>(instrument)];
    const qint64 step = std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count() / 5;
    const double wave = 1 + 0.05 * std::sin(static_cast<double>(step) / 90.0) +
                        0.002 * fraction(hash(instrument, Interest, step));
    return {roundedTo(8e9 / of.price * 1e8 * wave, stepOf(of.quantityDecimals))};
}

Amount SimulatedMarket::fundingRate(int instrument, UtcTime settled) const
{
    const auto chance = static_cast<int>(hash(instrument, Funding, toMsecs(settled)) % 20'001);
    return {chance - 5'000}; // -0.00005 .. 0.00015
}

} // namespace holdline::testing
