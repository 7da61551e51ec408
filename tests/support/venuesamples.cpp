// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/venuesamples.h"

namespace holdline::testing {

namespace {
using Kind = Reading::Kind;
}

// Streams: liquidations of five assets 0 to 4, candles 5 to 9; on the spot connection candles 0 to 4.
const FeedSamples& bybitSamples()
{
    static const FeedSamples samples{
        {"liquidations", 'A',
         "{'topic':'allLiquidation.BTCUSDT','type':'snapshot','ts':1763773191204,'data':["
         "{'T':1763773190929,'s':'BTCUSDT','S':'Sell','v':'0.250','p':'87012.30'},"
         "{'T':1763773191010,'s':'BTCUSDT','S':'Buy','v':'0.040','p':'85990.00'}]}",
         Kind::Data, 0,
         "liquidation btc 1763773190929 short 87012.3 0.25 21753.075\n"
         "liquidation btc 1763773191010 long 85990 0.04 3439.6"},
        {"one liquidation of the older topic", 'A',
         "{'topic':'liquidation.ETHUSDT','data':{'updatedTime':1763773190929,'symbol':'ETHUSDT','side':'Buy',"
         "'size':'2','price':'50'}}",
         Kind::Data, -1, "liquidation eth 1763773190929 long 50 2 100"},
        {"liquidations of an inverse contract", 'A',
         "{'topic':'allLiquidation.BTCUSD','data':[{'T':1763773190929,'s':'BTCUSD','S':'Buy','v':'2','p':'50'"
         "}]}"},
        {"a closed candle of a perpetual", 'A',
         "{'topic':'kline.1.ETHUSDT','ts':1763773260001,'data':[{'start':1763773200000,'end':1763773259999,"
         "'interval':'1','open':'2','close':'2.5','high':'3','low':'1','volume':'4','turnover':'9',"
         "'confirm':true,'timestamp':1763773259000}]}",
         Kind::Data, 6, "candle 1 1m 1763773200000 2 3 1 2.5 4 9 - - closed 1763773260001"},
        {"an open candle of spot", 'B',
         "{'topic':'kline.1.BTCUSDT','ts':1763773230001,'data':[{'start':1763773200000,'open':'2','close':'2'"
         ","
         "'high':'3','low':'1','volume':'4','turnover':'8','confirm':false}]}",
         Kind::Data, 0, "candle 5 1m 1763773200000 2 3 1 2 4 8 - - open 1763773230001"},
        {"a ticker", 'A', "{'topic':'tickers.BTCUSDT','type':'delta','data':{'markPrice':'86000'},'cs':1}"},
        {"an accepted subscription", 'A',
         "{'success':true,'ret_msg':'','conn_id':'c-1','req_id':'41','op':'subscribe'}", Kind::Acknowledged},
        {"a refused subscription", 'A',
         "{'success':false,'ret_msg':'Invalid topic: x','conn_id':'c-1','op':'subscribe'}", Kind::Refused},
        {"a pong", 'A', "{'success':true,'ret_msg':'pong','conn_id':'c-1','req_id':'42','op':'ping'}",
         Kind::Alive},
        {"candles", 'c',
         "{'retCode':0,'retMsg':'OK','result':{'symbol':'BTCUSDT','category':'linear','list':["
         "['1763773260000','2','3','1','2','4','8'],['1763773200000','1','1','1','1','0','0'],"
         "['1763773140000','0','1','0','1','1','1']]},'retExtInfo':{},'time':1763773260001}",
         Kind::Data, -1,
         "candle 0 1m 1763773200000 1 1 1 1 0 0 - - open 0\n"
         "candle 0 1m 1763773260000 2 3 1 2 4 8 - - open 0\n"
         "server 1763773260001",
         1},
        {"an error instead of candles", 'c', "{'retCode':10006,'retMsg':'Too many visits!','result':{}}",
         Kind::RateLimited},
        {"open interest", 'o',
         "{'retCode':0,'result':{'list':[{'openInterest':'80','singleOpenInterest':'40.5',"
         "'timestamp':'1763773200000'},{'openInterest':'70','timestamp':'1763772900000'}]},'time':"
         "1763773260001}",
         Kind::Data, -1, "interest 0 1763773200000 40.5\nserver 1763773260001", 1},
        {"the time", 't',
         "{'retCode':0,'result':{'timeSecond':'1763773190','timeNano':'1763773190500123456'},"
         "'time':1763773190500}",
         Kind::Data, -1, "server 1763773190500"},
    };
    return samples;
}

// Streams: liquidations alone on the first connection; on the second candles of spot 0 to 4, of swaps 5 to 9.
const FeedSamples& okxSamples()
{
    static const FeedSamples samples{
        {"liquidations", 'A',
         "{'arg':{'channel':'liquidation-orders','instType':'SWAP'},'data':[{'details':["
         "{'bkLoss':'0','bkPx':'86011.5','ccy':'','posSide':'short','side':'buy','sz':'13',"
         "'ts':'1763773190010'},{'bkPx':'80000','posSide':'net','side':'sell','sz':'1','ts':'1763773190020'}]"
         ","
         "'instFamily':'BTC-USDT','instId':'BTC-USDT-SWAP','instType':'SWAP','uly':'BTC-USDT'},"
         "{'details':[{'bkPx':'80000','posSide':'long','side':'sell','sz':'5','ts':'1763773190030'}],"
         "'instId':'BTC-USD-SWAP'},"
         "{'details':[{'bkPx':'80','posSide':'long','side':'sell','sz':'5','ts':'1763773190040'}],"
         "'instId':'LTC-USDT-SWAP'}]}",
         Kind::Data, 0,
         "liquidation btc 1763773190010 short 86011.5 0.13 11181.495\n"
         "liquidation btc 1763773190020 long 80000 0.01 800\n"
         "liquidation btc 1763773190030 long 80000 0.00625 500",
         1},
        {"a candle of a swap", 'B',
         "{'arg':{'channel':'candle1m','instId':'ETH-USDT-SWAP'},'data':[['1763773200000','2','3','1','2','"
         "40',"
         "'4','8','1']]}",
         Kind::Data, 6, "candle 6 1m 1763773200000 2 3 1 2 4 8 - - closed 0"},
        {"a candle of spot", 'B',
         "{'arg':{'channel':'candle1m','instId':'BTC-USDT'},'data':[['1763773200000','2','3','1','2','4','8',"
         "'8','0']]}",
         Kind::Data, 0, "candle 0 1m 1763773200000 2 3 1 2 4 8 - - open 0"},
        {"a pong", 'A', "pong", Kind::Alive},
        {"an accepted subscription", 'B',
         "{'event':'subscribe','arg':{'channel':'candle1m','instId':'ETH-USDT'},'connId':'a4d3ae55'}",
         Kind::Acknowledged, 1},
        {"a refused subscription", 'B',
         "{'event':'error','code':'60012','msg':'Illegal request: x','connId':'a4d3ae55'}", Kind::Refused},
        {"an upgrade ahead", 'A',
         "{'event':'notice','code':'64008','msg':'closing soon','connId':'a4d3ae55'}", Kind::Goodbye},
        {"a count of connections", 'A',
         "{'event':'channel-conn-count','channel':'candle1m','connCount':'2','connId':'abcd1234'}",
         Kind::Alive},
        {"candles", 'c',
         "{'code':'0','msg':'','data':[['1763773260000','2','3','1','2','4','8','8','0'],"
         "['1763773200000','1','1','1','1','0','0','0','1'],['1763773140000','','1','1','1','1','1','1','1']]"
         "}",
         Kind::Data, -1,
         "candle 0 1m 1763773200000 1 1 1 1 0 0 - - closed 0\n"
         "candle 0 1m 1763773260000 2 3 1 2 4 8 - - open 0",
         1},
        {"an error instead of candles", 'c',
         "{'code':'51001','msg':'Instrument ID does not exist','data':[]}", Kind::Refused},
        {"contracts", 'k',
         "{'code':'0','msg':'','data':[{'instId':'LTC-USDT-SWAP','ctType':'linear','ctVal':'1','ctMult':'1',"
         "'ctValCcy':'LTC'},{'instId':'X-USDT-SWAP','ctType':'linear','ctVal':'','ctMult':'1','ctValCcy':'X'}"
         "]}",
         Kind::Data, -1, "", 1},
    };
    return samples;
}

// Streams: trades 0, heartbeat 1, figures of 24 hours 2 to 6.
const FeedSamples& coinbaseSamples()
{
    static const FeedSamples samples{
        {"a trade", 'A',
         "{'type':'match','trade_id':995098700,'maker_order_id':'a','taker_order_id':'b','side':'sell',"
         "'size':'0.0015','price':'86455.50','product_id':'BTC-USD','sequence':50,"
         "'time':'2025-11-22T01:00:02.789012Z'}",
         Kind::Data, 0, "trade 0 1763773202789 86455.5 0.0015 buy 995098700"},
        {"a trade without a size", 'A',
         "{'type':'match','trade_id':1,'side':'buy','price':'5','product_id':'BTC-USD',"
         "'time':'2025-11-22T01:00:02.789012Z'}",
         Kind::Data, 0, "", 1},
        {"figures of 24 hours", 'A',
         "{'type':'ticker','sequence':50,'product_id':'ETH-USD','price':'2805.5','open_24h':'2790',"
         "'volume_24h':'1234.5','low_24h':'2750.1','high_24h':'2850','volume_30d':'9','best_bid':'1',"
         "'best_ask':'2','side':'buy','time':'2025-11-22T01:00:02.789012Z','trade_id':5,'last_size':'0.1'}",
         Kind::Data, 3, "day 1 1763773202789 2805.5 2790 2850 2750.1 1234.5 0"},
        {"a heartbeat", 'A',
         "{'type':'heartbeat','last_trade_id':20,'product_id':'BTC-USD','sequence':90,"
         "'time':'2025-11-22T01:00:02.789012Z'}",
         Kind::Alive, 1},
        {"subscriptions", 'A',
         "{'type':'subscriptions','channels':[{'name':'ticker','product_ids':['BTC-USD']}]}",
         Kind::Acknowledged},
        {"an error", 'A', "{'type':'error','message':'Failed to subscribe','reason':'X is not a product'}",
         Kind::Refused},
        {"candles", 'c',
         "[[1763773260,1,3,2,2.5,4.25],[1763773200,'1','1','1','1','0'],[1763773140,1,null,1,1,1]]",
         Kind::Data, -1,
         "candle 0 1m 1763773200000 1 1 1 1 0 - - - open 0\n"
         "candle 0 1m 1763773260000 2 3 1 2.5 4.25 - - - open 0",
         1},
        {"an error instead of candles", 'c', "{'message':'NotFound'}", Kind::Refused},
        {"a limit instead of candles", 'c', "{'message':'Public rate limit exceeded'}", Kind::RateLimited},
    };
    return samples;
}

// Streams: candles 0 to 4.
const FeedSamples& krakenSamples()
{
    static const FeedSamples samples{
        {"a candle", 'A',
         "{'channel':'ohlc','type':'update','timestamp':'2025-11-22T01:00:02.651232511Z','data':["
         "{'symbol':'ETH/USD','open':2.0,'high':3.0,'low':1,'close':2.5,'trades':12,'volume':4.25000000,"
         "'vwap':2.1,'interval_begin':'2025-11-22T01:00:00.000000000Z','interval':1,"
         "'timestamp':'2025-11-22T01:01:00.000000Z'}]}",
         Kind::Data, 1, "candle 1 1m 1763773200000 2 3 1 2.5 4.25 - - 12 open 1763773202651"},
        {"a snapshot with a bad candle", 'A',
         "{'channel':'ohlc','type':'snapshot','data':["
         "{'symbol':'BTC/USD','open':2.0,'high':1.0,'low':1,'close':2.5,'trades':12,'volume':4,"
         "'interval_begin':'2025-11-22T00:59:00.000000000Z','interval':1},"
         "{'symbol':'BTC/USD','open':2.0,'high':3.0,'low':1,'close':2.5,'trades':12,'volume':4,"
         "'interval_begin':'2025-11-22T01:00:00.000000000Z','interval':1}]}",
         Kind::Data, 0, "candle 0 1m 1763773200000 2 3 1 2.5 4 - - 12 open 0", 1},
        {"the greeting", 'A',
         "{'channel':'status','type':'update','data':[{'system':'online','api_version':'v2',"
         "'connection_id':13834774380200032777,'version':'2.0.0'}]}",
         Kind::Alive},
        {"maintenance", 'A', "{'channel':'status','data':[{'system':'maintenance'}]}", Kind::Halted},
        {"a heartbeat", 'A', "{'channel':'heartbeat'}", Kind::Alive},
        {"a pong", 'A', "{'method':'pong','req_id':42,'time_in':'a','time_out':'b'}", Kind::Alive},
        {"an accepted subscription", 'A',
         "{'method':'subscribe','result':{'channel':'ohlc','symbol':'ETH/"
         "USD','snapshot':true},'success':true,"
         "'time_in':'a','time_out':'b','req_id':1}",
         Kind::Acknowledged, 1},
        {"a refused subscription", 'A',
         "{'error':'Currency pair not supported X/Y','method':'subscribe','success':false,'symbol':'X/Y'}",
         Kind::Refused},
        {"candles", 'c',
         "{'error':[],'result':{'XXBTZUSD':[[1763773140,'0','1','0','1','1','1',1],"
         "[1763773200,'1','1','1','1','0.0','0',0],[1763773260,'2','3','1','2','2','4',120]],"
         "'last':1763773200}}",
         Kind::Data, -1,
         "candle 0 1m 1763773200000 1 1 1 1 0 - - 0 open 0\n"
         "candle 0 1m 1763773260000 2 3 1 2 4 - - 120 open 0",
         1},
        {"an error instead of candles", 'c', "{'error':['EService:Unavailable']}", Kind::Unavailable},
    };
    return samples;
}

// Streams: trades 0 to 4.
const FeedSamples& bitstampSamples()
{
    static const FeedSamples samples{
        {"a trade", 'A',
         "{'event':'trade','channel':'live_trades_ethusd','data':{'id':512337562,'timestamp':'1763773202',"
         "'amount':0.0028,'amount_str':'0.00280000','price':2800,'price_str':'2800','type':1,"
         "'microtimestamp':'1763773202587000','buy_order_id':1,'sell_order_id':2}}",
         Kind::Data, 1, "trade 1 1763773202587 2800 0.0028 sell 0"},
        {"a trade without a type", 'A',
         "{'event':'trade','channel':'live_trades_btcusd','data':{'amount_str':'1','price_str':'2800',"
         "'microtimestamp':'1763773202587000'}}",
         Kind::Data, 0, "", 1},
        {"a heartbeat", 'A', "{'event':'bts:heartbeat','channel':'','data':{'status':'success'}}",
         Kind::Alive},
        {"a wish to connect again", 'A', "{'event':'bts:request_reconnect','channel':'','data':''}",
         Kind::Goodbye},
        {"an accepted subscription", 'A',
         "{'event':'bts:subscription_succeeded','channel':'live_trades_btcusd','data':{}}",
         Kind::Acknowledged, 0},
        {"a refused subscription", 'A',
         "{'event':'bts:error','channel':'','data':{'code':null,'message':'Bad subscription string.'}}",
         Kind::Refused},
        {"candles", 'c',
         "{'data':{'pair':'BTC/USD','ohlc':["
         "{'timestamp':'1763773140','open':'0','high':'1','low':'0','close':'1','volume':'1'},"
         "{'timestamp':'1763773200','open':'1','high':'1','low':'1','close':'1','volume':'0'},"
         "{'timestamp':'1763773260','open':'2','high':'3','low':'1','close':'2','volume':'4.25000000'}]}}",
         Kind::Data, -1,
         "candle 0 1m 1763773200000 1 1 1 1 0 - - - open 0\n"
         "candle 0 1m 1763773260000 2 3 1 2 4.25 - - - open 0",
         1},
        {"candles of a shorter interval", 'c',
         "{'data':{'ohlc':[{'timestamp':'1763773200','open':'1','high':'1','low':'1','close':'1','volume':'0'"
         "},"
         "{'timestamp':'1763773230','open':'1','high':'1','low':'1','close':'1','volume':'0'}]}}",
         Kind::Rejected},
        {"an error instead of candles", 'c', "{'errors':[{'field':'step','message':'Invalid'}],'code':'x'}",
         Kind::Refused},
    };
    return samples;
}

} // namespace holdline::testing
