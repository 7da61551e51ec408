// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/heightprices.h"

#include "models/cohorts/agebands.h"

#include <algorithm>
#include <limits>

namespace holdline {

namespace {

/// Seconds; 0 for what is no interval.
qint64 lengthOf(PriceSource interval)
{
    switch (interval) {
    case PriceSource::Minute:
        return 60;
    case PriceSource::Hour:
        return 3600;
    case PriceSource::Day:
        return secondsOfDay;
    case PriceSource::BeforeMarket:
    case PriceSource::Missing:
        break;
    }
    return 0;
}

} // namespace

std::optional<quint32> centsOf(Price price)
{
    constexpr qint64 unitsOfCent = decimalUnits / 100;
    if (price.units < 0)
        return std::nullopt;
    const qint64 cents = price.units / unitsOfCent + (price.units % unitsOfCent >= unitsOfCent / 2);
    return cents <= std::numeric_limits<quint32>::max() ? std::optional(static_cast<quint32>(cents))
                                                        : std::nullopt;
}

std::vector<PricedRange> HeightPrices::ranges() const
{
    std::vector<PricedRange> ranges;
    for (std::size_t h = 0; h < sources.size(); ++h) {
        const auto height = static_cast<quint32>(h);
        if (ranges.empty() || ranges.back().source != sources[h])
            ranges.push_back({{height, height}, sources[h]});
        ranges.back().heights.end = height + 1;
    }
    return ranges;
}

HeightPricing::HeightPricing(const BlockTimes& times, PriceMode mode) : m_mode(mode)
{
    const auto moments = mode == PriceMode::DailyClose ? times.monotone() : times.times();
    m_moments.reserve(moments.size());
    m_prices.cents.resize(moments.size());
    m_prices.sources.reserve(moments.size());
    for (std::size_t h = 0; h < moments.size(); ++h) {
        m_moments.push_back({moments[h], static_cast<quint32>(h)});
        m_prices.sources.push_back(moments[h] < firstMarketTime ? PriceSource::BeforeMarket
                                                                : PriceSource::Missing);
    }
    std::sort(m_moments.begin(), m_moments.end(),
              [](const Moment& a, const Moment& b) { return a.time < b.time; });
}

void HeightPricing::add(PriceSource interval, std::span<const PriceClose> closes)
{
    const qint64 length = lengthOf(interval);
    if (length == 0 || (m_mode == PriceMode::DailyClose && interval != PriceSource::Day))
        return;
    const auto isBefore = [](const Moment& moment, qint64 time) { return qint64{moment.time} < time; };
    auto at = m_moments.cbegin();
    qint64 reached = std::numeric_limits<qint64>::min(); // all moments before `at` are before this
    for (const PriceClose& close : closes) {
        const auto from = close.openTime < reached ? m_moments.cbegin() : at;
        // Closes mostly follow each other: the next moments are near.
        const auto near = from + std::min<std::ptrdiff_t>(8, m_moments.cend() - from);
        const auto end =
            near == m_moments.cend() || !isBefore(*near, close.openTime) ? near : m_moments.cend();
        at = std::lower_bound(from, end, close.openTime, isBefore);
        for (; at != m_moments.cend() && at->time < close.openTime + length; ++at) {
            if (interval > m_prices.sources[at->height])
                continue;
            m_prices.sources[at->height] = interval;
            m_prices.cents[at->height] = close.cents;
        }
        reached = close.openTime + length;
    }
}

HeightPrices HeightPricing::take()
{
    return std::move(m_prices);
}

HeightPrices priceHeights(const BlockTimes& times, PriceMode mode, std::span<const PriceClose> minutes,
                          std::span<const PriceClose> hours, std::span<const PriceClose> days)
{
    HeightPricing pricing(times, mode);
    pricing.add(PriceSource::Minute, minutes);
    pricing.add(PriceSource::Hour, hours);
    pricing.add(PriceSource::Day, days);
    return pricing.take();
}

} // namespace holdline
