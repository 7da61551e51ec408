// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/simulatedmarket.h"

#include "tests/support/standin/simulatedchance.h"

#include <algorithm>
#include <cmath>

namespace holdline::testing {

using namespace chance;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t mostRecent = 20'000;

} // namespace

/// What the trades of one second have in common.
struct SimulatedMarket::Second {
    qint64 index = 0;
    qint64 firstId = 0;
    qint64 count = 0;
    double centre = 0; ///< units of 1e-8
    bool isCascade = false;
    qint64 priceStep = 1;
    qint64 quantityStep = 1;
    double usualQuantity = 0; ///< units of 1e-8
    quint64 salt = 0;

    [[nodiscard]] SimulatedTrade trade(qint64 position) const
    {
        const quint64 h = mixed(salt ^ static_cast<quint64>(firstId + position));
        const double wiggle = (static_cast<double>(h & 0xffff) / 65536.0 - 0.5) * 0.0004;
        const double size = static_cast<double>((h >> 16) & 0xffff) / 65536.0;
        const qint64 offset = (position * 1000 + static_cast<qint64>((h >> 32) & 1023) * 1000 / 1024) / count;
        const bool isBuy = static_cast<int>((h >> 48) & 15) < (isCascade ? 2 : 8);
        return {
            fromMsecs(index * 1000 + offset),
            firstId + position,
            {roundedTo(centre * (1 + wiggle), priceStep)},
            {roundedTo(usualQuantity * (0.02 + 3 * size * size * size) * (isCascade ? 6 : 1), quantityStep)},
            isBuy};
    }
};

SimulatedMarket::SimulatedMarket(quint32 seed, std::vector<SimulatedInstrument> instruments)
    : m_instruments(std::move(instruments))
{
    for (const SimulatedInstrument& instrument : m_instruments)
        m_names.push_back({mixed(textHash(instrument.asset) ^ seed), mixed(textHash(instrument.key) ^ seed)});
}

int SimulatedMarket::find(QByteArrayView symbol) const
{
    for (std::size_t i = 0; i < m_instruments.size(); ++i) {
        if (m_instruments[i].symbol == symbol)
            return static_cast<int>(i);
    }
    return -1;
}

int SimulatedMarket::findKey(QByteArrayView key) const
{
    for (std::size_t i = 0; i < m_instruments.size(); ++i) {
        if (m_instruments[i].key == key)
            return static_cast<int>(i);
    }
    return -1;
}

quint64 SimulatedMarket::hash(int instrument, quint64 purpose, qint64 index) const
{
    // The path is the asset's, everything else the instrument's own.
    const Names& names = m_names[static_cast<std::size_t>(instrument)];
    const quint64 name = purpose <= Noise ? names.asset : names.own;
    return mixed(mixed(name ^ purpose) ^ static_cast<quint64>(index));
}

qint64 SimulatedMarket::activeSeconds(int instrument, qint64 index) const
{
    const int every = m_instruments[static_cast<std::size_t>(instrument)].quietEvery;
    if (every == 0)
        return index;
    const qint64 minute = index / 60;
    const qint64 block = minute / every;
    const auto quiet = static_cast<qint64>(hash(instrument, Quiet, block) % static_cast<quint64>(every));
    const qint64 place = minute % every;
    const qint64 before = block + (place > quiet ? 1 : 0);
    return index - 60 * before - (place == quiet ? index % 60 : 0);
}

qint64 SimulatedMarket::tradesBefore(int instrument, qint64 index) const
{
    // Grows with every second by chance, yet needs no sum over the seconds before.
    const qint64 active = activeSeconds(instrument, index);
    const auto chance = static_cast<qint64>(hash(instrument, Count, active) & 1023);
    const qint64 rate = m_instruments[static_cast<std::size_t>(instrument)].tradesPerKilosecond;
    return rate * (active * 1024 + chance) / (1024 * 1000);
}

