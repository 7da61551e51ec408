// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"
#include "tests/support/jsontext.h"

namespace holdline::testing {

/// What a feed made of some bytes.
struct FeedRead {
    Reading reading;
    FeedRecords records;

    [[nodiscard]] bool isEmpty() const
    {
        return records.candles.empty() && records.trades.empty() && records.liquidations.empty() &&
               records.gauges.empty() && records.days.empty();
    }
};

inline FeedRead readMessage(Feed& feed, int route, const QByteArray& bytes)
{
    FeedRead read;
    read.reading = feed.readMessage(route, bytes, UtcTime{}, read.records);
    return read;
}

inline FeedRead readAnswer(Feed& feed, const RestRequest& request, const QByteArray& bytes)
{
    FeedRead read;
    read.reading = feed.readAnswer(request, bytes, read.records);
    return read;
}

inline UtcTime at(const char* iso)
{
    return parseIso(iso).value();
}

/// Numbers as the venue wrote them; "" where it tells nothing.
struct Figures {
    const char* open;
    const char* high;
    const char* low;
    const char* close;
    const char* volume;
    const char* quoteVolume;
    int trades = -1; ///< below 0: not told
};

inline Candle candleOf(UtcTime openTime, const Figures& figures)
{
    Candle candle;
    candle.openTime = openTime;
    candle.open = Price::parse(figures.open).value();
    candle.high = Price::parse(figures.high).value();
    candle.low = Price::parse(figures.low).value();
    candle.close = Price::parse(figures.close).value();
    candle.volume = Amount::parse(figures.volume);
    candle.quoteVolume = Amount::parse(figures.quoteVolume);
    if (figures.trades >= 0)
        candle.trades = figures.trades;
    return candle;
}

} // namespace holdline::testing
