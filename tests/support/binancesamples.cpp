// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/binancesamples.h"

namespace holdline::testing {

namespace {

using Kind = Reading::Kind;

// Streams: btcusdt@kline_1m 0, @miniTicker 1, @aggTrade 2; ethusdt 3, 4; xrpusdt 5, 6; adausdt 7, 8; solusdt
// 9, 10.
const FeedSamples candleMessages{
    {"a candle that is open", 'A',
     "{'stream':'btcusdt@kline_1m','data':{'e':'kline','E':1763773190123,'s':'BTCUSDT','k':{'t':"
     "1763773140000,"
     "'T':1763773199999,'s':'BTCUSDT','i':'1m','f':100,'L':200,'o':'86400.10000000','c':'86455.50000000',"
     "'h':'86460.00000000','l':'86390.00000000','v':'12.50000000','n':101,'x':false,'q':'1080400.25000000',"
     "'V':'7.25000000','Q':'626700.12500000','B':'0'}}}",
     Kind::Data, 0,
     "candle 0 1m 1763773140000 86400.1 86460 86390 86455.5 12.5 1080400.25 626700.125 101 open "
     "1763773190123"},
    {"a candle that is closed, numbers instead of strings, keys turned round, unknown keys", 'A',
     "{'data':{'st':1,'ps':'ETHUSDT','k':{'Q':300.5,'q':500,'x':true,'n':'7','v':0.25,'l':2000,'h':2001.5,'c'"
     ":2001,"
     "'o':2000.25,'i':'1m','new':[{'x':1},null],'t':'1763773140000'},'s':'ETHUSDT','E':'1763773200001','e':'"
     "kline'},"
     "'stream':'ethusdt@kline_1m'}",
     Kind::Data, 3,
     "candle 1 1m 1763773140000 2000.25 2001.5 2000 2001 0.25 500 300.5 7 closed 1763773200001"},
    {"a candle without trades", 'A',
     "{'stream':'adausdt@kline_1m','data':{'e':'kline','E':1763773200002,'s':'ADAUSDT','k':{'t':"
     "1763773140000,"
     "'i':'1m','o':'0.4','c':'0.4','h':'0.4','l':'0.4','v':'0.0','n':0,'x':true,'q':'0','Q':'0'}}}",
     Kind::Data, 7, "candle 3 1m 1763773140000 0.4 0.4 0.4 0.4 0 0 0 0 closed 1763773200002"},
    {"a candle without the sizes that may be absent", 'A',
     "{'stream':'solusdt@kline_1m','data':{'e':'kline','s':'SOLUSDT','k':{'t':1763773140000,'i':'1m','o':'"
     "130',"
     "'c':'131','h':'132','l':'129','v':null,'q':''}}}",
     Kind::Data, 9, "candle 4 1m 1763773140000 130 132 129 131 - - - - open 0"},
    {"a candle whose times are microseconds", 'A',
     "{'stream':'btcusdt@kline_1m','data':{'e':'kline','E':1763773190123456,'s':'BTCUSDT','k':{'t':"
     "1763773140000000,"
     "'i':'1m','o':'1','c':'1','h':'1','l':'1'}}}",
     Kind::Data, 0, "candle 0 1m 1763773140000 1 1 1 1 - - - - open 1763773190123"},
    {"a candle of an hour that opened late", 'A',
     "{'e':'kline','E':1763773190123,'s':'BTCUSDT','k':{'t':1763771295000,'i':'1h','o':'1','c':'1','h':'1','"
     "l':'1'}}",
     Kind::Data, -1, "candle 0 1h 1763771295000 1 1 1 1 - - - - open 1763773190123"},
    {"a candle of an interval that Holdline does not have", 'A',
     "{'stream':'btcusdt@kline_3m','data':{'e':'kline','E':1,'s':'BTCUSDT','k':{'t':1763773140000,'i':'3m','"
     "o':'1'}}}"},
    {"a candle of another symbol", 'A',
     "{'stream':'dogeusdt@kline_1m','data':{'e':'kline','E':1,'s':'DOGEUSDT','k':{'t':1763773140000,'i':'1m'}"
     "}}"},
    {"a candle with a high below its close", 'A',
     "{'stream':'btcusdt@kline_1m','data':{'e':'kline','E':1763773190123,'s':'BTCUSDT','k':{'t':"
     "1763773140000,"
     "'i':'1m','o':'100','c':'101','h':'100.5','l':'99'}}}",
     Kind::Data, 0, "", 1},
    {"a candle with a price of zero", 'A',
     "{'stream':'btcusdt@kline_1m','data':{'e':'kline','E':1763773190123,'s':'BTCUSDT','k':{'t':"
     "1763773140000,"
     "'i':'1m','o':'100','c':'101','h':'102','l':'0.00000000'}}}",
     Kind::Data, 0, "", 1},
    {"a candle with a volume below zero", 'A',
     "{'stream':'btcusdt@kline_1m','data':{'e':'kline','E':1763773190123,'s':'BTCUSDT','k':{'t':"
     "1763773140000,"
     "'i':'1m','o':'100','c':'101','h':'102','l':'99','v':'-1'}}}",
     Kind::Data, 0, "", 1},
    {"a candle with a count of trades that is none", 'A',
     "{'stream':'btcusdt@kline_1m','data':{'e':'kline','E':1763773190123,'s':'BTCUSDT','k':{'t':"
     "1763773140000,"
     "'i':'1m','o':'100','c':'101','h':'102','l':'99','n':-3}}}",
     Kind::Data, 0, "", 1},
    {"a candle without a time", 'A',
     "{'stream':'btcusdt@kline_1m','data':{'e':'kline','E':1763773190123,'s':'BTCUSDT','k':{'i':'1m','o':'"
     "100',"
     "'c':'101','h':'102','l':'99'}}}",
     Kind::Data, 0, "", 1},
    {"a candle event without its candle", 'A',
     "{'stream':'btcusdt@kline_1m','data':{'e':'kline','E':1763773190123,'s':'BTCUSDT'}}", Kind::Data, 0, "",
     1},
};

const FeedSamples tradeMessages{
    {"a trade that a taker sold", 'A',
     "{'stream':'btcusdt@aggTrade','data':{'e':'aggTrade','E':1763773190125,'s':'BTCUSDT','a':3512000001,"
     "'p':'86455.50000000','q':'0.01200000','f':4700000010,'l':4700000012,'T':1763773190123,'m':true,'M':"
     "true}}",
     Kind::Data, 2, "trade 0 1763773190123 86455.5 0.012 sell 3512000001"},
    {"a bare trade that a taker bought", 'A',
     "{'e':'aggTrade','E':1763773190125,'s':'BTCUSDT','a':3512000002,'p':86455.51,'q':1.5,'f':1,'l':2,"
     "'T':1763773190124,'m':false,'M':true,'nq':'1.5'}",
     Kind::Data, 2, "trade 0 1763773190124 86455.51 1.5 buy 3512000002"},
    {"several bare trades, one of them bad", 'A',
     "[{'e':'aggTrade','s':'BTCUSDT','a':1,'p':'10','q':'1','T':1763773190001,'m':true},"
     "{'e':'aggTrade','s':'BTCUSDT','a':2,'p':'1e308','q':'1','T':1763773190002,'m':true},"
     "{'e':'aggTrade','s':'BTCUSDT','a':3,'p':'12','q':'1','T':1763773190003,'m':false}]",
     Kind::Data, 2, "trade 0 1763773190001 10 1 sell 1\ntrade 0 1763773190003 12 1 buy 3", 1},
    {"a trade that was struck out", 'A',
     "{'stream':'btcusdt@aggTrade','data':{'e':'aggTrade','E':1763773190125,'s':'BTCUSDT','a':3512000003,'p':"
     "'0',"
     "'q':'0','f':-1,'l':-1,'T':1763773190123,'m':true,'M':true}}",
     Kind::Data, 2},
    {"a trade with a price of zero", 'A',
     "{'stream':'btcusdt@aggTrade','data':{'e':'aggTrade','s':'BTCUSDT','a':5,'p':'0','q':'1','T':"
     "1763773190123,"
     "'m':true}}",
     Kind::Data, 2, "", 1},
    {"a trade with a price that is no number", 'A',
     "{'stream':'btcusdt@aggTrade','data':{'e':'aggTrade','s':'BTCUSDT','a':5,'p':NaN,'q':'1','T':"
     "1763773190123,"
     "'m':true}}",
     Kind::Data, 2, "", 1},
    {"a trade with a quantity below zero", 'A',
     "{'stream':'btcusdt@aggTrade','data':{'e':'aggTrade','s':'BTCUSDT','a':5,'p':'1','q':'-1','T':"
     "1763773190123,"
     "'m':true}}",
     Kind::Data, 2, "", 1},
    {"a trade with a quantity of zero", 'A',
     "{'stream':'btcusdt@aggTrade','data':{'e':'aggTrade','s':'BTCUSDT','a':5,'p':'1','q':'0','T':"
     "1763773190123,"
     "'m':true}}",
     Kind::Data, 2, "", 1},
    {"a trade without a side", 'A',
     "{'stream':'btcusdt@aggTrade','data':{'e':'aggTrade','s':'BTCUSDT','a':5,'p':'1','q':'1','T':"
     "1763773190123}}",
     Kind::Data, 2, "", 1},
    {"a trade without a symbol", 'A',
     "{'stream':'btcusdt@aggTrade','data':{'e':'aggTrade','a':5,'p':'1','q':'1','T':1763773190123,'m':true}}",
     Kind::Data, 2, "", 1},
};

const FeedSamples dayMessages{
    {"figures of 24 hours", 'A',
     "{'stream':'xrpusdt@miniTicker','data':{'e':'24hrMiniTicker','E':1763773190500,'s':'XRPUSDT','c':'1."
     "95310000',"
     "'o':'2.01000000','h':'2.05000000','l':'1.90000000','v':'150000000.50000000','q':'297000000.12345678'}}",
     Kind::Data, 6, "day 2 1763773190500 1.9531 2.01 2.05 1.9 150000000.5 297000000.12345678"},
    {"the long figures of 24 hours", 'A',
     "{'stream':'btcusdt@ticker','data':{'e':'24hrTicker','E':1763773190500,'s':'BTCUSDT','p':'-55.0','P':'-"
     "0.064',"
     "'w':'86000','x':'86450','c':'86400','Q':'0.1','b':'86399','B':'1','a':'86401','A':'2','o':'86455','h':'"
     "87000',"
     "'l':'85000','v':'20000','q':'1720000000','O':1763686790000,'C':1763773190000,'F':1,'L':2,'n':2}}",
     Kind::Data, -1, "day 0 1763773190500 86400 86455 87000 85000 20000 1720000000"},
    {"figures of 24 hours of many symbols, most of them not followed", 'A',
     "{'stream':'!miniTicker@arr','data':[{'e':'24hrMiniTicker','E':1763773190500,'s':'ADAUSDT','c':'0.4','o'"
     ":'0.5',"
     "'h':'0.6','l':'0.3','v':'1','q':'2'},{'e':'24hrMiniTicker','E':1763773190500,'s':'DOGEUSDT','c':'0'},"
     "{'e':'24hrMiniTicker','E':1763773190500,'s':'SOLUSDT','c':'0','o':'130','h':'140','l':'120','v':'1','q'"
     ":'2'},7]}",
     Kind::Data, -1, "day 3 1763773190500 0.4 0.5 0.6 0.3 1 2", 2},
    {"figures of 24 hours without a volume", 'A',
     "{'stream':'xrpusdt@miniTicker','data':{'e':'24hrMiniTicker','E':1763773190500,'s':'XRPUSDT','c':'1.9','"
     "o':'2',"
     "'h':'2.1','l':'1.8','q':'2'}}",
     Kind::Data, 6, "", 1},
};

const FeedSamples otherMessages{
    {"a goodbye", 'A', "{'stream':'!serverShutdown','data':{'e':'serverShutdown','E':1763773190500}}",
     Kind::Goodbye},
    {"a bare goodbye", 'A', "{'e':'serverShutdown','E':1763773190500}", Kind::Goodbye},
    {"a subscription accepted", 'A', "{'result':null,'id':7}", Kind::Acknowledged},
    {"a list of subscriptions", 'A', "{'result':['btcusdt@kline_1m'],'id':'a9'}", Kind::Acknowledged},
    {"a subscription refused", 'A', "{'code':2,'msg':'Invalid request: unknown variant'}", Kind::Refused},
    {"a subscription refused, with id", 'A', "{'id':null,'error':{'code':3,'msg':'Invalid JSON'}}",
     Kind::Refused},
    {"too many requests on the socket", 'A', "{'error':{'msg':'Too many requests.','code':-1003},'id':1}",
     Kind::RateLimited},
    {"a best price, which has no name", 'A',
     "{'stream':'btcusdt@bookTicker','data':{'u':400900217,'s':'BTCUSDT','b':'86399.1','B':'31.2','a':'86399."
     "2',"
     "'A':'40.6'}}"},
    {"a bare best price", 'A',
     "{'u':400900217,'s':'BTCUSDT','b':'86399.1','B':'31.2','a':'86399.2','A':'40.6'}"},
    {"a best price with a name", 'A',
     "{'e':'bookTicker','u':400900217,'E':1763773190500,'T':1763773190499,'s':'BTCUSDT','b':'1','B':'2','a':'"
     "3',"
     "'A':'4','ps':'BTCUSDT','st':1}"},
    {"a part of the order book", 'A',
     "{'stream':'btcusdt@depth5','data':{'lastUpdateId':160,'bids':[['0.0024','10']],'asks':[['0.0026','100']"
     "]}}"},
    {"a change of the order book", 'A',
     "{'e':'depthUpdate','E':1763773190500,'s':'BTCUSDT','U':157,'u':160,'b':[['0.0024','10']],'a':[]}"},
    {"a single trade", 'A',
     "{'e':'trade','E':1763773190500,'s':'BTCUSDT','t':12345,'p':'0.001','q':'100','T':1763773190499,'m':"
     "true,'M':true}"},
    {"an event that did not exist yet", 'A',
     "{'stream':'btcusdt@new','data':{'e':'newThing','x':{'y':[1,2]}}}"},
    {"an event without a name", 'A', "{'stream':'btcusdt@aggTrade','data':{'p':'1'}}", Kind::Data, 2, "", 1},
    {"an empty object", 'A', "{}", Kind::Rejected},
    {"a stream without data", 'A', "{'stream':'btcusdt@aggTrade'}", Kind::Rejected},
    {"data that are nothing", 'A', "{'stream':'btcusdt@aggTrade','data':null}", Kind::Rejected},
    {"data that are a text", 'A', "{'stream':'btcusdt@aggTrade','data':'aggTrade'}", Kind::Rejected},
    {"an event whose name is a number", 'A', "{'e':5,'s':'BTCUSDT'}", Kind::Rejected},
    {"an error whose code is no number", 'A', "{'code':'x','msg':'y'}", Kind::Rejected},
    {"a text", 'A', "'pong'", Kind::Rejected},
    {"an object that goes on after its end", 'A', "{'result':null,'id':7}{'result':null,'id':8}",
     Kind::Rejected},
};

const FeedSamples answers{
    {"candles", 'c',
     "[[1763769600000,'86120.00000000','86777.10000000','85901.00000000','86455.50000000','812.40210000',"
     "1763769659999,'70188342.11250000',153201,'430.10000000','37160012.80110000','0'],"
     "[1763769660000,86455.5,86500,86400,86450,10,1763769719999,864500,12,5,432250,'0','more',{'x':1}]]",
     Kind::Data, -1,
     "candle 0 1m 1763769600000 86120 86777.1 85901 86455.5 812.4021 70188342.1125 37160012.8011 153201 open "
     "0\n"
     "candle 0 1m 1763769660000 86455.5 86500 86400 86450 10 864500 432250 12 open 0"},
    {"candles turned round, one twice, some out of range", 'c',
     "[[1763829600000,'5','5','5','5','1',0,'1',1,'1','1','0'],[1763769660000,'3','3','3','3','1',0,'1',1,'1'"
     ",'1','0'],"
     "[1763769600000,'1','1','1','1','1',0,'1',1,'1','1','0'],[1763769600000,'2','2','2','2','1',0,'1',1,'1',"
     "'1','0'],"
     "[1763769599999,'9','9','9','9','1',0,'1',1,'1','1','0']]",
     Kind::Data, -1,
     "candle 0 1m 1763769600000 2 2 2 2 1 1 1 1 open 0\ncandle 0 1m 1763769660000 3 3 3 3 1 1 1 1 open 0"},
    {"bad candles among good ones", 'c',
     "[[1763769600000,'1','1','1','1','1',0,'1',1,'1','1','0'],[1763769660000,'NaN','1','1','1','1',0,'1',1,'"
     "1','1','0'],"
     "[1763769720000,'1','1','1'],{'open':1},null,[1763769780000,'1','1','1e308','1','1',0,'1',1,'1','1','0']"
     ","
     "[1763769840000,'7','8','6','7','1',0,'1',1,'1','1','0']]",
     Kind::Data, -1,
     "candle 0 1m 1763769600000 1 1 1 1 1 1 1 1 open 0\ncandle 0 1m 1763769840000 7 8 6 7 1 1 1 1 open 0", 5},
    {"no candles", 'c', "[]"},
    {"an error instead of candles", 'c', "{'code':-1121,'msg':'Invalid symbol.'}", Kind::Refused},
    {"too many requests instead of candles", 'c',
     "{'code':-1003,'msg':'Way too many requests; IP banned until 1763773999000.'}", Kind::RateLimited},
    {"overloaded instead of candles", 'c', "{'code':-1008,'msg':'Server is currently overloaded.'}",
     Kind::Unavailable},
    {"not offered here", 'c',
     "{'code':0,'msg':'Service unavailable from a restricted location according to b. Eligibility'}",
     Kind::RegionRefused},
    {"an object instead of candles", 'c', "{'symbol':'BTCUSDT'}", Kind::Rejected},
    {"a number instead of candles", 'c', "5", Kind::Rejected},
    {"HTML instead of candles", 'c', "<html><body>502</body></html>", Kind::Rejected},
    {"the server's time", 't', "{'serverTime':1763773190500}", Kind::Data, -1, "server 1763773190500"},
    {"the server's time in a string", 't', "{'serverTime':'1763773190500','x':[]}", Kind::Data, -1,
     "server 1763773190500"},
    {"a time that is none", 't', "{'serverTime':null}", Kind::Rejected},
    {"no time", 't', "{}", Kind::Rejected},
    {"an error instead of the time", 't', "{'code':-1003,'msg':'Too many requests.'}", Kind::RateLimited},
    {"a list instead of the time", 't', "[1763773190500]", Kind::Rejected},
};

const FeedSamples dayAnswers{
    {"long figures of 24 hours", 'd',
     "{'symbol':'BTCUSDT','priceChange':'-55','weightedAvgPrice':'86000','prevClosePrice':'1','lastPrice':'"
     "86400.00',"
     "'lastQty':'1','bidPrice':'1','bidQty':'1','askPrice':'1','askQty':'1','openPrice':'86455.00','"
     "highPrice':'87000',"
     "'lowPrice':'85000','volume':'20000','quoteVolume':'1720000000','openTime':1763686790000,"
     "'closeTime':1763773190000,'firstId':1,'lastId':2,'count':2}",
     Kind::Data, -1, "day 0 1763773190000 86400 86455 87000 85000 20000 1720000000"},
    {"short figures of 24 hours of a list", 'd',
     "[{'symbol':'ETHUSDT','openPrice':'2','highPrice':'4','lowPrice':'1','lastPrice':'3','volume':'5',"
     "'quoteVolume':'6','openTime':1,'closeTime':1763773190000,'firstId':1,'lastId':2,'count':2},"
     "{'symbol':'DOGEUSDT'},{'lastPrice':'3'},5,{'symbol':'BTCUSDT','openPrice':'0','highPrice':'4','"
     "lowPrice':'1',"
     "'lastPrice':'3','volume':'5','quoteVolume':'6','closeTime':1763773190000}]",
     Kind::Data, -1, "day 1 1763773190000 3 2 4 1 5 6", 3},
    {"an error instead of figures", 'd', "{'code':-1121,'msg':'Invalid symbol.'}", Kind::Refused},
};

// Streams: !forceOrder@arr 0; btcusdt@forceOrder 1, @kline_1m 2, @markPrice@1s 3; ethusdt 4, 5, 6; xrpusdt 7,
// 8, 9; adausdt 10, 11, 12; solusdt 13, 14, 15.
const FeedSamples forcedOrders{
    {"a long that was liquidated", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSDT','S':'SELL','"
     "o':'LIMIT',"
     "'f':'IOC','q':'0.150','p':'85990.10','ap':'86021.40','X':'FILLED','l':'0.050','z':'0.150','T':"
     "1763773190998},"
     "'ps':'BTCUSDT','st':1}}",
     Kind::Data, 0, "liquidation btc 1763773190998 long 86021.4 0.15 12903.21"},
    {"a short that was liquidated, on its own stream, without the newer keys", 'A',
     "{'stream':'ethusdt@forceOrder','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'ETHUSDT','S':'BUY',"
     "'o':'LIMIT','f':'IOC','q':'2.5','p':'3000','ap':'2990.5','X':'FILLED','l':'2.5','z':'2.5','T':"
     "1763773190998}}}",
     Kind::Data, 4, "liquidation eth 1763773190998 short 2990.5 2.5 7476.25"},
    {"a bare liquidation, numbers instead of strings, keys turned round", 'A',
     "{'o':{'T':'1763773190998','z':2,'X':'FILLED','ap':100.5,'p':99,'q':3,'S':'SELL','s':'SOLUSDC'},'E':"
     "1763773191002,"
     "'e':'forceOrder'}",
     Kind::Data, 0, "liquidation sol 1763773190998 long 100.5 2 201"},
    {"a liquidation without an average price", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSDT_260327','S':'"
     "SELL',"
     "'q':'0.2','p':'86000','ap':'0','X':'FILLED','z':'0.2','T':1763773190998}}}",
     Kind::Data, 0, "liquidation btc 1763773190998 long 86000 0.2 17200"},
    {"a liquidation that does not say what was filled", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'1000PEPEUSDT','S':'"
     "BUY',"
     "'q':'5000','p':'0.004','ap':'0.005','X':'FILLED','T':1763773190998}}}",
     Kind::Data, 0, "liquidation 1000pepe 1763773190998 short 0.005 5000 25"},
    {"a list of liquidations, two of them equal, one bad", 'A',
     "{'stream':'!forceOrder@arr','data':[{'e':'forceOrder','o':{'s':'BTCUSDT','S':'SELL','q':'1','p':'10','"
     "ap':'10',"
     "'X':'FILLED','z':'1','T':1763773190998}},{'e':'forceOrder','o':{'s':'BTCUSDT','S':'SELL','q':'1','p':'"
     "10',"
     "'ap':'10','X':'FILLED','z':'1','T':1763773190998}},{'e':'forceOrder','o':{'s':'BTCUSDT','S':'SELL','q':"
     "'-1',"
     "'p':'10','ap':'10','X':'FILLED','z':'-1','T':1763773190998}}]}",
     Kind::Data, 0, "liquidation btc 1763773190998 long 10 1 10\nliquidation btc 1763773190998 long 10 1 10",
     1},
    {"a COIN-M contract by its number", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSD_PERP','S':'"
     "SELL','q':'7',"
     "'p':'86000','ap':'86000','X':'FILLED','z':'7','T':1763773190998},'ps':'BTCUSD','st':2}}",
     Kind::Data, 0},
    {"a COIN-M contract by its symbol", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSD_260327','S':'"
     "SELL',"
     "'q':'7','p':'86000','ap':'86000','X':'FILLED','z':'7','T':1763773190998}}}",
     Kind::Data, 0},
    {"a contract of another quote", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'ETHBTC','S':'SELL','q'"
     ":'7',"
     "'p':'0.03','ap':'0.03','X':'FILLED','z':'7','T':1763773190998}}}",
     Kind::Data, 0, "", 1},
    {"a contract whose name is none", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTC/../"
     "USDT','S':'SELL','q':'7',"
     "'p':'1','ap':'1','X':'FILLED','z':'7','T':1763773190998}}}",
     Kind::Data, 0, "", 1},
    {"a contract that is only a quote", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'USDT','S':'SELL','q':'"
     "7',"
     "'p':'1','ap':'1','X':'FILLED','z':'7','T':1763773190998}}}",
     Kind::Data, 0, "", 1},
    {"a liquidation that is filled in part", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSDT','S':'SELL','"
     "q':'7',"
     "'p':'1','ap':'1','X':'PARTIALLY_FILLED','z':'3','T':1763773190998}}}",
     Kind::Data, 0, "", 1},
    {"a liquidation without a side", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSDT','q':'7','p':'"
     "1',"
     "'ap':'1','X':'FILLED','z':'7','T':1763773190998}}}",
     Kind::Data, 0, "", 1},
    {"a liquidation without a time", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSDT','S':'BUY','q'"
     ":'7',"
     "'p':'1','ap':'1','X':'FILLED','z':'7','T':null}}}",
     Kind::Data, 0, "", 1},
    {"a liquidation with a huge price", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSDT','S':'BUY','q'"
     ":'7',"
     "'p':'1','ap':1e308,'X':'FILLED','z':'7','T':1763773190998}}}",
     Kind::Data, 0, "", 1},
    {"a liquidation with a price that is a word", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSDT','S':'BUY','q'"
     ":'7',"
     "'p':'1','ap':'NaN','X':'FILLED','z':'7','T':1763773190998}}}",
     Kind::Data, 0, "", 1},
    {"a liquidation with prices of zero", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSDT','S':'BUY','q'"
     ":'7',"
     "'p':'0','ap':'0','X':'FILLED','z':'7','T':1763773190998}}}",
     Kind::Data, 0, "", 1},
    {"a liquidation of nothing", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{'s':'BTCUSDT','S':'BUY','q'"
     ":'7',"
     "'p':'1','ap':'1','X':'FILLED','z':'0','T':1763773190998}}}",
     Kind::Data, 0, "", 1},
    {"a liquidation whose order is a text", 'A',
     "{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':'BTCUSDT'}}", Kind::Data, 0,
     "", 1},
};

const FeedSamples futuresMessages{
    {"a mark price", 'A',
     "{'stream':'btcusdt@markPrice@1s','data':{'e':'markPriceUpdate','E':1763773191000,'s':'BTCUSDT','p':'"
     "86010.12345678',"
     "'ap':'86009','i':'86000.5','P':'86005','r':'0.00010000','T':1763798400000,'st':1}}",
     Kind::Data, 3, "mark 0 1763773191000 86010.12345678"},
    {"a list of mark prices, one not followed, one bad", 'A',
     "{'stream':'!markPrice@arr@1s','data':[{'e':'markPriceUpdate','E':1763773191000,'s':'ETHUSDT','p':'3000."
     "5'},"
     "{'e':'markPriceUpdate','E':1763773191000,'s':'DOGEUSDT','p':'0'},"
     "{'e':'markPriceUpdate','E':1763773191000,'s':'ADAUSDT','p':'0'},"
     "{'e':'markPriceUpdate','E':1763773191000,'s':'SOLUSDT','p':130}]}",
     Kind::Data, -1, "mark 1 1763773191000 3000.5\nmark 4 1763773191000 130", 1},
    {"a bare list of mark prices", 'A',
     "[{'e':'markPriceUpdate','E':1763773191000,'s':'XRPUSDT','p':'2'},{'e':'markPriceUpdate','E':"
     "1763773191000,"
     "'s':'BTCUSDT','p':'86000'}]",
     Kind::Data, 3, "mark 2 1763773191000 2\nmark 0 1763773191000 86000"},
    {"a candle of a future", 'A',
     "{'stream':'btcusdt@kline_1m','data':{'e':'kline','E':1763773190123,'s':'BTCUSDT','ps':'BTCUSDT','st':1,"
     "'k':{"
     "'t':1763773140000,'T':1763773199999,'s':'BTCUSDT','i':'1m','f':100,'L':200,'o':'86400.10','c':'86455."
     "50',"
     "'h':'86460.00','l':'86390.00','v':'12.5','n':101,'x':true,'q':'1080400.25','V':'7.25','Q':'626700.125',"
     "'B':'0'}}}",
     Kind::Data, 2,
     "candle 0 1m 1763773140000 86400.1 86460 86390 86455.5 12.5 1080400.25 626700.125 101 closed "
     "1763773190123"},
    {"a trade of a future, which is not followed", 'A',
     "{'stream':'btcusdt@aggTrade','data':{'e':'aggTrade','E':1763773190125,'s':'BTCUSDT','a':1,'p':'1','q':'"
     "1','nq':'1',"
     "'f':1,'l':1,'T':1763773190123,'m':true,'st':1}}"},
    {"a contract that changed", 'A',
     "{'stream':'!contractInfo','data':{'e':'contractInfo','E':1763773190125,'s':'IOTAUSDT','bks':[{'bs':1}]}"
     "}"},
    {"a goodbye of the futures", 'A', "{'e':'serverShutdown','E':1763773190500}", Kind::Goodbye},
    {"a subscription of futures accepted", 'A', "{'result':null,'id':7}", Kind::Acknowledged},
};

const FeedSamples futuresAnswers{
    {"the open interest", 'o', "{'openInterest':'91234.567','symbol':'BTCUSDT','time':1763773190123}",
     Kind::Data, -1, "interest 0 1763773190123 91234.567"},
    {"an open interest of another symbol", 'o',
     "{'openInterest':'1','symbol':'ETHUSDT','time':1763773190123}", Kind::Data, -1, "", 1},
    {"an open interest below zero", 'o', "{'openInterest':'-1','symbol':'BTCUSDT','time':1763773190123}",
     Kind::Data, -1, "", 1},
    {"no open interest", 'o', "{}", Kind::Data, -1, "", 1},
    {"an error instead of the open interest", 'o', "{'code':-1121,'msg':'Invalid symbol.'}", Kind::Refused},
    {"funding rates", 'f',
     "[{'symbol':'BTCUSDT','fundingRate':'0.00010000','fundingTime':1763740800000,'markPrice':'86000'},"
     "{'symbol':'BTCUSDT','fundingRate':'-0.00025','fundingTime':1763769600001,'markPrice':'','rateType':'"
     "Regular'},"
     "{'symbol':'BTCUSDT','fundingRate':null,'fundingTime':1763769600002},5,"
     "{'symbol':'ETHUSDT','fundingRate':'0.1','fundingTime':1763769600003}]",
     Kind::Data, -1, "funding 0 1763740800000 0.0001\nfunding 0 1763769600001 -0.00025", 3},
    {"no funding rates", 'f', "[]"},
    {"too many requests instead of funding rates", 'f', "{'code':-1003,'msg':'Too many requests.'}",
     Kind::RateLimited},
};

FeedSamples joined(std::initializer_list<FeedSamples> parts)
{
    FeedSamples all;
    for (const FeedSamples& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

const FeedSamples& binanceSamples()
{
    static const FeedSamples samples =
        joined({candleMessages, tradeMessages, dayMessages, otherMessages, answers, dayAnswers});
    return samples;
}

const FeedSamples& binanceFuturesSamples()
{
    static const FeedSamples samples = joined({forcedOrders, futuresMessages, futuresAnswers, answers});
    return samples;
}

} // namespace holdline::testing
