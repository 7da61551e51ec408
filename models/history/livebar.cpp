// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/livebar.h"

#include <algorithm>

namespace holdline {

bool LiveBar::take(const CandleRecord& record)
{
    const UtcTime open = record.candle.openTime;
    const bool isOlder = m_candle && (open < m_candle->openTime ||
                                      (open == m_candle->openTime && m_isTold && record.at < m_at));
    if (isOlder || open < m_closedUntil)
        return false;
    m_candle = record.candle;
    m_at = record.at;
    m_isTold = true;
    return true;
}

bool LiveBar::take(const TradeRecord& trade)
{
    const UtcTime open = oneMinute.bucketStart(trade.time);
    if (open < m_closedUntil || (m_candle && open < m_candle->openTime))
        return false;
    if (!m_candle || open > m_candle->openTime) {
        m_candle = Candle{open, trade.price, trade.price, trade.price, trade.price, {}, {}, {}, {}};
        m_at = earliestTime;
    }
    Candle& candle = *m_candle;
    candle.high = std::max(candle.high, trade.price);
    candle.low = std::min(candle.low, trade.price);
    candle.close = trade.price;
    if (!m_isTold)
        candle.volume = candle.volume.value_or(Amount{}) + Amount{trade.quantity.units};
    return true;
}

void LiveBar::closedUntil(UtcTime end)
{
    m_closedUntil = std::max(m_closedUntil, end);
    if (m_candle && m_candle->openTime < m_closedUntil)
        m_candle.reset();
}

} // namespace holdline
