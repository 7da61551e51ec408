// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feedcatalog.h"

#include "models/feeds/alternative/alternativefeed.h"
#include "models/feeds/binance/binancefeed.h"
#include "models/feeds/binancefutures/binancefuturesfeed.h"
#include "models/feeds/bitcoindata/bitcoindatafeed.h"
#include "models/feeds/bitstamp/bitstampfeed.h"
#include "models/feeds/bitview/bitviewfeed.h"
#include "models/feeds/bybit/bybitfeed.h"
#include "models/feeds/coinbase/coinbasefeed.h"
#include "models/feeds/coinglass/coinglassfeed.h"
#include "models/feeds/coinmetrics/coinmetricsfeed.h"
#include "models/feeds/cryptoquant/cryptoquantfeed.h"
#include "models/feeds/deribit/deribitfeed.h"
#include "models/feeds/fred/fredfeed.h"
#include "models/feeds/glassnode/glassnodefeed.h"
#include "models/feeds/kraken/krakenfeed.h"
#include "models/feeds/mof/moffeed.h"
#include "models/feeds/okx/okxfeed.h"
#include "models/feeds/sosovalue/sosovaluefeed.h"
#include "models/feeds/treasury/treasuryfeed.h"

namespace holdline {

const std::vector<FeedEntry>& feedCatalog()
{
    static const std::vector<FeedEntry> feeds{
        {binanceTraits(), makeBinanceFeed},
        {binanceFuturesTraits(), makeBinanceFuturesFeed},
        {bybitTraits(), makeBybitFeed},
        {okxTraits(), makeOkxFeed},
        {coinbaseTraits(), makeCoinbaseFeed},
        {krakenTraits(), makeKrakenFeed},
        {bitstampTraits(), makeBitstampFeed},
        {bitviewTraits(), makeBitviewFeed},
        {bitcoinDataTraits(), makeBitcoinDataFeed},
        {glassnodeTraits(), makeGlassnodeFeed},
        {cryptoquantTraits(), makeCryptoquantFeed},
        {deribitTraits(), makeDeribitFeed},
        {coinglassTraits(), makeCoinglassFeed},
        {sosovalueTraits(), makeSosovalueFeed},
        {coinmetricsTraits(), makeCoinmetricsFeed},
        {mofTraits(), makeMofFeed},
        {treasuryTraits(), makeTreasuryFeed},
        {fredTraits(), makeFredFeed},
        {alternativeTraits(), makeAlternativeFeed},
    };
    return feeds;
}

const FeedEntry* findFeed(const QString& id)
{
    for (const FeedEntry& feed : feedCatalog()) {
        if (feed.traits.id == id)
            return &feed;
    }
    return nullptr;
}

} // namespace holdline
