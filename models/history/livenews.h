// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/candle.h"
#include "models/market/coverage.h"
#include "models/market/liquidation.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace holdline {

/// How one stream does.
struct StreamStatus {
    enum class State {
        Connecting, ///< not yet open, or an attempt runs
        Waiting,    ///< open, nothing came yet
        Live,
        Silent,  ///< open, but longer without a message than it ever is
        Closed,  ///< no connection; the next attempt is told
        Refused, ///< the venue does not serve this place, or refused the stream
    };
    QString name;  ///< `btcusdt@kline_1m`
    QString route; ///< `market`
    State state = State::Connecting;
    std::optional<UtcTime> lastMessage = {};
    QString series = {}; ///< that it alone records, or empty
};

/// How one provider does; counts since the start of the collector.
struct FeedStatus {
    QString id;
    QString title;
    QString gives;
    bool isConnected = false;     ///< a message or an answer came and no connection of it is down
    bool hasAnswered = false;     ///< ever
    bool isRegionRefused = false; ///< not offered where this program runs
    qint64 messages = 0;
    qint64 dropped = 0;
    qint64 rejected = 0;
    qint64 gapsOpened = 0;
    qint64 gapsFilled = 0;
    double messagesPerSecond = 0;           ///< over the last seconds
    std::map<QString, qint64> rejects = {}; ///< reason to count; at most 50 reasons
    std::optional<UtcTime> lastAnswer = {}; ///< message or answer
    int usedWeight = 0;
    int weightLimit = 0;                     ///< 0: no such rule
    std::optional<UtcTime> pausedUntil = {}; ///< latestTime: for good
    qint64 missingMinutes = 0;               ///< of history that is still to be asked for
    qint64 wantedMinutes = 0;
    std::optional<Span> clockOffset = {}; ///< the venue's clock less this machine's
    QString problem = {};                 ///< a sentence on what is wrong, empty when nothing is
    std::vector<StreamStatus> streams = {};
};

struct LiveCandle {
    QString instrument; ///< `binance:BTCUSDT`
    Candle candle;      ///< of one minute
    bool isClosed = false;
};

struct LiveLiquidations {
    QString series; ///< `liquidations/bybit`
    std::vector<Liquidation> items;
};

struct LiveCoverage {
    QString series;
    Coverage entry; ///< replaces what was known of its range
};

/// Rolling figures of 24 hours.
struct LiveDay {
    QString instrument;
    double last = 0;
    double open = 0;
    double high = 0;
    double low = 0;
    double quoteVolume = 0;
};

/// What became known since the news before, for those who watch; what is older is in the store.
struct LiveNews {
    std::vector<LiveCandle> candles = {};            ///< oldest first; of an open candle the last word only
    std::vector<LiveLiquidations> liquidations = {}; ///< each record once
    std::vector<LiveCoverage> coverage = {};
    std::vector<LiveDay> days = {};
    std::vector<FeedStatus> feeds = {}; ///< all of them, or none when nothing about them changed
    bool hasGrownBack = false;          ///< older history was stored: what is shown may be loaded again
    QString notice = {};                ///< a sentence about the collector itself (a full disk), or empty
};

} // namespace holdline
