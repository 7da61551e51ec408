// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedrecords.h"

#include <optional>

namespace holdline {

/// The candle of one instrument that is still open: as the venue tells it, moved on by trades, or made of the
/// trades alone where the venue tells none. Never stored.
class LiveBar final {
public:
    /// Whether it changed: an older message changes nothing.
    bool take(const CandleRecord& record);
    bool take(const TradeRecord& trade);
    /// Candles up to there are closed.
    void closedUntil(UtcTime end);

    [[nodiscard]] const std::optional<Candle>& candle() const { return m_candle; }

private:
    std::optional<Candle> m_candle;
    UtcTime m_closedUntil = earliestTime;
    UtcTime m_at = earliestTime; ///< of the message that told it
    bool m_isTold = false;       ///< by candle messages
};

} // namespace holdline