double SimulatedMarket::anchor(int instrument, qint64 minute) const
{
    constexpr double turn = 6.283185307179586;
    const auto phase = [&](qint64 wave) { return turn * fraction(hash(instrument, Path, wave)); };
    const auto t = static_cast<double>(minute);
    const double waves = 0.03 * std::sin(turn * t / 13'400 + phase(1)) +
                         0.012 * std::sin(turn * t / 1'620 + phase(2)) +
                         0.004 * std::sin(turn * t / 97 + phase(3));
    const double noise = 0.0008 * (fraction(hash(instrument, Noise, minute)) - 0.5);
    const double basis = 0.0006 * (fraction(hash(instrument, Basis, 0)) - 0.5);
    const double price = m_instruments[static_cast<std::size_t>(instrument)].price;
    return price * 1e8 * (1 + waves + noise + basis);
}

const Cascade* SimulatedMarket::cascadeAt(int instrument, qint64 index) const
{
    const UtcTime time = secondStart(index);
    for (const Cascade& cascade : m_cascades) {
        if (cascade.range.contains(time) &&
            cascade.asset == m_instruments[static_cast<std::size_t>(instrument)].asset)
            return &cascade;
    }
    return nullptr;
}

double SimulatedMarket::centre(int instrument, qint64 index) const
{
    const qint64 minute = index / 60;
    if (m_anchors.instrument != instrument || m_anchors.minute != minute)
        m_anchors = {instrument, minute, anchor(instrument, minute), anchor(instrument, minute + 1)};
    double price = m_anchors.from + (m_anchors.to - m_anchors.from) * static_cast<double>(index % 60) / 60.0;
    for (const Cascade& cascade : m_cascades) {
        if (cascade.asset != m_instruments[static_cast<std::size_t>(instrument)].asset)
            continue;
        const auto gone = static_cast<double>((secondStart(index) - cascade.range.from).count());
        const auto length = static_cast<double>(cascade.range.length().count());
        price *= 1 - cascade.fall * std::clamp(gone / length, 0.0, 1.0);
    }
    return price;
}

SimulatedMarket::Second SimulatedMarket::second(int instrument, qint64 index, qint64 firstId) const
{
    const auto& of = m_instruments[static_cast<std::size_t>(instrument)];
    Second made;
    made.index = index;
    made.firstId = firstId;
    made.count = tradesBefore(instrument, index + 1) - made.firstId;
    if (made.count == 0)
        return made;
    made.centre = centre(instrument, index);
    made.isCascade = cascadeAt(instrument, index) != nullptr;
    made.priceStep = stepOf(of.priceDecimals);
    made.quantityStep = stepOf(of.quantityDecimals);
    made.usualQuantity = 4'000 / of.price * 1e8;
    made.salt = hash(instrument, Deal, 0);
    return made;
}

template <typename Use>
void SimulatedMarket::eachTrade(int instrument, TimeRange range, Use use) const
{
    if (range.isEmpty())
        return;
    const bool hasHoles = std::any_of(m_holes.begin(), m_holes.end(), [&](TimeRange hole) {
        return hole.from < range.to && range.from < hole.to;
    });
    const qint64 last = secondOf(range.to - 1ms);
    qint64 nextId = tradesBefore(instrument, secondOf(range.from));
    for (qint64 index = secondOf(range.from); index <= last; ++index) {
        const Second second = this->second(instrument, index, nextId);
        nextId += second.count;
        for (qint64 i = 0; i < second.count; ++i) {
            const SimulatedTrade trade = second.trade(i);
            if (range.contains(trade.time) && !(hasHoles && isInHole(trade.time)))
                use(trade);
        }
    }
}

std::vector<SimulatedTrade> SimulatedMarket::trades(int instrument, TimeRange range) const
{
    std::vector<SimulatedTrade> found;
    eachTrade(instrument, range, [&](const SimulatedTrade& trade) { found.push_back(trade); });
    return found;
}

std::vector<SimulatedTrade> SimulatedMarket::tradesFrom(int instrument, qint64 id, int most,
                                                        UtcTime now) const
{
    qint64 low = 0; // the last second that begins with no more trades than that before it
    qint64 high = secondOf(now) + 1;
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        (tradesBefore(instrument, middle) <= id ? low : high) = middle;
    }
    std::vector<SimulatedTrade> found;
    for (UtcTime from = secondStart(low); from < now && static_cast<int>(found.size()) < most; from += 1s) {
        eachTrade(instrument, {from, std::min(from + 1s, now)}, [&](const SimulatedTrade& trade) {
            if (trade.id >= id && static_cast<int>(found.size()) < most)
                found.push_back(trade);
        });
    }
    return found;
}

bool SimulatedMarket::isInHole(UtcTime time) const
{
    return std::any_of(m_holes.begin(), m_holes.end(), [&](TimeRange hole) { return hole.contains(time); });
}

bool SimulatedMarket::isWhollyInHole(TimeRange range) const
{
    return std::any_of(m_holes.begin(), m_holes.end(),
                       [&](TimeRange hole) { return hole.from <= range.from && range.to <= hole.to; });
}

Price SimulatedMarket::closeBefore(int instrument, UtcTime time) const
{
    const qint64 id = tradesBefore(instrument, secondOf(time)) - 1;
    qint64 index = secondOf(time) - 1;
    while (tradesBefore(instrument, index) > id)
        --index;
    const Second last = second(instrument, index, tradesBefore(instrument, index));
    return last.trade(last.count - 1).price;
}

std::optional<SimulatedCandle> SimulatedMarket::minute(int instrument, UtcTime open, UtcTime now) const
{
    const TimeRange range{open, open + 1min};
    if (isWhollyInHole(range) || open >= now)
        return std::nullopt;
    SimulatedCandle made;
    made.openTime = open;
    eachTrade(instrument, {open, std::min(range.to, now)},
              [&](const SimulatedTrade& trade) { made.add(trade); });
    if (made.trades == 0)
        made.open = made.high = made.low = made.close = closeBefore(instrument, open);
    if (const auto revised = m_revisions.find({instrument, open}); revised != m_revisions.end()) {
        const auto& of = m_instruments[static_cast<std::size_t>(instrument)];
        const Quantity more{stepOf(of.quantityDecimals) * revised->second};
        made.high.units += stepOf(of.priceDecimals) * revised->second;
        made.volume += Amount{more.units};
        made.quoteVolume += made.close * more;
    }
    return made;
}

std::optional<SimulatedCandle> SimulatedMarket::closedMinute(int instrument, UtcTime open) const
{
    const auto found = m_recent.find({instrument, open});
    if (found != m_recent.end())
        return found->second;
    if (m_recent.size() > mostRecent)
        m_recent.clear();
    return m_recent[{instrument, open}] = minute(instrument, open, open + 1min);
}

std::optional<SimulatedCandle> SimulatedMarket::candle(int instrument, TimeRange range, UtcTime now) const
{
    std::optional<SimulatedCandle> made;
    for (UtcTime open = range.from; open < range.to && open < now; open += 1min) {
        const auto part = minute(instrument, open, now);
        if (!part)
            continue;
        if (!made)
            made = part;
        else
            made->add(*part);
    }
    if (made)
        made->openTime = range.from;
    return made;
}

SimulatedDay SimulatedMarket::day(int instrument, UtcTime now) const
{
    const UtcTime last = std::chrono::floor<std::chrono::minutes>(now);
    SimulatedDay made;
    bool hasSome = false;
    for (UtcTime open = last - 24h; open <= last; open += 1min) {
        const auto part = open < last ? closedMinute(instrument, open) : minute(instrument, open, now);
        if (!part)
            continue;
        if (hasSome)
            made.sum.add(*part);
        else
            made.sum = *part;
        hasSome = true;
    }
    made.sum.openTime = now - 24h;
    made.previousClose = closeBefore(instrument, last - 24h);
    return made;
}

Price SimulatedMarket::lastPrice(int instrument, UtcTime now) const
{
    const UtcTime open = std::chrono::floor<std::chrono::minutes>(now);
    const auto made = minute(instrument, open, now);
    return made ? made->close : closeBefore(instrument, open);
}

void SimulatedMarket::addHole(TimeRange range)
{
    m_holes.push_back(range);
    m_recent.clear();
}

void SimulatedMarket::setBeginning(UtcTime time)
{
    m_beginning = time;
    addHole({earliestTime, time});
}

void SimulatedMarket::revise(int instrument, UtcTime minute)
{
    ++m_revisions[{instrument, minute}];
    m_recent.clear();
}

} // namespace holdline::testing
