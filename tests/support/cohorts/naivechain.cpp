// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cohorts/naivechain.h"

namespace holdline::testing {

namespace {

BlockHash hashOf(quint32 height)
{
    BlockHash hash;
    hash.bytes[0] = static_cast<uchar>(height);
    hash.bytes[1] = 1;
    return hash;
}

std::optional<quint32> closeAt(const std::vector<PriceClose>& closes, qint64 length, qint64 time)
{
    std::optional<quint32> cents;
    for (const PriceClose& close : closes) {
        if (time >= close.openTime && time < close.openTime + length)
            cents = close.cents;
    }
    return cents;
}

} // namespace

NaiveChain::NaiveChain(quint32 seed) : m_random(seed)
{
    makeTimes();
    for (quint32 height = 0; height < times.size(); ++height)
        makeBlock(height);
    makePrices();
    for (quint32 i = chance(3); i > 0; --i) {
        const quint32 first = chance(static_cast<quint32>(times.size()));
        masks.push_back({first, first + chance(5)});
    }
}

void NaiveChain::makeTimes()
{
    constexpr qint64 day = 86'400;
    const qint64 steps[] = {600,  600, 600,     -3600,    -7000,     3599,
                            3600, day, 6 * day, 25 * day, 150 * day, 600 * day};
    const quint32 count = 2 + chance(38);
    qint64 time = 1'279'411'200 - static_cast<qint64>(chance(40)) * day + chance(86'400);
    for (quint32 i = 0; i < count; ++i) {
        times.push_back(static_cast<quint32>(time));
        time += steps[chance(std::size(steps))];
    }
}

void NaiveChain::makeBlock(quint32 height)
{
    BlockChange block;
    block.hash = hashOf(height);
    block.previous = height == 0 ? BlockHash{} : hashOf(height - 1);
    block.height = height;
    block.time = times[height];
    // What genesis makes can never be spent.
    for (quint32 i = 0; height > 0 && i < 1 + chance(3); ++i) {
        const NaiveCoin coin{
            height, chance(5) == 0 ? 0 : static_cast<qint64>(m_random()) * 7 % 900'000'000'001, i == 0, 0};
        coins.push_back(coin);
        block.created.value += coin.value;
        block.created.count += 1;
        block.created.coinbaseValue += coin.isCoinbase ? coin.value : 0;
    }
    std::vector<HeightSpend> spends;
    for (NaiveCoin& coin : coins) {
        if (coin.spentAt != 0 || chance(6) != 0)
            continue;
        coin.spentAt = height;
        spends.push_back({coin.height, coin.value, 1, coin.isCoinbase ? coin.value : 0});
    }
    block.spends = summedSpends(std::move(spends));
    blocks.push_back(std::move(block));
}

void NaiveChain::makePrices()
{
    const quint32 prices[] = {0, 7, 6'000, 6'000, 123'456, 8'994'100, 9'250'000, 4'290'000'000};
    const auto add = [&](std::vector<PriceClose>& closes, qint64 time, qint64 length) {
        closes.push_back({time / length * length, prices[chance(std::size(prices))]});
    };
    for (quint32 height = 0; height < times.size(); ++height) {
        if (chance(3) == 0)
            add(minutes, times[height], 60);
        if (chance(3) == 0)
            add(hours, times[height], 3600);
        if (chance(2) == 0)
            add(days, times[height], 86'400);
        if (chance(2) == 0)
            add(days, latestTime(height), 86'400);
    }
}

qint64 NaiveChain::latestTime(quint32 height) const
{
    qint64 latest = 0;
    for (quint32 h = 0; h <= height; ++h)
        latest = std::max<qint64>(latest, times[h]);
    return latest;
}

HeightTable NaiveChain::tableAfter(quint32 height) const
{
    std::vector<qint64> values(height + 1);
    std::vector<quint32> counts(height + 1);
    std::vector<qint64> coinbaseValues(height + 1);
    for (const NaiveCoin& coin : coins) {
        if (!isUnspentAfter(coin, height))
            continue;
        values[coin.height] += coin.value;
        counts[coin.height] += 1;
        coinbaseValues[coin.height] += coin.isCoinbase ? coin.value : 0;
    }
    return {std::move(values), std::move(counts), std::move(coinbaseValues)};
}

std::optional<quint32> NaiveChain::price(quint32 height, PriceMode mode) const
{
    const bool isDaily = mode == PriceMode::DailyClose;
    const qint64 time = isDaily ? latestTime(height) : times[height];
    std::optional<quint32> cents = isDaily ? std::nullopt : closeAt(minutes, 60, time);
    if (!cents && !isDaily)
        cents = closeAt(hours, 3600, time);
    if (!cents)
        cents = closeAt(days, 86'400, time);
    return cents || time >= 1'279'411'200 ? cents : std::optional(0U);
}

bool NaiveChain::isMasked(quint32 height) const
{
    for (const HeightRange& mask : masks) {
        if (height >= mask.first && height < mask.end)
            return true;
    }
    return false;
}

} // namespace holdline::testing
