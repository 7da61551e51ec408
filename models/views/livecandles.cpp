// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/livecandles.h"

#include <limits>
#include <optional>

namespace holdline {

namespace {

constexpr std::size_t mostRecent = 240; ///< longer than any store is behind

template <typename Series>
std::shared_ptr<Series> copyOf(const Series* series)
{
    return series ? std::make_shared<Series>(*series) : nullptr;
}

double toDouble(const std::optional<Amount>& amount)
{
    return amount ? amount->toDouble() : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

LiveCandles::LiveCandles(const CandleSeries& loaded, const FlowSeries* netTaker)
    : m_drawn{copyOf(&loaded), copyOf(netTaker)},
      m_closed{copyOf(&loaded), copyOf(netTaker)}
{
    Q_ASSERT(loaded.interval() == oneMinute);
}

void LiveCandles::put(Pair& pair, const Candle& candle)
{
    const qint64 open = toMsecs(candle.openTime);
    pair.candles->update(open, candle.open.units, candle.high.units, candle.low.units, candle.close.units,
                         toDouble(candle.volume));
    const auto net = netTaker(candle);
    if (net && !pair.taker)
        pair.taker = std::make_shared<FlowSeries>(oneMinute);
    if (pair.taker)
        pair.taker->update(open, toDouble(net));
}

LiveCandles::Effect LiveCandles::put(const LiveCandle& news)
{
    const UtcTime open = news.candle.openTime;
    const auto known = m_recent.find(open);
    const bool isKnownClosed = known != m_recent.end() && known->second.isClosed;
    const bool isStored = !m_closed.candles->summary({open, open + oneMinute.length}).isEmpty();
    const bool isSame = known != m_recent.end() && known->second.candle == news.candle &&
                        known->second.isClosed == news.isClosed;
    if (isSame || (!news.isClosed && (isKnownClosed || isStored)))
        return Effect::None;
    m_recent.insert_or_assign(open, news);
    if (m_recent.size() > mostRecent)
        m_recent.erase(m_recent.begin());
    put(m_drawn, news.candle);
    if (news.isClosed)
        put(m_closed, news.candle);
    return open + 2 * oneMinute.length < m_drawn.candles->range().to ? Effect::Older : Effect::Last;
}

std::vector<LiveCandle> LiveCandles::cameFrom(UtcTime time) const
{
    std::vector<LiveCandle> candles;
    for (auto recent = m_recent.lower_bound(time); recent != m_recent.end(); ++recent)
        candles.push_back(recent->second);
    return candles;
}

} // namespace holdline
