// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/candle.h"
#include "models/market/interval.h"
#include "models/market/liquidation.h"
#include "models/market/periods.h"
#include "models/market/serieskey.h"

#include <QString>

#include <string>
#include <vector>

namespace holdline {

/// A candle that a venue tells. `instrument` indexes Feed::instruments().
struct CandleRecord {
    int instrument = 0;
    Interval interval = oneMinute;
    Candle candle;
    bool isClosed = false; ///< the venue says that it will not change; false also when the venue never says
    UtcTime at = {};       ///< when the venue made the message; the epoch when it does not say
};

/// One trade (or several of one taker at one price).
struct TradeRecord {
    int instrument = 0;
    UtcTime time;
    Price price;
    Quantity quantity; ///< base asset
    bool isTakerBuy = false;
    qint64 id = 0; ///< grows by one from trade to trade where the venue promises it; 0: none
};

/// A forced order. `asset` is in lower case (`btc`) and may be one that Holdline does not follow.
struct LiquidationRecord {
    std::string asset;
    Liquidation liquidation;
};

enum class Gauge {
    OpenInterest, ///< base asset, one side
    FundingRate,  ///< fraction, of one funding period (0.0001 = 0.01 %)
    MarkPrice,    ///< quote asset
};

/// A value at a moment.
struct GaugeRecord {
    Gauge gauge = Gauge::MarkPrice;
    int instrument = 0;
    UtcTime time; ///< of the value; of a funding rate: when it was settled
    Amount value;
};

/// Figures of the last 24 hours, rolling.
struct DayRecord {
    int instrument = 0;
    UtcTime time;
    Price last;
    Price open; ///< 24 h ago
    Price high;
    Price low;
    Amount volume;      ///< base asset
    Amount quoteVolume; ///< quote asset; zero when the venue does not tell
};

/// A value of one date.
struct DayValue {
    UtcTime day; ///< 00:00 UTC of the date; of a shorter stretch: its beginning
    Amount value;

    bool operator==(const DayValue&) const = default;
};

/// Values of one series by date, oldest first, each date once. Those of a period that has not ended may
/// change.
struct DailyRecord {
    SeriesKey key;
    QString unit; ///< `USD`, `BTC`
    std::vector<DayValue> values;
    Period (*period)(UtcTime date) = utcDay; ///< the stretch that a date's value covers, and when it is known
};

/// What a message or an answer told. Reused from one to the next; each vector in the order of the bytes.
struct FeedRecords {
    std::vector<CandleRecord> candles;
    std::vector<TradeRecord> trades;
    std::vector<LiquidationRecord> liquidations;
    std::vector<GaugeRecord> gauges;
    std::vector<DayRecord> days;
    std::vector<DailyRecord> dailies;
    std::vector<QString> rejects;      ///< why a part of it (or all) was left out, one sentence a part
    QString nextPage;                  ///< path of what belongs to a daily answer, to be asked for at once
    std::optional<UtcTime> serverTime; ///< the venue's clock when it answered

    void clear()
    {
        candles.clear();
        trades.clear();
        liquidations.clear();
        gauges.clear();
        days.clear();
        dailies.clear();
        rejects.clear();
        nextPage.clear();
        serverTime.reset();
    }
};

} // namespace holdline
